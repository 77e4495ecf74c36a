import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import OptionError
from dateline.web.paging import Outcome, Paged, page

DAYS = ("2019-04-23", "2019-04-24", "2019-04-24", "2019-04-25", "2019-05-02")
LINES = tuple((day, number) for number, day in enumerate(DAYS))


def shown(
    cursor: str | None = None, limit: int = 2, lines: tuple[tuple[str, int], ...] = LINES
) -> Paged[tuple[str, int]]:
    return page(lines, lambda line: line, "lines", limit=limit, cursor=cursor)


@given(st.integers(1, 7))
def test_page_after_page_shows_all_once_in_order(limit: int) -> None:
    found: list[tuple[str, int]] = []
    cursor = None
    while True:
        here = shown(cursor, limit)
        assert here.total == len(LINES)
        found += here.items
        cursor = here.next_cursor
        if cursor is None:
            break
    assert tuple(found) == LINES


def test_what_comes_in_before_the_cursor_moves_nothing_and_what_is_taken_away_loses_nothing() -> None:
    first = shown()
    grown = (("2019-04-01", 9), *LINES[:1], *LINES[2:])  # the line that the cursor names is gone
    assert shown(first.next_cursor, lines=grown).items == LINES[2:4]


def test_nothing_found_is_told_apart_from_the_end() -> None:
    last = shown(shown(limit=4).next_cursor, limit=4)
    assert (last.outcome, last.next_cursor) == (Outcome.FOUND, None)
    cursor = shown(limit=4).next_cursor
    assert shown(cursor, lines=LINES[:4]).outcome is Outcome.PAST_THE_END
    assert shown(cursor, lines=()).outcome is Outcome.NOTHING_FOUND


def made(*parts: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode()


@pytest.mark.parametrize(
    "cursor",
    ["", "x", "%%%", "é", made("other list", "2019-04-24", 1), made("lines", 7, "x"), made(), "W" * 100_000],
)
def test_a_cursor_of_another_list_is_refused_with_what_to_do(cursor: str) -> None:
    with pytest.raises(OptionError, match="Take it from the page before"):
        shown(cursor)
