"""What `dateline.events` offers to who has sentences of his own."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from dateline import Article, Status, events
from dateline.languages import named
from dateline.text.sentences import split


def test_public_names_are_sorted_and_hide_no_module() -> None:
    assert list(events.__all__) == sorted(set(events.__all__))
    modules = {path.stem for path in Path(events.__file__).parent.glob("*.py")}
    assert modules.isdisjoint(events.__all__)


@pytest.mark.parametrize("name", events.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    assert getattr(events, name).__doc__
    assert name in dir(events)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'happenings'"):
        events.happenings  # noqa: B018


def test_importing_the_package_imports_no_parser() -> None:
    heavy = ["spacy", "numpy", "dateline.events.parsing.parser"]
    program = f"import sys, dateline.events; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_sentence_is_read_with_public_names_alone(loaded: events.Parser) -> None:
    article = Article("a", "Ada Okoro said she had not met Pavel Lind in Vienna.", dt.date(2019, 4, 23))
    parse = next(loaded.parse([(article.text, split(named("en"), article.text))]))
    met = next(trigger for trigger in events.triggers_of(parse) if parse.words[trigger] == "met")
    statuses = events.Statuses(parse)
    place = events.place_of(parse, met)

    assert events.status_of(parse, met, statuses) is Status.DENIED
    assert events.certainty_of(parse, met, statuses) < 1
    assert [taking.text for taking in events.participants_of(parse, met)] == ["she", "Pavel Lind"]
    assert place is not None
    assert place.text == "Vienna"
    told = events.mentions_of(article, parse, events.attributions_of(parse))
    assert {(mention.text, mention.status) for mention in told} == {
        ("said", Status.HAPPENED),
        ("met", Status.DENIED),
    }
