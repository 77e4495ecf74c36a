"""Whether the words around a date look back or ahead."""

import re

from dateline.model import Span

_AHEAD = re.compile(
    r"\b(?:will|won't|shall|would|could|should|may|might|can|expect(?:s|ed)?|scheduled|due|plans?|planned|set to|to be|to|until|by|before|"
    r"next|upcoming|if|when|deadline|hopes?|intends?)\b"
)
_BACK = re.compile(
    r"\b(?:was|were|had|did|since|ago|last|\w+ed|has|have|been|said|told|came|went|began|took|made|rose|fell|won|lost)\b"
)
_REACH = 80


def look(text: str, sentence: Span, start: int, end: int) -> int:
    """-1 when the words around `start` to `end` look back, 1 when they look ahead, 0 when they do not tell.

    The nearest cue within the sentence counts, verbs before the date rather than after it.
    """
    before = text[max(sentence.start, start - _REACH) : start]
    after = text[end : min(sentence.end, end + _REACH)]
    ahead = max((m.start() for m in _AHEAD.finditer(before)), default=-1)
    back = max((m.start() for m in _BACK.finditer(before)), default=-1)
    if ahead != back:
        return 1 if ahead > back else -1
    first_ahead, first_back = _AHEAD.search(after), _BACK.search(after)
    if first_ahead and (not first_back or first_ahead.start() < first_back.start()):
        return 1
    return -1 if first_back else 0
