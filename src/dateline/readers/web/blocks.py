"""HTML in, its words in paragraphs out: for pieces of mark-up in feeds, tables, mails and records.

Blocks part paragraphs, white space is folded, and what is not shown (scripts, styles) is left out. A whole page needs
more, for it has menus and links around its article: `page`.
"""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p",
    "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul", "center", "br",
})  # fmt: skip
_HIDDEN = frozenset(["script", "style", "head", "template", "noscript", "svg"])
_QUOTED = frozenset(("blockquote",))
_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|img|figure|table|section|article)\b[^<>]*>", re.I
)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,5});", re.I)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px)?\s*(?:;|$)", re.I)
_VOID = frozenset(
    ["br", "hr", "img", "input", "link", "meta", "area", "base", "col", "embed", "source", "track", "wbr"]
)


class _Blocks(HTMLParser):
    def __init__(self, *, quoted: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._words: list[str] = []
        self._hidden: list[str] = []
        self._leave_out_quoted = not quoted

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end_block()
        if tag in _VOID:
            return
        given = dict(attrs)
        hides = (
            tag in _HIDDEN
            or (given.get("style") and _INVISIBLE.search(given["style"] or ""))
            or (
                self._leave_out_quoted
                and ((tag in _QUOTED and given.get("type") == "cite") or "gmail_quote" in (given.get("class") or ""))
            )
        )
        if self._hidden:
            if tag == self._hidden[-1] or tag == self._hidden[0]:
                self._hidden.append(tag)
        elif hides:
            self._hidden.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.pop()
            return
        if tag in _BLOCKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._words.append(data)

    def end_block(self) -> None:
        words = " ".join("".join(self._words).split())
        if words:
            self.blocks.append(words)
        self._words.clear()


def blocks(html: str, *, quoted: bool = True) -> list[str]:
    """The paragraphs of a piece of HTML; of a mail, without what it quotes of an earlier one."""
    parser = _Blocks(quoted=quoted)
    parser.feed(html)
    parser.close()
    parser.end_block()
    return parser.blocks


def plain_text(words: str) -> str:
    """A text that may be HTML, as plain text; one without mark-up is not changed."""
    if not _TAG.search(words) and not _ENTITY.search(words):
        return words
    return "\n\n".join(blocks(words.replace("\n\n", "<p>") if not re.search(r"<p\b|<br\b", words, re.I) else words))
