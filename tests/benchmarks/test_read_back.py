"""What is read back of each format: what is as it should be passes, what is not is told by its cause."""

import datetime as dt

import pytest

from dateline import Article, Changes, Diary, Timeline, changes_of, diary_of, timeline_of
from dateline.writers import FORMATS, write
from rough.read_back import READ_BACK, WIDTH

ARTICLES = [
    Article("a", "The port of Mellow Bay closed on Monday, said Ada Quill.", dt.date(2021, 5, 4), title="Port shut"),
    Article("b", "The port of Mellow Bay reopened on Wednesday, May 5. Dockers met in 2019.", dt.date(2021, 5, 6)),
]
TIMELINE = timeline_of(ARTICLES)
CHANGES = changes_of(ARTICLES, dt.date(2021, 5, 5))
RESULTS: dict[str, Timeline | Changes | Diary | list[Article]] = {
    "timeline": TIMELINE,
    "changes": CHANGES,
    "diary": diary_of(ARTICLES),
    "articles": ARTICLES,
}


@pytest.mark.parametrize(("kind", "form"), [(kind, form) for kind in RESULTS for form in FORMATS[kind]])
def test_what_is_written_as_it_should_be_passes(kind: str, form: str) -> None:
    result = RESULTS[kind]
    READ_BACK[form](write(result, form, articles=ARTICLES, width=WIDTH), result, ARTICLES)


@pytest.mark.parametrize(
    ("form", "old", "new", "what"),
    [
        ("frontmatter", "---\n", "***\n---\n", "something stands before the front matter"),
        ("frontmatter", "title: ", "title ", "a line of front matter that is no key with its value"),
        ("frontmatter", "\n# ", "\n", "no document under the front matter"),
        ("timesketch", "datetime", "when", "a row without datetime"),
        ("timesketchjsonl", "+00:00", "", "a time without its zone"),
        ("timesketchjsonl", '"message"', '"text"', "a row without message"),
        ("ftm", '"Article"', '"Paper"', "an unknown schema"),
        ("ftm", '"2021-05-04"', '"4 May"', "a date that FollowTheMoney does not take"),
        ("ftm", '"id": "dateline-article-', '"id": "article-', "an event of an article that is not there"),
        ("ninjs", '"uri": "urn:dateline:', '"uri": "", "was": "', "not one uri an entry"),
        ("ninjs", '"2021-05-03"', '"Monday"', "a date that ninjs does not take"),
        ("csljson", '"id": "b"', '"id": "a"', "not one id an article"),
        ("csljson", '"article-newspaper"', '"book"', "no article with a title"),
        ("ris", "Port shut", "Port\r\nshut", "a line of RIS that is no field"),
        ("ris", "PY  - 2021", "PY  - 21", "a year of RIS not in four digits"),
        ("ris", "ER  - ", "UR  - ", "a record of RIS without end"),
    ],
)
def test_what_a_format_does_not_take_is_a_fault(form: str, old: str, new: str, what: str) -> None:
    written = write(TIMELINE, form, articles=ARTICLES)
    assert old in written
    with pytest.raises(AssertionError, match=what):
        READ_BACK[form](written.replace(old, new), TIMELINE, ARTICLES)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("updated>", "changed>", "a feed or an entry without updated"),
        ("http://www.w3.org/2005/Atom", "http://www.w3.org/2006/Atom", "no feed with an author"),
        ("<entry>", "<entry/><entry>", "not one entry a change"),
    ],
)
def test_a_feed_that_readers_refuse_is_a_fault(old: str, new: str, what: str) -> None:
    written = write(CHANGES, "atom", articles=ARTICLES)
    with pytest.raises(AssertionError, match=what):
        READ_BACK["atom"](written.replace(old, new), CHANGES, ARTICLES)


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("<p>Ferry<script>alert(1)</script></p><script>x</script>", "a script beside our own"),
        ("<p onclick='x'>Ferry</p>", "a page runs an attribute"),
        ("<img src=x>", "a page loads something"),
        ("<a href='javascript:alert(1)'>Ferry</a>", "a page links what is no web address"),
        ("<section><p>Ferry</section></div>", "tags of a page do not match"),
    ],
)
def test_a_page_that_runs_loads_or_links_something_is_a_fault(page: str, what: str) -> None:
    with pytest.raises(AssertionError, match=what):
        READ_BACK["html"](page, None, ())
