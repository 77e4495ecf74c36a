"""A passage inside the paragraph of the article it stands in."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from dateline.model import Article, Evidence, SkipKind

# Characters of a paragraph shown on either side of the passage: no paragraph of ordinary news is cut, and a text
# without line breaks cannot swell the page.
_CONTEXT = 1_500

_LINE_BREAK = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NOT_READ_WITH_THE_PARAGRAPH = frozenset({SkipKind.HEADER, SkipKind.TITLE, SkipKind.BYLINE})


class Passage(NamedTuple):
    """The words before a passage in its paragraph, its own, and those after it; the language they are in, if known."""

    before: str
    marked: str
    after: str
    language: str | None


def in_paragraph(evidence: Evidence, versions: Iterable[Article]) -> Passage:
    """A passage in its paragraph, a line of the text; alone when no version of the article at hand holds it.

    What stands more than `_CONTEXT` characters away is left out, and an ellipsis says so. A header, title or byline on
    the same line is not part of the paragraph.
    """
    article = next((version for version in versions if evidence.span.of(version.text) == evidence.exact), None)
    if article is None:
        return Passage("", evidence.exact, "", None)
    text, start, end = article.text, evidence.start, evidence.end
    before = text[_paragraph_start(article, start) : start]
    after = _LINE_BREAK.split(text[end : end + _CONTEXT + 1], maxsplit=1)[0]
    return Passage(
        f"… {before[-_CONTEXT:].partition(' ')[2]}" if len(before) > _CONTEXT else before.lstrip(),
        evidence.exact,
        f"{after[:_CONTEXT].rpartition(' ')[0]} …" if len(after) > _CONTEXT else after.rstrip(),
        article.language,
    )


def _paragraph_start(article: Article, passage_start: int) -> int:
    window = max(0, passage_start - _CONTEXT - 1)
    line_so_far = _LINE_BREAK.split(article.text[window:passage_start])[-1]
    skipped = (skip.end for skip in article.skipped if skip.why in _NOT_READ_WITH_THE_PARAGRAPH)
    return max([passage_start - len(line_so_far), *(end for end in skipped if end <= passage_start)])
