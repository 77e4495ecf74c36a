"""An export of Europresse in, as HTML, its articles out.

The new form has an `article` each: outlet, a line such as `Communication, mardi 14 mars 2006, p. 16`, headline, author,
story and a certificate. The old form has the same in tables, with the story as text behind the headline. The
certificate (`news·20060314·LM·0123`) holds the day, too, which counts where the line cannot be read.
"""

import re
from collections.abc import Iterator
from typing import Any

from dateline.errors import InputError, MalformedArticle
from dateline.readers.databases import printed
from dateline.readers.drafts import Draft, Fields
from dateline.readers.sources import Source, library
from dateline.readers.web.blocks import blocks
from dateline.readers.web.charset import decoded

_CERTIFICATE = re.compile(r"\b(?:news|web|aud|bio|soc)[·•.\-](\d{8})[·•.\-][\w·•.\-]+")
_ISSUE = re.compile(r",?\s*(?:no|n°|nº|num|vol)\b\.?\s*[\w° ./-]+$", re.IGNORECASE)
_WORDS = re.compile(r"\b(\d+) (?:mots?|words?)\b", re.IGNORECASE)
_WORDS = re.compile(r"\b(\d+) (?:mots?|words?)\b", re.IGNORECASE)
_PAGE = re.compile(r",?\s*(?:p|pp|pg)\.\s*[\w ,\-–;:.*]+$", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)  # fmt: skip
_RIGHTS = re.compile(r"\s*(?:©|\(c\)|Copyright|Numéro de document|Document number|Note\(s\))", re.IGNORECASE)
_OUTLET = "DocPublicationName"
_HEADER = "DocHeader"
_TITLE = "titrearticlevisu"


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of an export."""
    html = library("lxml.html", source)
    tree = html.fromstring(re.sub(r"<\?xml[^>]*\?>", "", decoded(source.data(), source.charset)))
    nodes = [node for node in tree.iter("article") if _with_class(node, _OUTLET) or _with_class(node, _TITLE)]
    old = not nodes
    if old:
        nodes = [_holder(outlet) for outlet in _with_class(tree, _OUTLET)]
    for number, node in enumerate(nodes, 1):
        where = f"{source.name}#{number}"
        try:
            yield _article(node, old, where, source, html)
        except InputError as error:
            yield error


def _with_class(node: Any, name: str) -> list[Any]:
    return [one for one in node.iter() if isinstance(one.tag, str) and name.lower() in (one.get("class") or "").lower()]


def _holder(outlet: Any) -> Any:
    """The cell of a table that holds an article of the old form."""
    node = outlet
    while node.getparent() is not None and node.tag != "td":
        node = node.getparent()
    return node


def _words(node: Any) -> str:
    return " ".join("".join(node.itertext()).replace("\xa0", " ").split())


def _article(node: Any, old: bool, where: str, source: Source, html: Any) -> Draft:
    fields = Fields()
    outlet = next(iter(_with_class(node, _OUTLET)), None)
    header = " ".join("".join(_words(one) + " " for one in _with_class(node, _HEADER)).split())
    title = next(iter(_with_class(node, _TITLE)), None)
    name = _ISSUE.sub("", _words(outlet)).strip(" ,") if outlet is not None else None
    fields.take("source", name, "Europresse: DocPublicationName")
    fields.take("title", _words(title) if title is not None else None, "Europresse: titreArticleVisu")
    dated = _PAGE.sub("", header)
    fields.take("published", printed.day(dated, where) if dated else None, "Europresse: DocHeader")
    certificate = _CERTIFICATE.search(_words(node))
    if certificate:
        day = certificate[1]
        fields.take("published", f"{day[:4]}-{day[4:6]}-{day[6:]}", "Europresse: the certificate")
        fields.take("id", certificate[0], "Europresse: the certificate")
    fields.take("section", _section(dated), "Europresse: DocHeader")
    byline, story = (_old if old else _new)(node, title, html)
    fields.take("byline", byline, "Europresse: the line below the headline")
    text = "\n\n".join(story)
    counted = _WORDS.search(header)
    note = printed.missing(int(counted[1]), text, fields.values.get("title"), where) if counted else None
    if note:
        source.notes.append(note)
    if not text:
        raise MalformedArticle(where, f"the article “{fields.values.get('title')}” has no text", "Get it again")
    return source.draft(text, fields, where)


def _section(header: str) -> str | None:
    """What stands before the weekday, or the day, of the line."""
    found = _WEEKDAY.search(header) or re.search(r"\b\d{1,2}(?:er)?\s+[^\W\d]+\s+\d{4}", header)
    before = header[: found.start()].strip(" ,") if found else ""
    return before or None


def _new(node: Any, title: Any, html: Any) -> tuple[str | None, list[str]]:
    authors = next(iter(_with_class(node, "docAuthors")), None)
    byline = _words(authors) if authors is not None else None
    if authors is None and title is not None:
        following = title.getnext()
        words = _words(following) if following is not None and following.tag in ("div", "p") else ""
        byline = words if words and len(words) < 200 and not _with_class(following, "DocText") else None
    holder = next(iter(_with_class(node, "docOcurrContainer")), None)
    if holder is None:
        holder = next(iter(_with_class(node, "DocText")), None)
    if holder is None:
        holder = node.find(".//section")
    if holder is None:
        return byline, []
    story = blocks(html.tostring(holder, encoding="unicode", with_tail=False))
    return byline, [one for one in story if not _RIGHTS.match(one)]


def _old(node: Any, title: Any, html: Any) -> tuple[str | None, list[str]]:
    """The story of the old form: what stands between the headline and the note of rights, a name at first or not."""
    markup = html.tostring(node, encoding="unicode", with_tail=False)
    if title is not None:
        own = html.tostring(title, encoding="unicode", with_tail=False)
        markup = markup.partition(own)[2] or markup
    else:
        markup = re.split(r"DocHeader\"[^>]*>.*?</span>", markup)[-1]
    pieces = re.split(r"<p>\s*</p>|<p\s*/>", markup)
    first, *others = pieces if len(pieces) > 1 else (pieces[0],)
    lines = blocks(first)
    byline = None
    if others and lines and re.search(r"<br\s*/?>\s*$", first) and len(" ".join(lines)) < 150:
        byline, lines = " ".join(lines), []
    story = lines
    for piece in others:
        story += blocks(piece)
    ends = next((i for i, one in enumerate(story) if _RIGHTS.match(one)), len(story))
    return byline, story[:ends]
