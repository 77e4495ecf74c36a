import datetime as dt
from collections.abc import Iterator

import pytest

from dateline import Article, Request, annotate, write
from dateline.events.parsing import parser
from dateline.languages import named

ENGLISH = named("en")


def articles(count: int) -> list[Article]:
    return [
        Article(
            f"a{number:03}",
            f"HEXTON (NPA) - The mill burned on {1 + number % 28} May 2021, Mayor Ada Obi said.\n"
            f"“Nobody was hurt,” she told the Hexton Echo{'!' * (number % 3)} 🔥\n"
            f"The insurer, {number} people strong, denied that it had refused to pay.",
            dt.date(2021, 5, 29),
        )
        for number in range(count)
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("count", "parse"),
    [
        (401, False),
        pytest.param(
            67, True, marks=pytest.mark.skipif(not parser.installed(ENGLISH), reason="the parser is an extra")
        ),
    ],
)
def test_several_processes_write_what_one_writes(count: int, parse: bool) -> None:
    pile = articles(count)
    alone = write(list(annotate(pile, request=Request(parse=parse, processes=1))), "jsonl")
    shared = write(list(annotate(pile, request=Request(parse=parse, processes=2))), "jsonl")
    assert shared == alone
    assert alone.count("\n") == count
    assert '"speaker":"Ada Obi"' in alone.replace(": ", ":")


def test_layers_that_were_not_asked_for_are_absent() -> None:
    (annotation,) = annotate(articles(1), ["attributions"], Request(parse=False))
    assert (annotation.timexes, annotation.events, annotation.names) == (None, None, None)
    assert annotation.attributions


def test_annotations_come_before_the_last_article_is_read() -> None:
    def endless() -> Iterator[Article]:
        while True:
            yield from articles(40)

    found = annotate(endless(), ["times"], Request(processes=1))
    assert next(found).id == "a000"
