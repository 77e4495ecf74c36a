import datetime as dt

import pytest

from dateline.model import Article
from dateline.reading.article import read_article
from dateline.reading.many import readings


def articles(count: int) -> list[Article]:
    return [
        Article(
            f"a{number:04}",
            f"HEXTON (NPA) - The mill burned on {1 + number % 28} May 2021. “Nobody was hurt,” she said on Friday. 🔥\n"
            f"Photograph: Ann Lee/NPA\nIt was insured until 203{number % 10}, he added.",
            dt.date(2021, 5, 29),
        )
        for number in range(count)
    ]


@pytest.mark.parametrize("count", [0, 1, 450])
def test_several_processes_give_what_one_gives(count: int) -> None:
    several = list(readings(articles(count), processes=2))
    assert several == [read_article(article) for article in articles(count)]
    assert len(several) == count


def test_progress_is_told_article_by_article() -> None:
    told: list[tuple[int, int]] = []
    list(readings(articles(3), processes=1, progress=lambda done, of: told.append((done, of))))
    assert told == [(1, 3), (2, 3), (3, 3)]
