import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.events.attribution.quotes import quotations, spoken
from dateline.languages import named

ENGLISH = named("en")


def quoted(text: str) -> list[str]:
    return [text[found.start : found.end] for found in quotations(ENGLISH, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It works,” she said. “For now.”", ["“It works,”", "“For now.”"]),
        ('He called it "a start" and left.', ['"a start"']),
        ("''We won,'' the mayor wrote.", ["''We won,''"]),
        ("The ‘quiet’ talks at the workers’ club", ["‘quiet’"]),
        ("the minister's 'no' and the '90s", ["'no'"]),
        ("„Ja“, sagte er. Elle dit « oui ».", ["„Ja“", "« oui »"]),
        ('A 6" pipe and a 12" pipe', []),
    ],
)
def test_quotation_marks_of_all_kinds_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_unclosed_quotation_ends_with_its_line_and_resumes_in_the_next() -> None:
    text = "“The bridge will open.\n\n“It will not close again,” Okoro said.\nNobody else spoke."
    first, second = quotations(ENGLISH, text)
    assert (text[first.start : first.end], first.resumes) == ("“The bridge will open.", False)
    assert (text[second.start : second.end], second.resumes) == ("“It will not close again,”", True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge is safe, said engineer Luc Moreau.\nThe council met.", ["“The bridge is safe,"]),
        ("“Who knows? asked Ada Okoro. “I do.”", ["“Who knows?", "“I do.”"]),
        ('"It works, she told the Echo.\nNobody else spoke.', ['"It works,']),
        (
            "“I went home, she said, and slept.\n\n“Then I left,” he said.",
            ["“I went home, she said, and slept.", "“Then I left,”"],
        ),
    ],
)
def test_a_closing_mark_that_was_forgotten_stands_before_who_said_it(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said: "It was dry.\nThen it rained.\nWe ran." Lund left.', ['"It was dry.\nThen it rained.\nWe ran."']),
        ("“It was dry.\nWe ran,” Lund said.\n“So did I.”", ["“It was dry.\nWe ran,”", "“So did I.”"]),
        ("“It was dry.\n“We ran,” Lund said.", ["“It was dry.", "“We ran,”"]),
        ("“It was dry, said Lund.\nThe ‘old’ dam, a ruin,” held.", ["“It was dry,", "‘old’"]),
        ('"It was dry.\nThe "old" dam held.', ['"It was dry.', '"old"']),
        ("“It was dry.\n" + "It rained.\n" * 400 + "We ran,” Lund said.", ["“It was dry."]),
    ],
)
def test_what_is_quoted_over_several_lines_runs_to_the_mark_that_closes_it(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in spoken(ENGLISH, text)] == expected


@given(st.text(alphabet="ab ,.\n“”‘’\"'«»„", max_size=80))
def test_what_is_spoken_is_in_order(text: str) -> None:
    found = spoken(ENGLISH, text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert all(0 <= one.start < one.end <= len(text) for one in found)


@given(st.text(alphabet="ab ,.\n“”‘’\"'«»„", max_size=80))
def test_quotations_are_in_order_and_never_cross_a_line(text: str) -> None:
    found = quotations(ENGLISH, text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert all(0 <= one.start < one.end and "\n" not in text[one.start : one.end] for one in found)
