import datetime as dt
from collections.abc import Sequence

import pytest

from dateline import Article
from dateline.events.chosen import Chosen
from dateline.events.parsing.parser import Parsers, parsed_languages, parser_of
from dateline.events.rereading import reread
from dateline.events.surface.sentence import SurfaceReading
from dateline.reading.article import read_article
from dateline.timeline.close.tellings import close_reading
from dateline.timeline.select import passages


@pytest.mark.skipif(not parsed_languages(), reason="no parser is installed")
def test_several_processes_parse_what_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.timeline.close.by_parser._WORTH", 2)
    texts = (
        "The ferry Marigold sank off Skarn on March 3, killing nine people. It had been built in 1998.",
        "Captain Rosa Feld was arrested on Friday, police said. She will be tried in May.",
        "The inquest that opened on Monday has been put off until 14 April, the coroner said.",
        "The harbour reopened on Sunday. Divers had searched it on Thursday, Feld's lawyer said.",
    )
    articles = [Article(str(number), text, dt.date(2021, 3, 9)) for number, text in enumerate(texts)]
    alone, shared = ([p for article in articles for p in passages.of(read_article(article))] for _ in range(2))
    parsed_here: list[str] = []

    def listening(chosen: Sequence[Chosen], those: Parsers) -> list[SurfaceReading]:
        parsed_here.extend(one.article.id for one in chosen)
        return reread(chosen, those)

    one = close_reading(alone, parser_of)
    monkeypatch.setattr("dateline.events.rereading.reread", listening)
    several = close_reading(shared, parser_of, processes=2)
    assert several == one
    assert all(telling.passage is passage for telling, passage in zip(several, shared, strict=True))
    assert set(parsed_here) == {"0", "2"}
