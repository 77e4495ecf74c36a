import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from dateline import Article, Entry, timeline_of
from dateline.timeline.close.tellings import Telling
from dateline.timeline.describe.entries import identities

SANK = "The ferry Marigold sank off Skarn on March 3 with nine people on board."


def entries(*told: tuple[str, str]) -> tuple[Entry, ...]:
    """The entries of articles, given by outlet and text, published on 4 March and the days after."""
    return timeline_of(
        [Article(f"a{n}", text, dt.date(2021, 3, 4 + n), outlet) for n, (outlet, text) in enumerate(told)]
    ).entries


def test_the_headline_is_a_passage_on_one_line_and_its_evidence_stands_first() -> None:
    (entry,) = entries(("Aar Wire", SANK.replace("off Skarn", "off\nSkarn")), ("Skarn Post", SANK + " It was dark."))
    assert entry.headline == SANK
    assert " ".join(entry.evidence[0].exact.split()) == entry.headline


def test_outlets_that_tell_it_on_their_own_are_its_sources() -> None:
    (entry,) = entries(
        ("Aar Wire", SANK), ("Skarn Post", "Nine people were on board the Marigold, which sank on March 3.")
    )
    assert (entry.sources, {passage.origin for passage in entry.evidence}) == (2, {"Aar Wire", "Skarn Post"})


def test_an_outlet_that_has_it_word_for_word_is_no_other_source() -> None:
    (entry,) = entries(("Aar Wire", SANK), ("Skarn Post", f"Rain fell on the town all day. {SANK}"))
    assert entry.sources == 1
    assert {passage.origin for passage in entry.evidence} == {"Aar Wire"}


def test_who_denies_it_or_has_it_on_another_day_is_no_source() -> None:
    (entry,) = entries(
        ("Aar Wire", SANK), ("Skarn Post", "The coast guard denied that the Marigold sank off Skarn on March 3.")
    )
    assert (len(entry.evidence), entry.sources) == (2, 1)


def test_a_report_that_another_article_withdraws_is_no_longer_told_as_happened() -> None:
    withdrawn = "The Aar Wire has withdrawn a report that the ferry Marigold sank off Skarn on March 3."
    (entry,) = entries(("Aar Wire", SANK), ("Skarn Post", withdrawn))
    assert (entry.status, entry.headline) == ("denied", withdrawn)
    assert [turn.status for turn in entry.history] == ["happened", "denied"]


def test_an_outlet_that_tells_it_twice_counts_once() -> None:
    twice = f"{SANK} The Marigold, which sank on March 3 off Skarn, had nine people on board."
    (entry,) = entries(("Aar Wire", twice))
    assert (len(entry.evidence), entry.sources) == (2, 1)


def test_an_id_outlives_a_correction_elsewhere_in_the_article() -> None:
    (before,), (after,) = entries(("Aar Wire", SANK)), entries(("Aar Wire", f"Rain fell all night. {SANK}"))
    assert before.id == after.id


def test_events_told_in_the_same_words_are_told_apart(tell: Callable[..., list[Telling]]) -> None:
    one, other = tell((4, f"{SANK} Rain fell. {SANK}"))
    first, second = identities([one, other])
    assert first != second
    assert identities([other, one]) == [second, first]
    assert identities([replace(one)]) == [first]
