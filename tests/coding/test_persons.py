"""Who the persons of an article are, and in which sentences they are named or meant."""

import datetime as dt

from dateline.coding.persons import Persons
from dateline.model import Article
from dateline.reading.article import read_article

TEXT = (
    "The Ghanaian foreign minister, Ama Kessie, met farmers on Monday. The farmers cheered. Kessie left early. "
    "Later she refused to speak. The barn burned."
)


def test_sentences_that_name_or_mean_somebody_whose_country_is_told() -> None:
    article = Article(id="1", text=TEXT, published=dt.date(2024, 5, 14), source="The Ardale Post")
    persons = Persons(read_article(article))
    assert [persons.are_named_in(sentence) for sentence in persons.reading.sentences] == [
        True,
        False,
        True,
        True,
        False,
    ]
    told = persons.of("Ama Kessie", None)
    assert told is not None
    assert (told.country, told.sectors, told.name) == ("GHA", ("GOV",), "Ama Kessie")
