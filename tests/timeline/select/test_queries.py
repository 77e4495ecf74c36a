import datetime as dt

import pytest

from dateline.errors import OptionError
from dateline.languages import named
from dateline.model import Article, Timeline
from dateline.pipeline import timeline_of
from dateline.request import Request
from dateline.timeline.select import queries

ENGLISH = named("en")

STORY = [
    Article("a1", "The Ystrad dam burst on 4 March 2020. Climbers were rescued on 6 March 2020.", dt.date(2020, 3, 7)),
    Article("a2", "The ferry to Low Alder sailed again on 9 March 2020.", dt.date(2020, 3, 10)),
]


def asked(*words: str) -> Timeline:
    return timeline_of(STORY, Request(queries=words, parse=False))


@pytest.mark.parametrize("query", ["", "  ", "the", "“”"])
def test_a_query_without_a_word_to_look_for_is_refused(query: str) -> None:
    with pytest.raises(OptionError, match="no word to look for"):
        asked("dam", query)


def test_the_title_names_the_queries_that_entries_answer() -> None:
    assert asked("dam", "ferry").title == "dam, ferry"


def test_the_title_names_no_query_that_nothing_answers() -> None:
    assert asked("dam", "volcano").title == "dam"
    assert "volcano" not in asked("volcano").title


def test_a_query_is_heard_in_any_form_of_its_words() -> None:
    entries = asked().entries
    assert queries.heard(ENGLISH, entries, ("climber", "volcano", "sailing to Alder")) == [
        "climber",
        "sailing to Alder",
    ]
