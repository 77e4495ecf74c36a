import datetime as dt

from dateline.model import Article, Status
from dateline.reading.article import read_article
from dateline.reading.dated import DatedSentence

TEXT = (
    "The old dairy of Gressow was closed. It reopened on Monday, and it will be sold on Friday. Nobody came. "
    "On Tuesday 9 people were hurt."
)


def dated() -> tuple[DatedSentence, ...]:
    return read_article(Article("a", TEXT, dt.date(2021, 3, 10), "Lindow Echo")).dated


def test_only_sentences_with_a_time_are_dated_and_they_know_their_place() -> None:
    assert [sentence.order for sentence in dated()] == [1, 3]
    assert [len(sentence.timexes) for sentence in dated()] == [2, 1]
    assert all(sentence.text == sentence.span.of(TEXT) for sentence in dated())


def test_its_terms_are_what_it_is_about() -> None:
    assert dated()[0].terms == ("reopen", "sold")


def test_it_is_read_for_each_of_its_times() -> None:
    first, _ = dated()
    statuses = [first.read(timex).status for timex in first.timexes]
    assert statuses == [Status.HAPPENED, Status.SCHEDULED]
    assert first.read(first.timexes[0]) is first.read(first.timexes[0])


def test_what_was_kept_of_it_is_not_sought_again() -> None:
    _, kept = dated()
    _, again = dated()
    again.keep(kept.to_plain())
    assert vars(again)["figures"] == kept.figures != {}
