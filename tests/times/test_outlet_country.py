import datetime as dt

import pytest

from dateline.model import Article
from dateline.reading.article import read_article
from dateline.times.outlet_country import country_of


@pytest.mark.parametrize(
    ("source", "url", "country"),
    [
        ("The Harbour Gazette", "https://www.harbourgazette.co.uk/news/1", "GB"),
        ("fjordblatt.de", None, "DE"),
        (None, "http://news.outback.com.au/2019/", "AU"),
        ("The Washington Post", None, "US"),
        ("edition.cnn.com", None, "US"),
        ("Fjord Press", "https://www.nytimes.com/2019/04/05/x.html", "US"),
        ("BBC News", None, "GB"),
    ],
)
def test_an_address_or_a_name_tells_the_country(source: str | None, url: str | None, country: str) -> None:
    assert country_of(source, url) == country


@pytest.mark.parametrize(
    ("source", "url"),
    [
        (None, None),
        ("Fjord Press", None),
        ("fjordpress.com", None),
        ("fjord.tv", None),
        ("", "http://[::"),
        (".", ".."),
    ],
)
def test_other_outlets_may_be_anywhere(source: str | None, url: str | None) -> None:
    assert country_of(source, url) is None


@pytest.mark.parametrize(("source", "value"), [("harbourgazette.co.uk", "2019-05-04"), ("nytimes.com", "2019-04-05")])
def test_the_skim_reads_figures_as_the_outlets_country_writes_them(source: str, value: str) -> None:
    article = Article("a", "The ferry was sold on 04/05/2019.", dt.date(2019, 6, 1), source=source)
    assert [timex.value for timex in read_article(article).timexes] == [value]
