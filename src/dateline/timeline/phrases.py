"""The phrases by which passages are judged: regular expressions by name, from `en/phrases.toml`."""

import re
import tomllib
from functools import cache
from importlib import resources


@cache
def phrase(name: str, language: str = "en", **filled: str) -> re.Pattern[str]:
    """The compiled expression of a name, with what is given filled in for its words in capitals.

    Raises KeyError for a name that the language's file has not.
    """
    written = _written(language)[name]
    for placeholder, text in filled.items():
        written = written.replace(placeholder, text)
    return re.compile(written)


@cache
def _written(language: str) -> dict[str, str]:
    return tomllib.loads(
        resources.files("dateline.timeline").joinpath(language, "phrases.toml").read_text(encoding="utf-8")
    )
