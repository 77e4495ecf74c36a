"""What is read from one article: in which language, and what of it."""

import dataclasses
import datetime as dt

import pytest

from dateline.errors import MalformedArticle, MissingLanguage
from dateline.model import Article
from dateline.reading.skim import skim

ENGLISH = "The ferry ran aground off Carsby on Monday and nine people were hurt, the coastguard said."
SPANISH = "El transbordador encalló el lunes frente a Carsby y nueve personas resultaron heridas, según la policía."


def article(text: str, language: str | None = None) -> Article:
    return Article("a", text, dt.date(2019, 4, 23), language=language)


@pytest.mark.parametrize("language", [None, "en", "en-GB"])
def test_an_article_is_read_in_its_language_given_or_told_by_its_words(language: str | None) -> None:
    skimmed = skim(article(ENGLISH, language))
    assert skimmed.language.tag == "en"
    assert [timex.text for timex in skimmed.timexes] == ["Monday"]


def test_a_text_too_short_to_tell_is_read_as_english() -> None:
    assert [timex.text for timex in skim(article("Talks began on Monday.")).timexes] == ["Monday"]


@pytest.mark.parametrize(("text", "language"), [(SPANISH, None), (ENGLISH, "es"), (ENGLISH, "tlh")])
def test_in_a_language_that_is_not_there_nothing_is_read(text: str, language: str | None) -> None:
    with pytest.raises(MissingLanguage, match=r"Dateline reads English \(en\)"):
        skim(article(text, language))


@pytest.mark.parametrize("field", ["text", "title", "source"])
def test_half_a_character_in_an_article_made_by_hand_costs_that_article(field: str) -> None:
    halved = dataclasses.replace(article(ENGLISH), **{field: "Talks \ud83d began."})  # type: ignore[arg-type]
    with pytest.raises(MalformedArticle, match=rf'^a: its "{field}" holds half a character \(\\ud83d at character 7\)'):
        skim(halved)
