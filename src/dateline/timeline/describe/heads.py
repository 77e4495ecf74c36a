"""The telling that heads a line in, how its headline reads out: its own words, without what only joins two of them."""

from dateline.timeline.close.tellings import Telling
from dateline.timeline.headlines import headline_span

LEFT_OUT = " …"
"""What stands for words that were left out, behind what stands before them."""
# Behind it no blank stands before one of these.
_PAUSES = ",;:"


def wording(telling: Telling) -> str:
    """The words of a headline, white space folded: `Ada Quill … took office in May`, of what she was told of by."""
    span, joint, text = headline_span(telling), telling.reading.joint, telling.article.text
    if joint is None or not (span.start < joint.start and joint.end < span.end):
        return " ".join(span.of(text).split())
    before, behind = (
        " ".join(text[start:end].split()) for start, end in ((span.start, joint.start), (joint.end, span.end))
    )
    return f"{before}{LEFT_OUT}{behind}" if behind.startswith(tuple(_PAUSES)) else f"{before}{LEFT_OUT} {behind}"
