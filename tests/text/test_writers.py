import pytest

from dateline.languages import empty, named
from dateline.text import sentences, writers

ENGLISH = named("en")

STORY = "The mayor resigned on Monday. Her deputy takes over on Friday, the council said."


def told(text: str, bylines: tuple[str, ...] = ()) -> str:
    spans = sentences.split(ENGLISH, text)
    return " ".join(
        sorted((span.of(text) for span in writers.notes(ENGLISH, text, spans, bylines, ())), key=text.index)
    )


@pytest.mark.parametrize(
    "note",
    [
        "Ann Lee is the Herald's court reporter. Her book is out in May.",
        "She is the author of three novels and lives in Corran.",
        "Ann Lee, a former envoy, is a senior fellow at the Corran Institute.",
        "C. Fred Berg, director of the Corran Institute, was assistant secretary for trade from 1977 to 1981.",
        "The writer is a former minister of finance.",
        "Ann Lee covers the courts for the Herald. She joined in March 2019.",
        "Follow her on Twitter @annlee.",
        "Ann Lee can be reached at ann@herald.example.",
        "The views expressed here are those of the author.",
    ],
)
def test_the_end_of_an_article_tells_who_wrote_it(note: str) -> None:
    assert told(f"{STORY}\n\n{note}") == note


@pytest.mark.parametrize(
    "news",
    [
        "Omar Haddad was a member of the crew.",
        "Omar Haddad, 45, was arrested on Monday.",
        "Omar Haddad is to stand trial on Friday.",
        "She is the author of the bill that passed on Monday.",
        "He lives in Corran.",
        "The Meridian reports that the council meets on Saturday.",
    ],
)
def test_news_at_the_end_of_an_article_is_news(news: str) -> None:
    assert told(f"{STORY}\n\n{news}") == ""


def test_news_of_somebody_whom_the_story_names_is_news() -> None:
    text = f"Ann Lee left on Monday. {STORY}\n\nAnn Lee is a professor of law."
    assert told(text) == ""
    assert told(text, ("By Ann Lee",)) == "Ann Lee is a professor of law."


def test_nothing_but_more_of_it_stands_behind_such_a_note() -> None:
    assert told(f"{STORY}\n\nAnn Lee is a professor of law. The line reopened on Tuesday.") == ""


def test_a_language_without_words_has_no_such_notes() -> None:
    text = f"{STORY}\n\nAnn Lee is a reporter."
    assert list(writers.notes(empty(), text, sentences.split(empty(), text), (), ())) == []
