import datetime as dt
from collections.abc import Callable

import pytest

from dateline.events.attribution.spans import attributions
from dateline.events.mentions.mentions import mentions
from dateline.events.parsing.parse import Parse
from dateline.model import Article, EventMention
from dateline.times import tag

Parsed = Callable[[str], Parse]


def article(text: str) -> Article:
    return Article("a", text, dt.date(2019, 4, 23))


def told(text: str, parsed: Parsed) -> list[EventMention]:
    parse, source = parsed(text), article(text)
    return mentions(source, parse, attributions(parse), tag(text, source.published))


def one(found: list[EventMention], text: str) -> EventMention:
    return next(mention for mention in found if mention.text == text)


def test_who_does_what_to_whom_and_where(parsed: Parsed) -> None:
    met = one(told("Ada Okoro met Pavel Lind in Vienna.", parsed), "met")
    assert [(taking.role, taking.text) for taking in met.participants] == [
        ("agent", "Ada Okoro"),
        ("patient", "Pavel Lind"),
    ]
    assert met.place is not None
    assert met.place.text == "Vienna"


def test_a_passive_has_its_agent_behind_by(parsed: Parsed) -> None:
    found = one(told("In Port Sel, the minister was arrested by soldiers.", parsed), "arrested")
    assert {(taking.role, taking.text) for taking in found.participants} == {
        ("patient", "the minister"),
        ("agent", "soldiers"),
    }


def test_the_day_belongs_to_the_event_it_stands_with(parsed: Parsed) -> None:
    found = told("The port authority said on Monday that the harbour would reopen on April 30.", parsed)
    said, reopen = one(found, "said"), one(found, "reopen")
    assert said.date is not None
    assert said.date.first == dt.date(2019, 4, 22)
    assert reopen.date is not None
    assert reopen.date.first == dt.date(2019, 4, 30)


def test_the_day_behind_who_is_told_is_that_of_the_telling(parsed: Parsed) -> None:
    found = told("Varga told the court on Monday he had lent Brandl the barge on March 2.", parsed)
    assert [(m.text, m.date and m.date.value) for m in found if m.text in ("told", "lent")] == [
        ("told", "2019-04-22"),
        ("lent", "2019-03-02"),
    ]


def test_the_day_on_which_there_is_something_is_its_own(parsed: Parsed) -> None:
    found = told("There will be no concert in Oslo on May 6.", parsed)
    assert [(m.text, m.status.value, m.date and m.date.value) for m in found] == [("concert", "denied", "2019-05-06")]


def test_of_two_dates_that_name_one_day_the_finer_is_the_event_s(parsed: Parsed) -> None:
    found = told("A decade ago, on May 3, 2009, Varga was freed.", parsed)
    assert [mention.date and mention.date.value for mention in found if mention.text == "freed"] == ["2009-05-03"]


def test_a_plain_future_on_a_day_is_scheduled(parsed: Parsed) -> None:
    on_a_day = told("The leaders will meet on April 30.", parsed)
    some_day = told("The leaders will meet soon.", parsed)
    hoped_for = told("The leaders hope to meet on April 30.", parsed)
    assert [one(found, "meet").status.value for found in (on_a_day, some_day, hoped_for)] == [
        "scheduled",
        "expected",
        "expected",
    ]


def test_two_days_are_two_mentions(parsed: Parsed) -> None:
    found = told("The two met in Oslo in 2001 and in Rome in 2002.", parsed)
    assert [mention.date.value for mention in found if mention.text == "met" and mention.date] == ["2001", "2002"]


def test_what_is_said_is_said_by_the_speaker_and_so_is_the_saying(parsed: Parsed) -> None:
    found = told("Harbour aide Yara Nasser told reporters that the ships had left.", parsed)
    assert one(found, "told").said_by == "Yara Nasser"
    assert one(found, "left").said_by == "Yara Nasser"


def test_a_demand_is_told_by_the_article_itself(parsed: Parsed) -> None:
    found = told("Norland demanded that the minister leave the country.", parsed)
    assert one(found, "demanded").said_by is None
    assert one(found, "leave").said_by == "Norland"
    assert one(found, "leave").status.value == "proposed"


@pytest.mark.parametrize(
    ("text", "word", "speaker"),
    [
        ("Norland has banned all marches in the capital.", "marches", None),
        ("Norland indicted two men on charges of fraud.", "fraud", None),
        ("Experts suspect that the tank leaked.", "leaked", "experts"),
        ("The minister denied meeting the builder.", "meeting", "the minister"),
    ],
)
def test_what_somebody_does_is_no_word_of_theirs(parsed: Parsed, text: str, word: str, speaker: str | None) -> None:
    assert one(told(text, parsed), word).said_by == speaker


def test_every_mention_is_the_text_at_its_offsets(parsed: Parsed) -> None:
    text = "The visit, planned for May 2, was called off after talks in Geneva failed, officials said."
    found = told(text, parsed)
    assert {"visit", "called", "talks", "failed", "said"} <= {mention.text for mention in found}
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
        for taking in mention.participants:
            assert text[taking.start : taking.end] == taking.text


def test_the_day_of_a_plan_is_the_planned_event_s(parsed: Parsed) -> None:
    found = told("The visit, planned for May 2, was called off.", parsed)
    visit, planned = one(found, "visit"), one(found, "planned")
    assert visit.date is not None
    assert (visit.date.first, visit.status.value) == (dt.date(2019, 5, 2), "cancelled")
    assert planned.date is None


def test_what_was_to_come_by_a_later_day_has_not_happened(parsed: Parsed) -> None:
    found = told("The hearing was postponed until May 5.", parsed)
    assert one(found, "hearing").status.value == "postponed"


def test_what_will_not_be_before_a_day_is_not_denied(parsed: Parsed) -> None:
    found = told("The ferry will not sail before May 5.", parsed)
    assert one(found, "sail").status.value == "expected"


def test_a_dateline_s_place_is_not_the_event_s(parsed: Parsed) -> None:
    found = told("Officials in Oslo said that a ship sank near Port Sel.", parsed)
    sank = one(found, "sank")
    assert sank.place is not None
    assert sank.place.text == "Port Sel"


def test_what_was_told_to_come_is_still_to_come_when_it_is_named_again(parsed: Parsed) -> None:
    found = told("The two firms plan a merger. Analysts praised the merger.", parsed)
    assert [mention.status.value for mention in found if mention.text == "merger"] == ["expected", "expected"]


def test_what_is_told_in_the_past_did_not_happen_on_a_day_to_come(parsed: Parsed) -> None:
    found = told("He was arrested last week and resigned on April 30.", parsed)
    assert one(found, "resigned").status.value == "happened"


def test_the_day_of_a_cleft_is_the_clause_s(parsed: Parsed) -> None:
    agreed = one(told("It was on Monday that the company agreed to talks.", parsed), "agreed")
    assert agreed.date is not None
    assert agreed.date.first == dt.date(2019, 4, 22)


def test_the_year_of_a_budget_is_not_the_day_of_its_vote(parsed: Parsed) -> None:
    approved = [m for m in told("Parliament approved next year's budget on April 22.", parsed) if m.text == "approved"]
    assert [mention.date.value for mention in approved if mention.date] == ["2019-04-22"]
