import datetime as dt

import pytest

from dateline.errors import ImpossibleDate, MalformedArticle, UndatedArticle
from dateline.model import Article
from dateline.readers.drafts import Draft, Rules, finish

GIVEN = dt.date(2020, 1, 1)


def article(text: str = "Ministers met.", *, file: str = "a.txt", **fields: str) -> Article:
    return finish(Draft(text=text, file=file, read_from=file, **fields), "en", Rules(GIVEN, undated=True)).article  # type: ignore[arg-type]


class TestPublication:
    """Header, then dateline, then address, then file name, then what is given for all."""

    FULL = "OSLO, April 22, 2019 (AP) — Ministers met."

    def test_the_header_goes_before_everything(self) -> None:
        found = article(self.FULL, file="2019-04-23-talks.txt", published="2019-04-24")
        assert found.published == dt.date(2019, 4, 24)

    def test_then_a_dateline_that_has_a_year(self) -> None:
        assert article(self.FULL, file="2019-04-23-talks.txt").published == dt.date(2019, 4, 22)

    def test_a_dateline_without_one_borrows_it_from_the_file_name(self) -> None:
        text = "OSLO, April 22 (AP) — Ministers met."
        assert article(text, file="2019-04-23-talks.txt").published == dt.date(2019, 4, 22)
        assert article(text).published == GIVEN

    ADDRESS = "https://meridian.example/2019/04/23/talks"

    def test_then_the_address(self) -> None:
        assert article(url=self.ADDRESS, file="2019-04-20-talks.txt").published == dt.date(2019, 4, 23)
        assert article("OSLO, April 22 (AP) — Ministers met.", url=self.ADDRESS).published == dt.date(2019, 4, 22)
        draft = Draft(text="Ministers met.", file="a.txt", read_from="a.txt", url=self.ADDRESS)
        assert finish(draft, "en", Rules()).told["published"] == "address"

    def test_then_the_file_name(self) -> None:
        assert article(file="desk/2019-04-23-talks.txt").published == dt.date(2019, 4, 23)

    def test_the_name_of_a_folder_tells_nothing(self) -> None:
        assert article(file="2019-04-23/talks.txt").published == GIVEN

    def test_without_any_the_article_is_refused_by_name(self) -> None:
        with pytest.raises(UndatedArticle, match=r"a\.txt: no publication date") as caught:
            finish(Draft(text="Ministers met.", file="a.txt", read_from="a.txt"), "en", Rules())
        assert "--published" in caught.value.remedy

    def test_or_kept_without_on_request(self) -> None:
        draft = Draft(text="Ministers met.", file="a.txt", read_from="a.txt")
        assert finish(draft, "en", Rules(undated=True)).article.published is None

    def test_a_header_that_cannot_be_read_is_not_passed_over_for_a_guess(self) -> None:
        draft = Draft("Ministers met.", "2019-04-23-talks.txt", "2019-04-23-talks.txt:2", published="04/05/2019")
        with pytest.raises(UndatedArticle, match="two orders"):
            finish(draft, "en", Rules(published=GIVEN))

    def test_nor_is_an_impossible_one_even_where_undated_articles_are_kept(self) -> None:
        with pytest.raises(ImpossibleDate, match="31 April"):
            article(published="31 April 2019")


class TestSource:
    @pytest.mark.parametrize(
        ("text", "fields", "source"),
        [
            ("OSLO (Reuters) - Ministers met.", {"source": "The Meridian"}, "The Meridian"),
            ("OSLO (Reuters) - Ministers met.", {"byline": "Associated Press"}, "Reuters"),
            ("Ministers met.", {"byline": "RFE RL"}, "RFE/RL"),
            ("Ministers met.", {"byline": "Ann Lee"}, None),
            ("OSLO — Ministers met.", {}, None),
        ],
    )
    def test_header_then_dateline_then_a_byline_that_is_an_agency(
        self, text: str, fields: dict[str, str], source: str | None
    ) -> None:
        assert article(text, **fields).source == source


def test_an_update_that_is_no_time_is_refused() -> None:
    with pytest.raises(MalformedArticle, match="time cannot be read: “yesterday” is not a day"):
        article(updated="yesterday")


@pytest.mark.parametrize(
    ("updated", "counts"),
    [
        ("2019-04-24T10:00:00Z", True),
        ("2019-04-23", True),
        ("2019-04-22T23:30:00-05:00", True),
        ("2019-04-21", False),
        ("1970-01-01T00:00:00Z", False),
    ],
)
def test_an_update_before_the_publication_does_not_count(updated: str, counts: bool) -> None:
    draft = Draft("Ministers met.", "a.txt", "a.txt", published="2019-04-23", updated=updated)
    finished = finish(draft, "en", Rules())
    assert (finished.article.updated is not None) is counts
    assert finished.untimely == (None if counts else f"{updated[:10]}, published on 2019-04-23")


def test_a_header_without_a_text_is_refused() -> None:
    with pytest.raises(MalformedArticle, match="there is a header but no text"):
        finish(Draft(text="Date: 2019-04-23\n\n", file="a.txt", read_from="a.txt", body=16), "en", Rules(undated=True))
