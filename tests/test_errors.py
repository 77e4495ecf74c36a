"""Errors as one tree: what they say, and how a fault of our own is told."""

import datetime as dt
import inspect
import pickle

import pytest

from dateline import Article, errors
from dateline.errors import (
    DatelineError,
    InputError,
    MalformedArticle,
    MissingLanguage,
    UnforeseenFault,
    UnknownLanguage,
)

ARTICLE = Article("ferry", "The ferry sank.", dt.date(2021, 3, 4), read_from="news/ferry.txt")
CLASSES = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, Exception)]


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_error_is_caught_by_the_root_and_stands_in_the_tree(kind: type[Exception]) -> None:
    assert issubclass(kind, DatelineError)
    assert kind.__name__ in (errors.__doc__ or "")


def test_an_input_error_says_where_what_and_what_to_do() -> None:
    error = MalformedArticle("a.jsonl:7", "it has no text", "Give it one")
    assert str(error) == "a.jsonl:7: it has no text. Give it one"
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def broken() -> Exception:
    try:
        return ValueError(ARTICLE.text[20])
    except IndexError as fault:
        return fault


def test_a_fault_of_ours_costs_its_article_and_keeps_its_trace() -> None:
    error = errors.in_article(ARTICLE, broken())
    assert isinstance(error, UnforeseenFault)
    assert str(error).startswith(
        "news/ferry.txt: an unforeseen fault of Dateline, IndexError: string index out of range"
    )
    assert "in broken" in error.trace


def test_an_article_in_a_language_that_is_not_there_is_unknown() -> None:
    error = errors.in_article(ARTICLE, MissingLanguage("Lonish", ["English"]))
    assert isinstance(error, UnknownLanguage)
    assert "Lonish" in str(error)


def test_what_was_wrong_with_an_input_stays_what_it_is() -> None:
    error = InputError("a.txt", "it is empty", "Leave it out")
    assert errors.in_article(ARTICLE, error) is error
