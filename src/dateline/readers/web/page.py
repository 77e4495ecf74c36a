"""An HTML page in, its article out, or the posts of its live blog; a page that is a list is refused as one.

The text is what trafilatura finds, in its fast mode, unless the page carries a much longer one in its JSON-LD. The day
is taken from where the page states it, in order: JSON-LD, meta elements, a marked time, the address; then what htmldate
finds in the page with its quick search. What a page says of its last change is never the day of publication.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from dateline.errors import InputError, UnreadableInput
from dateline.readers import dates, stamps
from dateline.readers.drafts import Draft, Fields
from dateline.readers.headers import headers
from dateline.readers.native import opening_title
from dateline.readers.sources import Source, library
from dateline.readers.web import structured
from dateline.readers.web.charset import decoded

# Meta elements (by name, property or itemprop, in lower case) that give a field, the surest first.
_META = {
    "published": (
        "article:published_time", "datepublished", "og:article:published_time", "og:published_time", "parsely-pub-date",
        "sailthru.date", "article.published", "published-date", "publishdate", "publish-date", "publication_date",
        "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "dcterms.issued", "pubdate",
        "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "rbpubdate", "bt:pubdate", "ptime", "date",
    ),
    "updated": ("article:modified_time", "og:updated_time", "datemodified", "last-modified"),
    "title": ("og:title", "twitter:title", "dc.title", "headline", "parsely-title"),
    "source": ("og:site_name", "application-name", "dc.publisher", "article:publisher_name", "twitter:app:name:iphone"),
    "byline": ("author", "article:author_name", "parsely-author", "dc.creator", "sailthru.author", "byl"),
    "url": ("og:url", "twitter:url"),
    "section": ("article:section", "parsely-section"),
}  # fmt: skip
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|\burl:\s*(https?://\S+)", re.IGNORECASE)
_ERROR = re.compile(
    r"\s*(?:(?:error\s*)?(?:4\d\d|50\d)\b|page not found|not found|access denied|just a moment|attention required|"
    r"are you a robot|service unavailable|bad gateway|forbidden|internal server error)", re.IGNORECASE,
)  # fmt: skip
_CHANGED = re.compile(r"modif|updat|last[-_]?(?:mod|change|edit)|revis", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_NO_DAY_LATER = dt.datetime(2100, 1, 1)  # noqa: DTZ001 - htmldate compares with days without a zone

# Characters below which a page may be the error page of a server.
_LEAST = 120
# Characters of a paragraph of a story, and of a link that is a headline.
_PARAGRAPH, _HEADLINE = 100, 25
# Headlines that make a page a list when no story stands beside them.
_HEADLINES = 8
# Links of a page that is nothing but a text.
_FEW_LINKS = 5
# How many times as long the text in JSON-LD must be as the one that was found, to count.
_LONGER = 2.0
_OPEN_ARTICLE = "Open an article of it and save that page, or fetch its address"


def read(source: Source) -> Iterator[Draft | InputError]:
    """The article of a page. Raises UnreadableInput for a page without one."""
    yield from of_html(decoded(source.data(), source.charset), source)


def of_html(text: str, source: Source, where: str | None = None) -> Iterator[Draft | InputError]:
    """The article of a page as text."""
    html = library("lxml.html", source)
    where = where or source.name
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text).replace("\0", "")
    if not text.strip():
        raise UnreadableInput(where, "the page is empty", "Get it again")
    tree = html.document_fromstring(text)
    scripts = [node.text or "" for node in tree.iter("script") if "ld+json" in (node.get("type") or "")]
    nodes = structured.nodes(scripts)
    described = structured.articles(nodes)
    main = _main(described)
    fields = Fields()
    if main is not None:
        for name, value in main.values.items():
            if name not in ("text", "url"):
                fields.take(name, value, main.told[name])
    live = structured.posts(main) if main is not None else _marked_posts(tree)
    _of_page(tree, text, fields, source)
    if main is not None:
        fields.take("url", main.values.get("url"), main.told.get("url", ""))
    address = fields.values.get("url", "")
    if live:
        yield from _posts(live, fields, where, source)
        return
    _refuse_lists(tree, nodes, main, address, where)
    _day(tree, fields, address, source)
    story = _story(tree, main, source)
    if len(story) < _LEAST:
        title = fields.values.get("title") or ""
        if _ERROR.match(title) or _ERROR.match(story):
            raise UnreadableInput(
                where, f"it is the error page of a server (“{(title or story)[:60]}”)", "Get it again"
            )
        if not story:
            raise UnreadableInput(where, "there is no article on the page", _OPEN_ARTICLE)
    fields.take("source", urlsplit(address).hostname, "host of the address")
    skipped, body = opening_title(story, fields.values.get("title"))
    if not story[body:].strip():
        raise UnreadableInput(where, "there is no article on the page", _OPEN_ARTICLE)
    if "updated" in fields.values and address:
        fields.take("id", address, "address")
    yield source.draft(story, fields, where, named_for_it=True, skipped=skipped, body=body)


def _main(described: list[structured.Node]) -> structured.Node | None:
    """The article that a page is about: the one with most to tell; of many, none."""
    if not described:
        return None
    best = max(described, key=lambda one: ("text" in one.values, len(one.values)))
    with_days = [one for one in described if "published" in one.values]
    if len(with_days) > 3 and "text" not in best.values:
        return None
    return best


def _of_page(tree: Any, text: str, fields: Fields, source: Source) -> None:
    """What meta elements and the page itself tell."""
    metas: dict[str, str] = {}
    for node in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            key = (node.get(attribute) or "").strip().lower()
            if key and node.get("content") and key not in metas:
                metas[key] = node.get("content")
    for name, keys in _META.items():
        if name in ("published", "updated"):
            continue
        for key in keys:
            value = metas.get(key)
            if value and not (name == "byline" and value.startswith(("http://", "https://"))):
                fields.take(name, value, f"meta {key}")
    for name in ("published", "updated"):
        for key in _META[name]:
            if key in metas and (day := _readable(metas[key])):
                fields.take(name, day, f"meta {key}")
    if fields.values.get("updated", "9") <= fields.values.get("published", ""):
        del fields.values["updated"], fields.told["updated"]
    canonical = next((n.get("href") for n in tree.iter("link") if "canonical" in (n.get("rel") or "").lower()), None)
    saved = _SAVED_FROM.search(text[:4_000])
    origin = source.address or (saved and (saved[1] or saved[2])) or None
    if canonical:
        canonical = urljoin(origin or fields.values.get("url", ""), canonical)
    if canonical and canonical.startswith("http"):
        fields.values.pop("url", None)
        fields.take("url", canonical, "canonical address")
    if not fields.values.get("url", "http").startswith("http"):
        fields.values["url"] = urljoin(origin or "", fields.values["url"])
    fields.take("url", origin, "where it was saved from")
    heading = next((n for n in tree.iter("h1") if "".join(n.itertext()).strip()), None)
    if heading is not None:
        fields.take("title", "".join(heading.itertext()), "h1")
    title = next(tree.iter("title"), None)
    if title is not None:
        fields.take("title", re.split(r"\s+[|–—]\s+", "".join(title.itertext()).strip())[0], "title")
    fields.take("language", tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"), "html lang")


def _readable(words: str) -> str | None:
    try:
        return stamps.iso(words, "")
    except InputError:
        return None


def _day(tree: Any, fields: Fields, address: str, source: Source) -> None:
    """The day of publication, where neither JSON-LD nor a meta element gave it."""
    if "published" in fields.values:
        return
    for node in tree.xpath("//*[@itemprop='datePublished' or @pubdate or contains(@class, 'published')]"):
        for given in (node.get("datetime"), node.get("content")):
            if given and (day := _readable(given)):
                fields.take("published", day, "the marked time")
                return
    times = [node for node in tree.iter("time") if node.get("datetime")]
    days = {day[:10] for node in times if (day := _readable(node.get("datetime")))}
    if len(days) == 1:
        fields.take("published", days.pop(), "the page's only time")
    if told := dates.in_address(address):
        fields.take("published", told.isoformat(), "the address")
    if "published" in fields.values:
        return
    fields.take("published", _stamped(tree), "the line that says when it was published")
    if "published" in fields.values:
        return
    _drop_changes(tree)
    htmldate = library("htmldate", source)
    try:
        day = htmldate.find_date(
            tree, original_date=True, extensive_search=False, max_date=_NO_DAY_LATER, url=address or None
        )
    except (ValueError, TypeError, AttributeError):  # what it raises on pages that are broken
        day = None
    fields.take("published", day, "htmldate")


def _stamped(tree: Any) -> str | None:
    """The day on a short line such as `Published 4 March 2026. Updated 6 March 2026`."""
    labels = tuple(label for label, field in headers().labels.items() if field == "published")
    for node in tree.iter("p", "div", "span", "time", "li"):
        words = " ".join("".join(node.itertext()).split()) if len(node) < _FEW_LINKS else ""
        if not words or len(words) > _PARAGRAPH or not words.lower().startswith(labels):
            continue
        updated = next(
            (found.start() for found in _WORD.finditer(words) if found[0].lower() in headers().updated), None
        )
        try:
            day = dates.find(words[:updated], "")
        except InputError:
            continue
        if day is not None:
            return day.isoformat()
    return None


def _drop_changes(tree: Any) -> None:
    """Take out what tells of the last change, which is no day of publication, before others look for one."""
    for node in tree.xpath("//meta | //time | //*[@itemprop='dateModified'] | //*[contains(@class, 'updated')]"):
        marks = " ".join(node.get(name) or "" for name in ("name", "property", "itemprop", "http-equiv", "class", "id"))
        if _CHANGED.search(marks) and node.getparent() is not None and len(node.text_content()) <= 2 * _PARAGRAPH:
            node.drop_tree()


def _story(tree: Any, main: structured.Node | None, source: Source) -> str:
    """The text of the article, its paragraphs parted by blank lines."""
    trafilatura = library("trafilatura", source)
    found = trafilatura.extract(
        tree, fast=True, include_comments=False, include_tables=False, with_metadata=False, output_format="txt"
    )
    text = "\n\n".join(line.strip() for line in (found or "").splitlines() if line.strip())
    if not text and len(tree.findall(".//a")) < _FEW_LINKS:
        # A page that holds next to nothing else: its paragraphs, however short.
        text = "\n\n".join(filter(None, (" ".join("".join(node.itertext()).split()) for node in tree.iter("p"))))
    whole = main.values.get("text", "") if main is not None else ""
    return whole if len(whole) > _LONGER * len(text) else text


def _refuse_lists(tree: Any, nodes: list[Any], main: structured.Node | None, address: str, where: str) -> None:
    """Raises UnreadableInput for a front page, a page of a section or one of search results."""
    kinds = {kind for node in nodes for kind in structured.types(node)}
    og_type = "".join(tree.xpath("//meta[@property='og:type']/@content")[:1]).lower()
    if (main is not None and "published" in main.values) or og_type == "article":
        return
    path = urlsplit(address).path
    lists = bool(kinds & structured.LISTS) and main is None
    if not lists:
        paragraphs = sum(
            length
            for node in tree.iter("p")
            if (length := len("".join(node.itertext()).strip())) >= _PARAGRAPH and _link_share(node) < 0.5
        )
        headlines = [
            length for node in tree.iter("a") if _HEADLINE <= (length := len("".join(node.itertext()).strip())) < 200
        ]
        teasers = len([node for node in tree.iter("article") if next(node.iter("a"), None) is not None])
        lists = (
            (len(headlines) >= _HEADLINES and paragraphs < sum(headlines))
            or teasers >= 5
            or (bool(address) and path in ("", "/", "/index.html") and len(headlines) >= 3)
        )
    if lists:
        what = "a front page" if address and path in ("", "/", "/index.html") else "a page that lists articles"
        raise UnreadableInput(where, f"it is {what} and no article", _OPEN_ARTICLE)


def _link_share(node: Any) -> float:
    whole = len("".join(node.itertext()).strip())
    return sum(len("".join(a.itertext())) for a in node.iter("a")) / whole if whole else 1.0


def _marked_posts(tree: Any) -> list[structured.Node]:
    """The posts of a live blog whose mark-up says so (microdata), where no JSON-LD does."""
    from dateline.readers.web.blocks import blocks  # noqa: PLC0415 - for live blogs alone

    posts = []
    for node in tree.xpath("//*[@itemprop='liveBlogUpdate']"):
        made = structured.Node({})
        for marked in node.xpath(".//*[@itemprop='datePublished']"):
            given = marked.get("datetime") or marked.get("content")
            made.take("published", _readable(given) if given else None, "datePublished of the post")
        for marked in node.xpath(".//*[@itemprop='headline']")[:1]:
            made.take("title", "".join(marked.itertext()), "headline of the post")
        body = next(iter(node.xpath(".//*[@itemprop='articleBody']")), None)
        if body is not None:
            import lxml.html  # noqa: PLC0415 - it is there, the tree is its own

            made.take("text", "\n\n".join(blocks(lxml.html.tostring(body, encoding="unicode"))), "articleBody")
            posts.append(made)
    return posts


def _posts(live: list[structured.Node], page: Fields, where: str, source: Source) -> Iterator[Draft | InputError]:
    """An article a post, under its own day."""
    source.kind = "a live blog"
    for number, post in enumerate(live, 1):
        for name, value in page.values.items():
            if name not in ("published", "updated", "text", "id"):
                post.take(name, value, page.told[name])
        text = post.values.pop("text", "")
        post.values.pop("updated", None)
        if text.strip():
            yield source.draft(text, post, f"{where}#{number}")
