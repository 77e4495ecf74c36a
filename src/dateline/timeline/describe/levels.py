"""Events in, how near each is to what the story is about out: by who opens with it, and by how far reports look back.

What reports open with while it is news is what the story is about; what they add from long before is what every report
repeats. Fitted by hand on the levels that readers gave to 273 lines and 615 passages.
"""

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from dateline.languages import Language, made_once
from dateline.model import Level, Status
from dateline.timeline.close.tellings import Telling
from dateline.timeline.describe.standing import head_of, standing
from dateline.timeline.describe.trust import may_be_key
from dateline.timeline.headlines import headline_span, is_dated_as_a_caption, is_hard_alone, stands_alone
from dateline.timeline.merge.likeness import FINE
from dateline.timeline.select.events import Event
from dateline.timeline.select.passages import SentencePlace
from dateline.timeline.select.subject import Subject
from dateline.timeline.story import Story

# What a passage adds for standing first, second and third in its article: the lead, and what still goes with it.
_LEAD = (1.0, 0.8, 0.6)
# Days after which what is told is no news any more.
_NEWS_DAYS = 7
# Days before the freshest report of it from which an event is background: where reports open with it, where they do
# not, and where it lies before the first article of the story.
_LONG_AGO, _AGO, _BEFORE_THE_STORY = 200, 120, 30
# Days ahead from which a plan that no report opens with is beside the story.
_FAR_AHEAD = 180
# Independent articles that keep a day of the story's own time from being background, however late they tell it.
_OF_THE_STORY = 2
# By how much the decimal logarithm of the number of articles exceeds the articles that must open with a key event: of
# twenty articles one is enough, of two hundred it takes two.
_LEADS_OF_FEW = 0.35
# Share of the lines that are key if they may be, the weightiest ones first.
_KEY_AT_LEAST = 0.25
# Importance from which a line is what the story is about, though a reader may ask for the words around it.
_WEIGHTY = 0.8
# Independent articles by which it is sure enough to be shown first however late they tell it.
_TOLD_BY_SEVERAL = 2
# How near to the subject a report opens at least that alone tells what is shown first; most are at 1.
_ABOUT_IT = 0.5
# Articles from which it can be told what most open with.
FEW = 9
# What is in doubt, and what is to come.
_UNSURE = frozenset({Status.UNCERTAIN})
_AHEAD = frozenset({Status.SCHEDULED, Status.EXPECTED, Status.PROPOSED})
# Words from which a headline is several run into one.
_LONG = 45


def levels(
    events: Sequence[Event], importance: Sequence[float], story: Story, most_are: float | None = None
) -> list[Level]:
    """The level of each event; `importance[i]` is that of `events[i]`.

    `most_are` is how near to the subject most reports open, where that is known of more than these articles.
    Where everything lies far back, the past is what the story is about, and nothing is background.
    """
    begins = min((a.published for a in story.articles if a.published), default=None)
    background = [_is_background(event, begins, story) for event in events]
    if all(background):
        background = [False] * len(events)
    needed = max(_LEAD[-1], math.log10(max(1, len(story.articles))) - _LEADS_OF_FEW)
    near = _nearness(events, story, most_are)
    found = [
        Level.BACKGROUND if is_background else Level.KEY if _opens(event, near, story) >= needed else Level.NORMAL
        for event, is_background in zip(events, background, strict=True)
    ]
    ranked = sorted((n for n, level in enumerate(found) if level is not Level.BACKGROUND), key=lambda n: -importance[n])
    most = math.ceil(_KEY_AT_LEAST * len(ranked))
    may_be = [
        n
        for n in ranked
        if (n in ranked[:most] or found[n] is Level.KEY)
        and (importance[n] >= _WEIGHTY or not _asks_for_more(head_of(events[n])[1]))
        and _may_be_first(events[n], near, story)
    ]
    # A sentence that heads two lines is shown first for the finer date.
    may_be.sort(key=lambda n: standing(events[n].tellings).date.length, reverse=True)
    keys = set({head_of(events[n])[1].passage.place: n for n in may_be}.values())
    if most_are is None:
        # Whatever is amiss with all of them, the weightiest is what the story is about.
        keys = keys or set(islice((n for n in ranked if _is_read_alone(events[n])), 1)) or set(ranked[:1])
    return [
        level if level is Level.BACKGROUND else Level.KEY if n in keys else Level.NORMAL
        for n, level in enumerate(found)
    ]


def _may_be_first(event: Event, near: Mapping[SentencePlace, float], story: Story) -> bool:
    """Whether a reader may be shown it first: it is understood alone, and told by several or by the lead of a report.

    What one article alone tells further down, in doubt, or of a month that is past, is most often wrong or beside the
    story.
    """
    if not _is_read_alone(event) or not may_be_key(event):
        return False
    told = (*event.tellings, *event.further)
    if any(map(_is_lead, told)) and all(near.get(t.passage.place, 0.0) < _ABOUT_IT for t in told):
        return False
    own, all_told = (story.copies.independent(t.article.id for t in some) for some in (event.tellings, told))
    if own >= _TOLD_BY_SEVERAL or all_told > _TOLD_BY_SEVERAL:
        return True
    stands, head = head_of(event)
    if (
        stands.status in _UNSURE
        or _asks_for_more(head)
        or (head.passage.is_dated and is_dated_as_a_caption(head.passage))
    ):
        return False
    return any(_is_lead(t) and _is_news(t) and (t.passage.is_dated or _is_report(t)) for t in event.tellings)


def _is_report(telling: Telling) -> bool:
    """Whether what gives no day is told as news is, and not as what an essay begins with: `has resigned`, `said`."""
    perfect = _perfect(telling.language)
    words = (word.lower for word in telling.passage.told.cut.words)
    return telling.is_statement or not perfect or not perfect.isdisjoint(words)


@made_once
def _perfect(language: Language) -> frozenset[str]:
    """The verbs that make a perfect."""
    return language.words("timeline/selection.toml", "perfect")


def _is_read_alone(event: Event) -> bool:
    """Whether the headline of its line is short, and understood without the words around it."""
    _, head = head_of(event)
    return stands_alone(head) and headline_span(head).of(head.article.text).count(" ") < _LONG


def _asks_for_more(head: Telling) -> bool:
    """Whether a reader of a headline asks for the words before it; before what a report begins with, there are none."""
    return head.passage.order > 0 and is_hard_alone(head)


def _is_background(event: Event, begins: dt.date | None, story: Story) -> bool:
    leads = any(map(_is_lead, (*event.tellings, *event.further)))
    back = min(map(_days_back, event.tellings))
    if back < -_FAR_AHEAD:
        return not leads
    if back <= _BEFORE_THE_STORY:
        return False
    last = max(telling.passage.date.last for telling in event.tellings)
    is_before = begins is not None and (begins - last).days > _BEFORE_THE_STORY
    if is_before:
        return back > _LONG_AGO or not leads
    told_by = story.copies.independent(telling.article.id for telling in event.tellings)
    return back > (_LONG_AGO if leads else _AGO) and told_by < _OF_THE_STORY


def _nearness(events: Sequence[Event], story: Story, most_are: float | None) -> dict[SentencePlace, float]:
    """How near to the subject each sentence is that opens a report: 1 as near as most are, or nearer.

    Of a few reports, each tells the story in words of its own.
    """
    nearness = opening_nearness((t for event in events for t in (*event.tellings, *event.further)), story.subject)
    if most_are is None and len(story.articles) >= FEW and nearness:
        most_are = sorted(nearness.values())[len(nearness) // 2]
    return {place: min(1.0, own / most_are) if most_are else 1.0 for place, own in nearness.items()}


def opening_nearness(tellings: Iterable[Telling], subject: Subject) -> dict[SentencePlace, float]:
    """How near to the subject each sentence is that opens a report, 0 to 1."""
    return {t.passage.place: subject.nearness(t.passage.told.terms) for t in tellings if _is_lead(t)}


def _opens(event: Event, near: Mapping[SentencePlace, float], story: Story) -> float:
    """How many independent articles open with it while it is news, less for what stands third or beside the subject."""
    best: dict[str, float] = {}
    for telling in (*event.tellings, *event.further):
        if _is_lead(telling) and _is_news(telling):
            original = story.copies.original(telling.article.id)
            own = _LEAD[telling.passage.order] * near[telling.passage.place]
            best[original] = max(best.get(original, 0.0), own)
    return math.fsum(best.values())


def _is_news(telling: Telling) -> bool:
    """Whether it is told of these days, or of what is to come; a month is news while it lasts, and not afterwards."""
    back = _days_back(telling)
    is_fine, is_ahead = telling.passage.date.granularity in FINE, telling.reading.status in _AHEAD
    return back <= _NEWS_DAYS and (back < 0 or is_fine or (back == 0 and is_ahead))


def _is_lead(telling: Telling) -> bool:
    return telling.passage.order < len(_LEAD)


def _days_back(telling: Telling) -> int:
    """Days from the date to the publication of its report: 0 for what lies around it, below 0 for what lies ahead."""
    published = telling.article.published
    if published is None:
        return 0
    date = telling.passage.date
    return max(0, (published - date.last).days) or min(0, (published - date.first).days)
