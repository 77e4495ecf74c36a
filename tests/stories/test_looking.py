from dataclasses import replace

from dateline.languages import named
from dateline.stories.looking import look
from dateline.stories.stream import Stream
from sample_stories import AGROUND, BAKERY, FERRY, SUMMIT, known_by


def apart() -> Stream:
    """Each of the ferry's articles in a story of its own, as if they had come before anything tied them."""
    stream = Stream(named("en"))
    for told in (*FERRY[:2], SUMMIT[0], BAKERY[0]):
        stream.open(known_by(*told))
    return stream


def test_stories_that_tell_one_thing_are_joined_and_the_older_id_stays() -> None:
    stream = apart()
    joined = look(stream)
    assert [(one.gone, one.into) for one in joined] == [(2, 1)]
    assert stream.live.get(2) is None
    assert len(stream.live) == 3


def test_what_a_person_keeps_apart_stays_apart() -> None:
    assert look(apart(), apart=[frozenset((1, 2))]) == []


def test_stories_without_a_day_are_joined_only_where_more_speaks_for_it() -> None:
    mixed = known_by("x", "2023-10-16", "Ferry runs aground", FERRY[1][3][:230] + AGROUND[200:])
    gone = []
    for day in (mixed.day, None):
        stream = Stream(named("en"))
        for own in (known_by(*FERRY[0]), mixed):
            stream.open(replace(own, day=own.day and day, days=frozenset()))
        gone.append([joined.gone for joined in look(stream)])
    assert gone == [[2], []]


def test_a_look_at_some_stories_leaves_the_others() -> None:
    assert look(apart(), among=[3]) == []


def test_stories_that_lie_months_apart_are_joined_only_where_more_speaks_for_it() -> None:
    gone = []
    for later in (0, 3_000):
        stream = Stream(named("en"))
        for own, days in ((known_by(*FERRY[0]), 0), (known_by(*FERRY[1]), later)):
            assert own.day
            stream.open(replace(own, day=own.day + days))
        gone.append([joined.gone for joined in look(stream)])
    assert gone == [[2], []]
