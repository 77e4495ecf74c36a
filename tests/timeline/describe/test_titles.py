"""The title that a person would give."""

import datetime as dt

from dateline import Article, Request, timeline_of

TEXT = "Ilona Varga opened the new dairy at Gressow on Tuesday, in front of two hundred guests."


def titled(*titles: str | None, text: str = TEXT) -> str:
    articles = [
        Article(str(n), f"{text} The outlet was number {n}.", dt.date(2021, 3, 10), f"Outlet {n}", title=title)
        for n, title in enumerate(titles)
    ]
    return timeline_of(articles, Request(parse=False)).title


def test_the_headline_that_says_what_the_others_say() -> None:
    found = titled("What a Tuesday it was", "Varga opens new dairy at Gressow", "New dairy at Gressow is opened")
    assert "dairy at Gressow" in found


def test_the_name_of_the_outlet_is_no_part_of_it() -> None:
    assert titled("Varga opens new dairy at Gressow - The Meridian") == "Varga opens new dairy at Gressow"
    assert titled("Varga opens new dairy at Gressow | Aar Wire") == "Varga opens new dairy at Gressow"


def test_a_section_is_no_headline() -> None:
    assert titled("News", "Home page") != "News"
    assert "Ilona Varga" in titled("News", "Home page")


def test_of_many_articles_no_headline_but_who_most_of_them_name() -> None:
    assert titled(*["Varga opens new dairy at Gressow"] * 70).startswith("Ilona Varga")
