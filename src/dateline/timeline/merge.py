"""What is one event: passages on one date, told by different articles under different words."""

from collections.abc import Sequence

from dateline.model import Granularity
from dateline.timeline.tellings import Telling

# Shares of the shorter telling's content words found in the other. Read off pairs on one day in stories told by several
# outlets: above the first nearly all pairs are one event whatever they name; above the second a speech is retold; the
# third is asked where kind and names agree already.
_SAME_WORDS = 0.6
_SAME_SPEECH = 0.4
_SOME_WORDS = 0.15
# Names that tellings of one kind must share where the date is no finer than a month.
_NAMES_WHEN_COARSE = 2
# Tellings of a group that a new one is compared with: the first, which started it, and the next.
_COMPARED = 6

_FINE = frozenset({Granularity.DAY, Granularity.WEEKEND, Granularity.WEEK})


def merge(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Group the tellings of one date into events, the first published first.

    `tellings` share a date value. Each joins the group it is most like, or starts one; the order of the input does not
    matter.
    """
    groups: list[list[Telling]] = []
    for telling in sorted(tellings, key=_by_publication):
        best = max(((likeness(telling, group), -number) for number, group in enumerate(groups)), default=(0.0, 0))
        if best[0] > 0:
            groups[-best[1]].append(telling)
        else:
            groups.append([telling])
    return groups


def likeness(telling: Telling, group: Sequence[Telling]) -> float:
    """How like a telling is to a group: 0 when it is another event, else the share of words in common."""
    if any(other.passage.sentence == telling.passage.sentence and other.article is telling.article for other in group):
        return 0.0
    return max(_alike(telling, other) for other in group[:_COMPARED])


def _alike(one: Telling, other: Telling) -> float:
    shared = len(one.words & other.words) / max(1, min(len(one.words), len(other.words)))
    if shared >= _SAME_WORDS:
        return shared
    if one.reading.is_speech != other.reading.is_speech:
        return 0.0
    if one.reading.is_speech:
        return shared if one.reading.said_by == other.reading.said_by and shared >= _SAME_SPEECH else 0.0
    if not one.kinds & other.kinds:
        return 0.0
    names = len(one.names & other.names)
    if one.passage.date.granularity in _FINE:
        return shared if names and shared >= _SOME_WORDS else 0.0
    return max(shared, _SOME_WORDS) if names >= _NAMES_WHEN_COARSE else 0.0


def _by_publication(telling: Telling) -> tuple[str, str, int]:
    article = telling.article
    return (article.published.isoformat() if article.published else "9999", article.id, telling.passage.timex.start)
