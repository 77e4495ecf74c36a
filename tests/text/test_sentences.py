from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.languages import named
from dateline.text import sentences

ENGLISH = named("en")


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences.split(ENGLISH, text)]


def test_a_full_stop_ends_a_sentence_and_an_abbreviation_does_not() -> None:
    assert cut("Mr. Lee met U.S. envoys on Tuesday. They parted early.") == [
        "Mr. Lee met U.S. envoys on Tuesday.",
        "They parted early.",
    ]


def test_a_lower_case_letter_goes_on_with_the_sentence() -> None:
    assert cut("Shares fell 3 pct. on Tues. after the vote. Trading stopped.") == [
        "Shares fell 3 pct. on Tues. after the vote.",
        "Trading stopped.",
    ]


def test_a_title_goes_on_with_the_name() -> None:
    assert cut("“No,” said Ms. Lee. Maj. Quill agreed.") == ["“No,” said Ms. Lee.", "Maj. Quill agreed."]


def test_the_state_of_a_senator_goes_on_with_the_sentence() -> None:
    text = "“Today is Day 36,” Sen. Ann Quill (R-Wyo.) said at the hearing. Nobody disagreed."
    assert cut(text)[-2:] == [text.removesuffix(" Nobody disagreed."), "Nobody disagreed."]


@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_short_bracket_that_is_open_goes_on(between: str) -> None:
    text = f"Shares of Zell Plc (ZEL.{between}L) (ZEL.{between}N) fell on Friday."
    assert cut(f"{text} Nobody knew why.") == [text, "Nobody knew why."]
    assert cut("She left (it rained). Nobody knew (it was May).") == [
        "She left (it rained).",
        "Nobody knew (it was May).",
    ]


@pytest.mark.parametrize("zone", ["ET", "GMT", "BST", "Eastern time", "Tuesday", "local time"])
def test_a_clock_time_goes_on_with_its_zone(zone: str) -> None:
    text = f"The network went down about 11 a.m. {zone}, the company said. It was back at 4 p.m. Nobody said why."
    assert cut(text)[0] == f"The network went down about 11 a.m. {zone}, the company said."
    assert cut(text)[-1] == "Nobody said why."


@pytest.mark.parametrize(
    ("before", "rest"),
    [
        ("Sen. Omar Haddad (D-Fla.)", ", who leads the panel, said so on Monday."),
        ("The reports released by the", "government yesterday came after weeks of silence."),
        ("It was not until 2014 that she – even then", "– agreed to speak."),
        ("Tor Lund was in one of the country’", "s oldest guards."),
        ("Tor Lund was in Zell, and he’", "d say so."),
    ],
)
def test_a_line_that_begins_in_the_middle_goes_on_with_the_one_above(before: str, rest: str) -> None:
    assert cut(f"{before}\n{rest}\nThey parted early.") == [f"{before}\n{rest}", "They parted early."]


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("The ferry sank at last.", "– even so, it was found."),
        ("Key points", "– the mayor has left the town"),
        ("– the mayor has left the town", "– the ferry has left with him"),
        ("The ferry sank at last", "– Tor Lund, who found it, has left"),
    ],
)
def test_a_line_that_opens_with_a_dash_may_be_an_item_or_a_sentence(above: str, line: str) -> None:
    assert cut(f"{above}\n{line}")[1] == line


@pytest.mark.parametrize("line", ["share", "read more news", "by Ann Lee and Omar Haddad", ", and"])
def test_a_word_of_the_page_is_a_line_of_its_own(line: str) -> None:
    assert cut(f"Ministers meet at last\n{line}\nThey parted early.")[1] == line


def test_a_caption_that_nothing_closes_is_a_sentence_of_its_own() -> None:
    assert cut("Survivors dig for food and water Up to 900 soldiers will land.") == [
        "Survivors dig for food and water",
        "Up to 900 soldiers will land.",
    ]


def test_a_headline_that_nothing_closes_ends_before_an_article() -> None:
    assert cut("Doctor sees to a patient A strong aftershock has hit Corran.") == [
        "Doctor sees to a patient",
        "A strong aftershock has hit Corran.",
    ]
    assert len(cut("Doctors say that vitamin A deficiency has grown.")) == 1


@pytest.mark.parametrize(
    ("above", "lead"),
    [
        # A common word with a capital opens the lead.
        ("Town mourns drowned sailors", "Rescuers have pulled a boy from the sea off Corran."),
        ("The ferry lay on its side in the bay", "Police are searching the homes of its owners."),
        # So does an article behind a name, and before one.
        ("Divers at work off Port Anselm", "The captain has asked a court for the log."),
        ("The captain faces four years in prison if convicted", "A Norland judge has delayed the trial of Ada Quill."),
        ("Volunteers hand out blankets and water", "The Red Anchor has sent nine trucks to the coast."),
    ],
)
def test_a_headline_that_nothing_closes_ends_where_the_lead_opens(above: str, lead: str) -> None:
    assert cut(f"{above} {lead} Nobody said why.") == [above, lead, "Nobody said why."]


@pytest.mark.parametrize(
    "text",
    [
        # A word that the text sets so again is part of a name.
        "Members voted to remove Workers party leader Ada Quill on Monday. The new Workers party leader is not known.",
        # Nothing ends behind a preposition, a participle that names, or a determiner.
        "He spoke to the bench of the Court of Appeal about it on Monday in Corran.",
        "She was the first to be named Person of the year in Corran on Monday.",
        # The article of a title.
        "Ada Quill will direct the survival drama The Long Tide for a studio in Corran.",
        "The then Home secretary asked the acting Director of the ferry for a report.",
    ],
)
def test_a_capital_of_a_name_ends_no_headline(text: str) -> None:
    assert cut(text)[0] == text.partition(". ")[0].rstrip(".") + "."


def test_a_headline_stands_above_the_lead_only_at_the_opening() -> None:
    story = "They left on Monday. They came on Tuesday. They stayed for a week. "
    assert len(cut(f"{story}Town mourns drowned sailors Rescuers have pulled a boy from the sea.")) == 4


@pytest.mark.parametrize("title", ["Things Envoys Said In 2015", "a group named Showing Up for Peace", "The Hague"])
def test_capitals_within_a_title_part_nothing(title: str) -> None:
    assert len(cut(f"They spoke of {title} on Monday.")) == 1


def test_a_blank_line_parts_sentences_whatever_follows() -> None:
    assert len(cut("Ministers meet at last\n\nin a town that nobody knew before.")) == 2


def test_half_a_character_stays_in_its_place() -> None:
    text = "They met.\ud83d They parted."
    assert "".join(cut(text)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\u2028"])
def test_a_line_break_ends_one_even_without_a_full_stop(end: str) -> None:
    assert cut(f"Ministers meet at last{end}They parted early.") == ["Ministers meet at last", "They parted early."]


def test_quotations_of_many_sentences_are_in_order() -> None:
    text = "“We met. We talked,” she said. “Then we parted.” Nobody else spoke."
    assert "".join(cut(text)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\t"])
def test_nothing_has_none(text: str) -> None:
    assert cut(text) == []


def test_a_line_beyond_every_paragraph_is_cut_at_a_space() -> None:
    text = "word " * 3_000
    assert all(len(sentence) <= 5_000 for sentence in cut(text))
    assert " ".join(cut(text)) == text.strip()


@given(st.text(alphabet=st.sampled_from("Ab. ?!“”\"'\n\r\té😀\u202e1,"), max_size=300))
def test_no_character_is_lost_or_counted_twice(text: str) -> None:
    spans = sentences.split(ENGLISH, text)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u3000"])
def test_a_full_stop_behind_a_capital_and_a_space_that_is_not_the_plain_one_ends_no_run(space: str) -> None:
    assert "".join(cut(f"They chose Plan B{space}. It is cheaper.")) == f"They chose Plan B{space}.It is cheaper."


@given(st.text(alphabet=st.sampled_from("AB b.!\u00a0\u2009\u3000\u0085É漢("), max_size=40))
def test_nor_does_any_other(text: str) -> None:
    assert "".join("".join(cut(text)).split()) == "".join(text.split())


def test_a_list_that_never_stops_is_cut_at_spaces() -> None:
    text = "Ferries sailed in " + "2019, 2020, " * 400
    pieces = cut(text)
    assert max(map(len, pieces)) <= 1200
    assert " ".join(pieces) == text.strip()
    assert all(piece.endswith((",", "0")) for piece in pieces)
