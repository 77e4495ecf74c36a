import pytest

from dateline import ArchiveError, NothingToRead, OptionError, QueryError, UndatedArticle, UnknownStory
from dateline.web.failures import Failure, failure_of


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (Failure(418, "tea", "No."), 418, "tea"),
        (UnknownStory(7), 404, "no-such-story"),
        (QueryError('"a', 0, "the quotation mark is never closed", "Close it"), 400, "query"),
        (UndatedArticle("a.txt", "it has no date", "Give it one"), 422, "input"),
        (NothingToRead("story 1 has no article"), 404, "nothing-to-read"),
        (ArchiveError("news.db", "it is damaged", "Restore it"), 503, "archive"),
        (OptionError("the limit is 0. Use 1 to 200"), 400, "option"),
    ],
)
def test_what_went_wrong_has_a_status_and_a_code(error: Exception, status: int, code: str) -> None:
    failure = failure_of(error)
    assert (failure.status, failure.code) == (status, code)
    assert failure.message


def test_a_failure_can_be_passed_on_like_any_exception() -> None:
    with pytest.raises(Failure) as failed:
        raise Failure(404, "no-such-line", "There is no such line.")
    failed.value.__traceback__ = None
    assert failed.value.status == 404


def test_where_a_query_cannot_be_read() -> None:
    assert failure_of(QueryError("a -", 2, "there is no word", "Write one")).plain["error"] == {
        "code": "query",
        "message": "'a -' cannot be read from character 3 on: there is no word. Write one",
        "hint": None,
        "at": 2,
    }


def test_of_a_fault_of_ours_nothing_is_told_but_that_it_was_one() -> None:
    failure = failure_of(ValueError("/home/ada/secret.txt"))
    assert failure.status == 500
    assert "secret" not in str(failure.plain)
