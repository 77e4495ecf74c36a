"""Real exports and files of the standards, where the folder with them is there: how many, which days, which words.

They are other people's texts, so that they are not in this repository; `DATELINE_SAMPLES` names another place.
"""

import os
from pathlib import Path

import pytest

from dateline.readers import read

SAMPLES = Path(os.environ.get("DATELINE_SAMPLES", "/work/shared/samples"))

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the folder of samples is not there")


@pytest.mark.parametrize(
    ("name", "days", "outlets", "first", "last"),
    [
        ("exports/lexisnexis.txt", ["2010-01-08", "2010-01-09", "2010-01-10", "2010-01-10", *["2010-01-11"] * 6],
         {"Guardian", "DAILY MAIL (London)", "MAIL ON SUNDAY (London)", "Sunday Mirror", "Guardian.com",
          "The Sun (England)", "The Times (London)"}, "Afford ranch noble ash", "photographer Philip Coburn"),
        ("exports/nexis-uni.docx", ["2019-07-01", *["2019-07-02"] * 3, *["2019-07-03"] * 4, *["2019-07-04"] * 2],
         {"The Guardian(London)"}, "Lorem ipsum dolor sit amet", "mi, lectus ut."),
        ("exports/factiva-indexed.html", ["2011-12-29"] * 2, {"Ouest France", "Test newspaper"},
         "First head paragraph.", "Fourth and last paragraph."),
        ("exports/factiva.xml", ["2012-01-06", "2012-01-09", "2012-05-06"], {"My Newspaper"},
         "Voici le chapeau", "third test article."),
        ("exports/europresse.html", ["2012-10-03", "2012-10-04", "2013-10-05"], {"Mag", "Magazine 1", "l'Humanité"},
         "Contents of the article.", "Test."),
        ("exports/proquest.html", ["2010-05-08"], {"Los Angeles Times"}, "Los Angeles-based City", "@latimes.com"),
        ("feed.rss.xml", ["2019-04-24"], {"Harbour Post - World"}, "Orlov arrived", "than planned."),
        ("feed.atom.xml", ["2019-04-24"], {"Harbour Post - World"}, "Orlov arrived", "than planned."),
        ("feed.json", ["2019-04-24"], {"Harbour Post - World"}, "Orlov arrived", "than planned."),
        ("newsarticle.jsonld", ["2019-04-24"], {"Harbour Post"}, "Orlov arrived", "than planned."),
        ("ninjs-1.6.json", ["2019-04-24"], {None}, "Orlov arrived", "than planned."),
        ("ninjs-2.2.json", ["2019-04-24"], {"Blue News"}, "Orlov arrived", "than planned."),
        ("ninjs-3.1.json", ["2019-04-24"], {None}, "Orlov arrived", "than planned."),
        ("articles.jsonl", ["2019-04-18"], {"Harbour Post"}, "President Ana Orlov", "on Tuesday."),
        ("reports.txt", ["2019-04-18", "2019-04-24"], {"Harbour Post"}, "Title: President", "on April 23."),
    ],
)  # fmt: skip
def test_a_sample_is_read_rightly(name: str, days: list[str], outlets: set[str], first: str, last: str) -> None:
    reading = read(SAMPLES / name, other_languages=True)
    assert reading.problems == ()
    assert [str(article.published) for article in reading.articles] == days
    assert {article.source for article in reading.articles} == outlets
    assert reading.articles[0].text.startswith(first)
    assert reading.articles[-1].text.rstrip().endswith(last)


def test_a_page_that_tells_no_day_is_named_and_kept_on_request() -> None:
    (problem,) = read(SAMPLES / "sample.warc.gz").problems
    assert problem.where.endswith("sample.warc.gz: https://news.example/orlov-arrives")
    (article,) = read(SAMPLES / "sample.warc.gz", undated=True).articles
    assert article.text == "Orlov arrived."
    assert article.source == "news.example"
