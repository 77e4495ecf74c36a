import datetime as dt
import marshal
import sys
from dataclasses import replace

import pytest

from dateline.languages import empty, named
from dateline.stories.evidence import Weighed
from dateline.stories.features import Features
from dateline.stories.live import Live, LiveStory
from dateline.stories.printed import Printed
from sample_stories import BAKERY, FERRY, SUMMIT, known_by

ENGLISH = named("en")


def alive(*stories: tuple[tuple[str, str, str, str], ...], most: int = 100) -> Live:
    live = Live(ENGLISH, most)
    for identity, articles in enumerate(stories, 1):
        for number, told in enumerate(articles):
            if number:
                story = live.get(identity)
                assert story
                live.put(story, known_by(*told))
            else:
                live.open(identity, known_by(*told))
    return live


def near(live: Live, features: Features) -> list[int]:
    weighed = Weighed.among(live, features)
    return [story.id for story in live.near(features, weighed.words, weighed.names)]


def test_what_is_rare_leads_to_the_story() -> None:
    live = alive(FERRY[:2], SUMMIT)
    assert near(live, known_by(*FERRY[2]))[0] == 1


def test_what_shares_nothing_rare_leads_nowhere() -> None:
    assert near(alive(SUMMIT), known_by("x", "2023-10-20", "", "Snow fell on Gorlund, where schools closed.")) == []


def test_a_name_few_stories_tell_is_rarer_than_one_that_all_do() -> None:
    live = alive(FERRY[:2], SUMMIT, BAKERY)
    assert live.rarity("@Cape Torrin") < live.rarity("@Nobody Ever")
    assert live.rarity("say") < live.rarity("@Cape Torrin")


def test_the_stories_told_longest_ago_are_let_go() -> None:
    live = Live(ENGLISH, 10)
    for number in range(15):
        day = (dt.date(2023, 1, 1) + dt.timedelta(number)).isoformat()
        live.open(number, known_by(f"a{number}", day, "", f"A bridge in Town{number} fell."))
    assert len(live) <= 10
    assert live.get(0) is None
    assert live.get(14) is not None
    assert near(live, known_by("x", "2023-01-20", "", "The bridge in Town0 is up again.")) != [0]


def telling(article: int, *words: str) -> Features:
    """An article that tells these words and nothing else."""
    return Features(f"a{article}", 738_000, dict.fromkeys(words, 1.0), {}, (), frozenset(), False, ())


def many(stories: int) -> Live:
    """Stories that all tell of a storm, each in a place of its own."""
    live = Live(empty(), stories)
    for number in range(stories):
        live.open(number, telling(number, "storm", f"town{number}"))
    return live


def test_the_places_looked_at_do_not_grow_with_the_stories_alive() -> None:
    looked_at = []
    for stories in (100, 1_000, 3_000):
        live = many(stories)
        assert near(live, telling(stories, "storm", "town70"))[0] == 70
        looked_at.append(live.looked_at)
    assert looked_at[0] < looked_at[1] == looked_at[2]


def test_of_many_stories_that_tell_a_thing_those_told_last_are_found() -> None:
    assert min(near(many(1_000), telling(1_000, "storm"))) >= 400


def test_a_story_that_little_leads_to_is_not_compared() -> None:
    assert near(many(100), telling(100, "storm", "town70")) == [70]


def test_a_story_kept_and_taken_up_is_the_same() -> None:
    live = alive(FERRY)
    story = live.get(1)
    assert story
    again = Live(ENGLISH, 10)
    again.take(LiveStory.of_plain(story.to_plain()))
    assert again.get(1) == story
    assert near(again, known_by(*FERRY[0])) == [1]


def room(story: LiveStory) -> int:
    return sum(map(sys.getsizeof, (story.words, story.names, story.points)))


def test_of_a_story_told_long_ago_less_is_kept_and_it_is_found_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    live = Live(ENGLISH, 10)
    monkeypatch.setattr(live, "_printed", Printed(20))
    words = [f"word{number}" for number in range(380)]
    first = live.open(1, replace(telling(1, *words), points=tuple(range(20))))
    before = room(first)
    live.open(2, replace(telling(2, "storm"), points=tuple(range(20, 30))))
    assert (len(first.words), len(first.points)) == (380, 20)
    live.put(live.open(3, telling(3, "flood")), replace(telling(4, "flood"), points=tuple(range(30, 50))))
    assert (len(first.words), len(first.points)) == (300, 0)
    assert room(first) < before / 2
    assert near(live, telling(5, *first.leading)) == [1]
    live.put(first, replace(telling(6, *words[:50]), points=(90, 91)))
    live.drop(1)
    assert len({live.rarity(word) for word in (*words, "word999")}) == 1


def test_counts_are_kept_once_for_all_stories() -> None:
    live = alive(FERRY, SUMMIT)
    again = Live(ENGLISH, 10)
    for story in live:
        again.take(LiveStory.of_plain(marshal.loads(marshal.dumps(story.to_plain(), 2))))
    for one in (live, again):
        counts = [count for story in one for count in story.words.values()]
        assert len(set(map(id, counts))) == len(set(counts))


@pytest.mark.parametrize(("day", "gap"), [("2023-10-16", 0), ("2023-10-25", 7), ("2023-10-01", 13)])
def test_days_from_the_nearest_end(day: str, gap: int) -> None:
    story = alive(FERRY).get(1)
    assert story
    assert story.gap(dt.date.fromisoformat(day).toordinal()) == gap


def test_two_stories_joined_are_found_as_one() -> None:
    live = alive(FERRY[:1], FERRY[1:])
    one, other = live.get(1), live.get(2)
    assert one
    assert other
    live.join(other, one)
    assert (len(live), one.size, near(live, known_by(*FERRY[2]))) == (1, 3, [1])


def test_in_a_language_without_words_it_works_on_what_the_stories_tell() -> None:
    live = Live(empty(), 10)
    live.open(1, known_by(*FERRY[0]))
    assert near(live, known_by(*FERRY[1])) == [1]
