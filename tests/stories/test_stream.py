import itertools
from dataclasses import replace

from dateline.languages import empty, named
from dateline.stories.features import Features
from dateline.stories.stream import Stream
from sample_stories import AGROUND, BAKERY, FERRY, SUMMIT, known_by

ENGLISH = named("en")
ALL = sorted((*FERRY, *SUMMIT, *BAKERY), key=lambda one: one[1])


def put(articles: list[tuple[str, str, str, str]], stream: Stream | None = None) -> set[frozenset[str]]:
    """The ids of the articles that were put together."""
    stream = stream or Stream(ENGLISH)
    found: dict[int, set[str]] = {}
    for told in articles:
        found.setdefault(stream.add(known_by(*told)).story, set()).add(told[0])
    return {frozenset(ids) for ids in found.values()}


def test_each_article_goes_to_the_story_it_tells() -> None:
    assert put(ALL) == {frozenset({"f1", "f2", "f3"}), frozenset({"s1", "s2"}), frozenset({"b1"})}


def test_late_and_out_of_order_articles_find_their_story() -> None:
    for order in itertools.islice(itertools.permutations(ALL), 0, None, 97):
        assert put(list(order)) == put(ALL), [told[0] for told in order]


def test_a_decision_says_why() -> None:
    stream = Stream(ENGLISH)
    first = stream.add(known_by(*FERRY[0]))
    second = stream.add(known_by(*FERRY[1]))
    assert (first.is_new, second.is_new, second.story) == (True, False, first.story)
    assert second.log_odds is not None
    assert "aurelia" in {term.strip("@").lower() for term in second.shared}
    assert second.days_apart == 1


def test_where_no_day_speaks_more_must_tie_an_article_to_a_story() -> None:
    aground = ("m", "2023-10-16", "Ferry runs aground", AGROUND)
    opened = []
    for later in (known_by(*aground), undated(*aground), undated(*FERRY[1])):
        stream = Stream(ENGLISH)
        stream.add(known_by(*FERRY[0]))
        opened.append(stream.add(later).is_new)
    assert opened == [False, True, False]


def undated(*told: str) -> Features:
    return replace(known_by(*told), day=None, days=frozenset())


def test_an_article_that_opens_a_story_says_what_it_was_nearest_to() -> None:
    stream = Stream(ENGLISH)
    stream.add(known_by(*FERRY[0]))
    decision = stream.add(known_by("x", "2024-09-01", "Bridge for Port Selm", BRIDGE))
    assert decision.is_new
    assert decision.log_odds is not None


BRIDGE = (
    "The town council of Port Selm has approved plans for a bridge over the canal that will join the old town to the"
    " market from 2027 on. Architects from Gorlund won the competition with a design in wood and steel. Cyclists and"
    " pedestrians will have a lane of their own, and trams may follow when the second part is paid for. Shop owners"
    " fear for their turnover while the road is dug up, and the council has set money aside to compensate them."
)
COPIED = FERRY[0][3] + (
    " Survivors told of a bang below the car deck and of a list that came within minutes. A fisherman said that he saw"
    " the lights go out and then the bow rise out of the water. The minister of transport is on the way to the town."
)


def test_a_copy_goes_with_its_original() -> None:
    stream = Stream(ENGLISH)
    original = stream.add(known_by("o", "2023-10-14", "Ferry sinks", COPIED))
    copy = stream.add(known_by("c", "2023-12-30", "What we read this year", COPIED))
    assert (copy.story, copy.is_copy) == (original.story, True)


def test_it_goes_on_where_it_was_kept() -> None:
    whole, first = Stream(ENGLISH), Stream(ENGLISH)
    for told in ALL[:3]:
        whole.add(known_by(*told))
        first.add(known_by(*told))
    again = Stream(ENGLISH)
    kept = [first.packed(story.id) for story in first.live]
    again.restore([packed for packed in kept if packed], 10)
    for told in ALL[3:]:
        one, other = whole.add(known_by(*told)), again.add(known_by(*told))
        assert (one.is_new, one.log_odds, one.shared) == (other.is_new, other.log_odds, other.shared)
    assert again.add(known_by("n", "2024-01-01", "", "Snow in Gorlund.")).story >= 10


def test_a_person_says_where_an_article_goes() -> None:
    stream = Stream(ENGLISH)
    story = stream.add(known_by(*FERRY[0])).story
    stream.assign(known_by(*BAKERY[0]), story)
    put_to = stream.live.get(story)
    assert put_to
    assert put_to.size == 2


def test_in_a_language_without_weights_each_article_opens_its_own_story() -> None:
    assert len(put(ALL, Stream(empty()))) == len(ALL)


def test_an_undated_article_is_put_to_a_story_too() -> None:
    stream = Stream(ENGLISH)
    story = stream.add(known_by(*FERRY[0])).story
    told = known_by(*FERRY[1])
    undated = Features(told.article, None, told.words, told.names, told.title, frozenset(), False, told.points)
    assert stream.add(undated).story == story
