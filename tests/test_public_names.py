"""The public surface: sorted, complete, and cheap to import."""

import subprocess
import sys

import pytest

import dateline
from dateline import errors, model


def test_public_names_are_sorted_and_unique() -> None:
    assert list(dateline.__all__) == sorted(set(dateline.__all__))


@pytest.mark.parametrize("name", dateline.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    value = getattr(dateline, name)
    if callable(value):
        assert value.__doc__


def test_every_error_and_noun_is_public() -> None:
    raised = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)}
    nouns = {name for name in model.__all__ if isinstance(getattr(model, name), type)}
    assert {"OptionError", "Timeline"} <= raised | nouns
    assert raised | nouns <= set(dateline.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'headline'"):
        dateline.headline  # noqa: B018


def test_importing_dateline_imports_none_of_what_is_heavy() -> None:
    heavy = ["pydantic", "rich", "numpy", "spacy", "jinja2", "typer", "sqlalchemy", "dateline.model"]
    program = f"import sys, dateline.cli; print([name for name in {heavy} if name in sys.modules and name != 'typer'])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() in {"[]", "['rich']"}  # typer itself may bring rich


def test_a_command_and_a_noun_are_imported_when_they_are_asked_for() -> None:
    looked_for = ["dateline.cli.timeline", "dateline.cli.mark", "dateline.model.article", "dateline.model.changes"]
    program = (
        "import sys; from typer.main import get_command; from dateline.cli import app;"
        "from dateline.model import Article; commands = get_command(app).commands; commands.get('timeline');"
        f"print(list(commands), [name for name in {looked_for} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("['timeline', 'changes', ")
    assert done.stdout.rstrip().endswith("'mark'] ['dateline.cli.timeline', 'dateline.model.article']")
