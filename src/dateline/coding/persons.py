"""An article in, who its persons are: by the office that it gives them, else by the dictionaries."""

import datetime as dt
import re
from bisect import bisect_left
from dataclasses import replace
from functools import cached_property

from dateline.coding.who import Coded, code
from dateline.model import Span
from dateline.reading.article import ArticleReading

_WORD = re.compile(r"\w+")


class Persons:
    """The persons of one article."""

    def __init__(self, reading: ArticleReading) -> None:
        self.reading = reading

    def of(self, full: str, day: dt.date | None) -> Coded | None:
        """What is told of a person by full name, where it tells a country; `day` is that of the event."""
        told = self._holders.get(full) or code(self.reading.language, full, day)
        # A country's name in that of a person tells nothing.
        return replace(told, name=full) if told.country and told.by != "country" else None

    def are_named_in(self, sentence: Span) -> bool:
        """Whether a sentence may name, or mean by a pronoun, somebody of whom a country is told."""
        if not self._places:
            return False
        first = bisect_left(self._places, sentence.start)
        if first < len(self._places) and self._places[first] < sentence.end:
            return True
        he = self.reading.language.words("coding/words.toml", "he")
        return not he.isdisjoint(_WORD.findall(sentence.of(self.reading.article.text).lower()))

    @cached_property
    def _places(self) -> list[int]:
        """Where names stand of whom a country is told, in text order."""
        names, day = self.reading.names, self.reading.article.published
        told = {text: self.of(names.full(text), day) for text in {name.text for name in names.all}}
        return sorted(name.start for name in names.all if told[name.text] is not None)

    @cached_property
    def _holders(self) -> dict[str, Coded]:
        """Persons with the office that the article tells them to hold."""
        reading = self.reading
        found: dict[str, Coded] = {}
        for office in reading.names.offices:
            if office.holder:
                told = code(reading.language, office.span.of(reading.article.text), reading.article.published)
                if told.country:
                    found.setdefault(reading.names.full(office.holder), told)
        return found
