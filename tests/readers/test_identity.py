import datetime as dt

import pytest

from dateline.model import Article
from dateline.readers.identity import Found, settle

DAY = dt.date(2019, 4, 23)


def found(
    file: str,
    text: str = "Ministers met.",
    *,
    given: str = "",
    number: int = 1,
    published: dt.date | None = DAY,
    updated: str | None = None,
    source: str | None = None,
) -> Found:
    article = Article(
        id=given,
        text=text,
        published=published,
        source=source,
        updated=dt.datetime.fromisoformat(updated) if updated else None,
        read_from=f"{file}:{number}",
    )
    name = file.rsplit("/", 1)[-1]
    return Found(file, number, article, None if file.endswith(".jsonl") else name)


def ids(*items: Found) -> list[str]:
    return sorted(article.id for article in settle(items)[0])


def problems(*items: Found) -> list[str]:
    return [str(error) for _, error in settle(items)[1]]


class TestNames:
    def test_a_text_file_gives_its_name(self) -> None:
        assert ids(found("desk/a.txt")) == ["a.txt"]

    def test_files_of_one_name_are_told_apart_by_as_many_folders_as_it_takes(self) -> None:
        items = [found(name, name) for name in ("x/1/a.txt", "y/1/a.txt", "a.txt", "x/b.txt")]
        assert ids(*items) == ["a.txt", "b.txt", "x/1/a.txt", "y/1/a.txt"]

    def test_an_id_that_was_given_is_kept_and_a_file_gives_way_to_it(self) -> None:
        assert ids(found("wires.jsonl", "One.", given="a.txt"), found("x/a.txt", "Two.")) == ["a.txt", "x/a.txt"]

    def test_an_article_without_id_or_file_of_its_own_is_named_by_its_content(self) -> None:
        one, two = found("a.jsonl", "One."), found("b.jsonl", "Two.")
        (first,), (second,) = ids(one), ids(two)
        assert ids(found("elsewhere.jsonl", "One.", number=9)) == [first]
        assert first != second
        assert len(first) == 16

    def test_date_and_outlet_are_part_of_the_content(self) -> None:
        variants = [found("a.jsonl"), found("a.jsonl", published=None), found("a.jsonl", source="The Meridian")]
        assert len({ids(variant)[0] for variant in variants}) == 3


class TestSameArticle:
    def test_a_second_file_with_the_same_content_is_left_out(self) -> None:
        assert problems(found("a.txt"), found("b.txt")) == [
            "b.txt:1: the same article as a.txt:1. It counts once. Remove one of them"
        ]

    def test_another_day_or_outlet_makes_another_article(self) -> None:
        assert problems(found("a.txt"), found("b.txt", published=dt.date(2019, 4, 24))) == []
        assert problems(found("a.txt"), found("b.txt", source="The Meridian")) == []

    def test_the_same_id_and_text_is_the_same_article_whenever_it_was_updated(self) -> None:
        again = found("b.jsonl", given="m-1", updated="2019-04-24")
        assert problems(found("a.jsonl", given="m-1"), again) == [
            "b.jsonl:1: the same article as a.jsonl:1. It counts once. Remove one of them"
        ]

    def test_two_ids_are_two_articles_even_with_one_text(self) -> None:
        assert ids(found("a.jsonl", given="m-1"), found("a.jsonl", given="m-2", number=2)) == ["m-1", "m-2"]

    def test_a_copy_without_an_id_adds_nothing_to_one_with(self) -> None:
        assert ids(found("a.txt"), found("b.jsonl", given="m-1")) == ["m-1"]


class TestVersions:
    @pytest.mark.parametrize(
        ("newer", "older"),
        [
            ({"updated": "2019-04-24T08:00:00"}, {"updated": "2019-04-24T07:00:00"}),
            ({"updated": "2019-04-24T08:00:00-05:00"}, {"updated": "2019-04-24T12:00:00+00:00"}),
            ({"updated": "2019-04-24"}, {}),
            ({"updated": "2019-04-23T01:00:00+09:00"}, {}),
            ({"published": dt.date(2019, 4, 24)}, {"published": DAY}),
        ],
    )
    def test_both_are_kept_when_it_can_be_told_which_is_newer(
        self, newer: dict[str, str], older: dict[str, str]
    ) -> None:
        items = [found("a.jsonl", "New.", given="m-1", **newer), found("b.jsonl", "Old.", given="m-1", **older)]  # type: ignore[arg-type]
        articles, left_out = settle(items)
        assert [article.text for article in articles] == ["Old.", "New."]
        assert left_out == []

    def test_a_text_that_comes_back_after_a_change_is_a_version_too(self) -> None:
        items = [
            found("a.jsonl", text, given="m-1", number=number, updated=f"2019-04-2{number}")
            for number, text in enumerate(["One.", "Two.", "One."], 1)
        ]
        assert [article.text for article in settle(items)[0]] == ["One.", "Two.", "One."]

    @pytest.mark.parametrize("published", [DAY, None])
    def test_the_later_place_is_refused_when_it_cannot(self, published: dt.date | None) -> None:
        items = [
            found("a.jsonl", "One.", given="m-1", published=published),
            found("b.jsonl", "Two.", given="m-1", published=published),
        ]
        articles, ((_, error),) = settle(items)
        assert [article.text for article in articles] == ["One."]
        assert str(error) == (
            "b.jsonl:1: another text has the id “m-1” too (a.jsonl:1), and nothing tells which is newer. "
            'Give each its own id, or the newer one an "updated" time'
        )
