import datetime as dt

import pytest

from dateline.model import Mark, MarkKind
from dateline.web.pages.hand_words import words_of


@pytest.mark.parametrize("kind", list(MarkKind))
def test_everything_that_can_be_done_has_words(kind: MarkKind) -> None:
    made = Mark(1, kind, "ada", dt.datetime(2024, 1, 2, tzinfo=dt.UTC), 1, ("x",), articles=("a",), stories=(1, 2))
    assert words_of(made)


def test_a_correction_says_what_it_was_corrected_to() -> None:
    made = Mark(1, MarkKind.DATE, "ada", dt.datetime(2024, 1, 2, tzinfo=dt.UTC), 1, ("2023-10-17",))
    assert words_of(made) == "corrected the date to “2023-10-17”"
