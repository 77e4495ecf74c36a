import datetime as dt

import pytest

from dateline.errors import InputError
from dateline.model import Article
from dateline.readers import plain
from dateline.readers.drafts import Draft, Rules, finish


def drafts(text: str) -> list[Draft | InputError]:
    return list(plain.read_text(text, "desk/a.txt", [], base_id="a.txt"))


def read(text: str) -> Article:
    (draft,) = drafts(text)
    assert isinstance(draft, Draft)
    return finish(draft, draft.language or "en", Rules(undated=True)).article


def skipped(article: Article) -> list[tuple[str, str]]:
    return [(skip.why, skip.span.of(article.text)) for skip in article.skipped]


def story(article: Article) -> str:
    """What is left when everything before the first sentence is skipped."""
    return article.text[article.skipped[-1].end :].strip() if article.skipped else article.text


class TestDateLine:
    """` date 2019-04-23`, on which everything else may follow."""

    def test_date_byline_and_dateline_on_lines_of_their_own(self) -> None:
        article = read(" date 2019-04-25 By NPA NORTH\n\n(RFE/RL) — Ministers from both shores met on Thursday.")
        assert (article.published, article.byline, article.source) == (dt.date(2019, 4, 25), "NPA NORTH", "RFE/RL")
        assert skipped(article) == [
            ("header", "date 2019-04-25"),
            ("byline", "By NPA NORTH"),
            ("dateline", "(RFE/RL) — "),
        ]

    def test_the_story_may_begin_on_the_same_line(self) -> None:
        article = read(" date 2019-04-23 OSLO (Reuters) - Ministers met on Tuesday.\n\nMore was said.")
        assert article.dateline is not None
        assert (article.dateline.place, article.source) == ("OSLO", "Reuters")
        assert story(article) == "Ministers met on Tuesday.\n\nMore was said."

    def test_a_byline_may_stand_between_date_and_dateline(self) -> None:
        article = read("date 2019-04-23 By Ann Lee and Omar Haddad OSLO (AP) — Ministers met.")
        assert (article.byline, article.dateline and article.dateline.place) == ("Ann Lee and Omar Haddad", "OSLO")

    def test_a_label_with_a_story_behind_its_date_is_such_a_line(self) -> None:
        article = read("Date: 2019-04-23 OSLO (Reuters) - Ministers met on Tuesday.\n\nMore was said.")
        assert (article.published, article.source) == (dt.date(2019, 4, 23), "Reuters")
        assert story(article) == "Ministers met on Tuesday.\n\nMore was said."

    def test_words_after_by_that_name_nobody_are_the_story(self) -> None:
        article = read("date 2019-04-23 By the end of the day ministers had met twice.")
        assert article.byline is None
        assert story(article) == "By the end of the day ministers had met twice."


class TestLabels:
    def test_every_label_is_taken_and_skipped(self) -> None:
        article = read(
            "Headline: Ministers meet at last\r\nPublished: Tue, 23 Apr 2019 10:00:00 GMT\r\nOutlet: The Meridian\r\n"
            "Author: Ann Lee\r\nLink: https://meridian.example/1\r\nUpdated: 2019-04-24T09:00:00Z\r\nID: m-1\r\n"
            "Language: en-GB\r\n\r\nMinisters met on Tuesday.\r\n"
        )
        assert article.title == "Ministers meet at last"
        assert article.published == dt.date(2019, 4, 23)
        assert article.source == "The Meridian"
        assert article.byline == "Ann Lee"
        assert article.url == "https://meridian.example/1"
        assert article.updated == dt.datetime(2019, 4, 24, 9, tzinfo=dt.UTC)
        assert (article.id, article.language) == ("m-1", "en-GB")
        assert story(article) == "Ministers met on Tuesday."
        assert [why for why, _ in skipped(article)][:4] == ["title", "header", "header", "byline"]

    def test_the_text_is_kept_as_it_was(self) -> None:
        text = "Date: 2019-04-23\r\n\r\n  Ministers\tmet.\r\n"
        assert read(text).text == text

    def test_a_block_of_labels_may_be_fenced(self) -> None:
        article = read("---\ntitle: Ministers meet\ndate: 2019-04-23\n---\nMinisters met on Tuesday.")
        assert (article.title, article.published) == ("Ministers meet", dt.date(2019, 4, 23))
        assert story(article) == "Ministers met on Tuesday."

    @pytest.mark.parametrize("line", ["Warning: ministers met.", "https://a.example is it.", "Question: who met?"])
    def test_a_colon_alone_makes_no_label(self, line: str) -> None:
        assert story(read(f"Date: 2019-04-23\n\n{line}")) == line


class TestHeadWithoutLabels:
    def test_title_byline_and_date_above_the_story(self) -> None:
        article = read("Ministers meet at last\n\nBy Ann Lee\nApril 23, 2019 7:20 pm EDT\n\nOSLO — Ministers met.")
        assert skipped(article) == [
            ("title", "Ministers meet at last"),
            ("byline", "By Ann Lee"),
            ("header", "April 23, 2019 7:20 pm EDT"),
            ("dateline", "OSLO — "),
        ]
        assert article.published == dt.date(2019, 4, 23)

    @pytest.mark.parametrize(
        "stamp", ["By Ann Lee\nApril 23, 2019", "Published 23 April 2019", "April 23, 2019 7:20 pm"]
    )
    def test_a_summary_may_stand_between_title_and_byline_and_is_kept(self, stamp: str) -> None:
        article = read(f"Ministers meet\n\nTalks in Oslo went on for an hour.\n\n{stamp}\n\nMinisters met on Tuesday.")
        assert (article.title, article.published) == ("Ministers meet", dt.date(2019, 4, 23))
        assert story(article) == "Ministers met on Tuesday."
        assert not any("Talks" in words for _, words in skipped(article))

    def test_a_date_that_heads_a_section_is_not_that_of_publication(self) -> None:
        article = read("How talks went\n\nIt took days.\n\nApril 23, 2019\n\nThey met.\n\nApril 24, 2019\n\nThey met.")
        assert (article.title, article.published) == ("How talks went", None)

    def test_a_line_may_hold_the_agency_or_the_address_alone(self) -> None:
        article = read("# Ministers meet\nReuters\nhttps://meridian.example/1\n2019-04-23\n\nThey met on Tuesday.")
        assert (article.title, article.source) == ("Ministers meet", "Reuters")
        assert (article.url, article.published) == ("https://meridian.example/1", dt.date(2019, 4, 23))
        assert story(article) == "They met on Tuesday."

    def test_a_title_may_be_underlined(self) -> None:
        article = read("Ministers meet at last\n======================\n\nMinisters met on Tuesday.")
        assert (article.title, story(article)) == ("Ministers meet at last", "Ministers met on Tuesday.")

    def test_a_first_line_that_the_text_goes_on_from_is_no_title(self) -> None:
        article = read("Ministers met on Tuesday\nin Oslo, and parted early.")
        assert article.title is None
        assert article.skipped == ()

    def test_a_sentence_is_no_title(self) -> None:
        assert read("Ministers met on Tuesday.\n\nThey parted early.").title is None

    def test_the_date_of_an_update_is_not_that_of_publication(self) -> None:
        article = read("Ministers meet\n\nPublished April 23, 2019\nLast updated 24 April 2019\n\nThey met.")
        assert article.published == dt.date(2019, 4, 23)
        assert article.updated is not None
        assert article.updated.date() == dt.date(2019, 4, 24)

    def test_a_sentence_with_a_date_is_no_header(self) -> None:
        article = read("They met on April 23, 2019 in Oslo.\n\nThey parted early.")
        assert (article.published, article.skipped) == (None, ())


class TestSeveralArticles:
    @pytest.mark.parametrize("line", ["---", "=====", "***", "####", "  ----------  ", "---\r"])
    def test_a_line_of_signs_divides_them(self, line: str) -> None:
        first, second = drafts(f"Date: 2019-04-23\n\nOne.\n{line}\nDate: 2019-04-24\n\nTwo.")
        assert isinstance(first, Draft)
        assert isinstance(second, Draft)
        assert (first.fallback_id, second.fallback_id) == ("a.txt#1", "a.txt#2")
        assert (first.read_from, second.read_from) == ("desk/a.txt:1", "desk/a.txt:5")
        assert [finish(draft, "en", Rules()).article.published for draft in (first, second)] == [
            dt.date(2019, 4, 23),
            dt.date(2019, 4, 24),
        ]

    def test_each_keeps_its_stretch_of_the_file(self) -> None:
        first, second = drafts("Date: 2019-04-23\r\n\r\nOne.\r\n---\r\nDate: 2019-04-24\r\n\r\nTwo.\r\n")
        assert isinstance(first, Draft)
        assert isinstance(second, Draft)
        assert first.text == "Date: 2019-04-23\r\n\r\nOne.\r\n"
        assert second.text == "\r\nDate: 2019-04-24\r\n\r\nTwo.\r\n"

    def test_lines_at_the_ends_divide_nothing(self) -> None:
        (only,) = drafts("---\n\nDate: 2019-04-23\n\nOne.\n\n---\n")
        assert isinstance(only, Draft)
        assert only.fallback_id == "a.txt"

    @pytest.mark.parametrize("signs", ["--", "* * *", "-=-", "--- and more"])
    def test_other_lines_divide_nothing(self, signs: str) -> None:
        assert len(drafts(f"Date: 2019-04-23\n\nOne.\n{signs}\nDate: 2019-04-24\n\nTwo.")) == 1

    @pytest.mark.parametrize("head", ["Date: 2019-04-23\n\n", "Ministers meet\n\n"])
    def test_without_a_head_below_them_they_divide_sections_which_is_noted(self, head: str) -> None:
        notes: list[str] = []
        text = f"{head}One happened on Monday.\n\n***\n\nTwo happened on Tuesday.\n"
        (only,) = plain.read_text(text, "a.txt", notes, base_id="a.txt")
        assert isinstance(only, Draft)
        assert only.text == text
        assert notes == ["a.txt: read as one article with sections, because no header stands below its dividing lines"]

    def test_texts_without_any_head_are_articles(self) -> None:
        assert len(drafts("One happened on Monday.\n---\nTwo happened on Tuesday.\n")) == 2


def test_an_article_longer_than_any_is_refused_and_the_next_one_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "ARTICLE_LIMIT", 100)
    first, second = drafts(f"Date: 2019-04-23\n\n{'x ' * 100}\n---\nDate: 2019-04-24\n\nTwo.")
    assert isinstance(first, InputError)
    assert first.where == "desk/a.txt:1"
    assert isinstance(second, Draft)
