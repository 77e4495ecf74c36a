"""The dependency parser of a language: a small model of spaCy's, loaded when first asked for."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any

from dateline.errors import MissingParser
from dateline.events.parsing.lemmas import Lemmas
from dateline.events.parsing.parse import Parse
from dateline.languages import Language, available, made_once, named
from dateline.model import Span

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

# Sentences handed to the model at once: above 256 it ran no faster on 45,000 tokens of news.
_BATCH = 256

# Sentences parsed before any is given out.
_PORTION = 2048

# Words after which spaCy's strings are freed: freed with each batch, it spends a tenth of its time on making them anew.
# Were they all different, they would take 150 MB.
_ZONE = 500_000

# The longest stretch of characters handed over as one sentence. The parser's memory grows with the sentence, and what
# is longer is no sentence but a table or a list.
_LONGEST = 2_000

_COLUMNS: list[int | str] = ["TAG", "DEP", "HEAD", "IDX", "LENGTH"]


def model_package(language: Language) -> str | None:
    """The package of the language's model that is installed: the first in `language.toml`; None when there is none."""
    if find_spec("spacy") is None:
        return None
    return next((name for name in language.settings("language.toml")["parsers"] if find_spec(name) is not None), None)


def installed(language: Language) -> bool:
    """Whether a parser and its model are there, told without loading them."""
    return model_package(language) is not None


def load(language: Language) -> "Parser":
    """The parser of a language, from whichever package of its model is installed.

    Raises MissingParser when there is none.
    """
    package = model_package(language)
    if package is None:
        raise MissingParser
    # Only the tags, the tree and the lemmatizer's tables are read: the rest would double the time.
    return Parser(language, import_module(package).load(exclude=["ner", "attribute_ruler"], disable=["lemmatizer"]))


@made_once
def loaded(language: Language) -> "Parser":
    """The parser of a language, loaded when first asked for and kept.

    Raises MissingParser when there is none.
    """
    return load(language)


def parsed_languages() -> list[Language]:
    """The languages that can be analysed and whose parser is installed."""
    return [language for language in map(named, available()) if installed(language)]


def parser_of(language: Language) -> "Parser | None":
    """The parser of a language, kept once it is loaded; None where none is installed."""
    return loaded(language) if installed(language) else None


Parsers = Callable[[Language], "Parser | None"]
"""What gives the parser of a language, or None: that language then goes by its surface."""


class Parser:
    """spaCy behind one method; nothing of spaCy's is given out."""

    def __init__(self, language: Language, pipeline: "Pipeline") -> None:
        self.language = language
        self._pipeline = pipeline
        lemmatizer: Any = pipeline.get_pipe("lemmatizer")
        self._lemmas = Lemmas(language, lemmatizer.lookups)
        self._label = _Labels(pipeline.vocab.strings)
        # spaCy's strings and zones are one process's, not one thread's.
        self._in_use = Lock()
        self._zone = ExitStack()
        self._words_in_zone = _ZONE

    def parse(self, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Parse]:
        """Parse the given sentences of each text; one Parse a text, in order.

        Every sentence is parsed by itself, so that a sentence gets the same tree whatever is parsed beside it.
        Articles may be many: they are read in batches as the results are taken.
        """
        waiting: list[tuple[Parse, list[str], list[int]]] = []
        size = 0
        for text, spans in texts:
            pieces = [piece for span in spans for piece in _pieces(text, span)]
            waiting.append(
                (
                    Parse(self.language, text),
                    [text[piece.start : piece.end] for piece in pieces],
                    [p.start for p in pieces],
                )
            )
            size += len(pieces)
            if size >= _PORTION:
                yield from self._parsed(waiting)
                waiting, size = [], 0
        yield from self._parsed(waiting)

    def _parsed(self, waiting: list[tuple[Parse, list[str], list[int]]]) -> list[Parse]:
        """Fill the parses from their pieces."""
        with self._in_use:
            self._renew_zone()
            docs = self._pipeline.pipe((sentence for _, pieces, _ in waiting for sentence in pieces), batch_size=_BATCH)
            for parse, pieces, offsets in waiting:
                for doc, offset in zip(islice(docs, len(pieces)), offsets, strict=True):
                    self._take(parse, doc, offset)
                parse.link()
                self._words_in_zone += len(parse)
        return [parse for parse, _, _ in waiting]

    def _renew_zone(self) -> None:
        """Free the strings that spaCy would otherwise keep for good, when they are many; no document may be in use."""
        if self._words_in_zone >= _ZONE:
            self._zone.close()
            self._zone.enter_context(self._pipeline.memory_zone())
            self._words_in_zone = 0

    def _take(self, parse: Parse, doc: "Doc", offset: int) -> None:
        """Append the sentence `doc`, which starts at `offset` of the text, to the columns."""
        first = len(parse.words)
        codes, dependencies, steps, offsets, lengths = doc.to_array(_COLUMNS).T.tolist()
        text = parse.text
        label = self._label
        tags = [label[code] for code in codes]
        starts = [offset + at for at in offsets]
        ends = [start + length for start, length in zip(starts, lengths, strict=True)]
        words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        lowers = [word.lower() for word in words]
        parse.words += words
        parse.lowers += lowers
        parse.tags += tags
        parse.lemmas += map(self._lemmas.__getitem__, zip(lowers, tags, strict=True))
        parse.deps += [label[code] for code in dependencies]
        # Heads come relative to the word, as two's complement.
        parse.heads += [position + _signed(step) for position, step in enumerate(steps, first)]
        parse.starts += starts
        parse.ends += ends
        parse.sentence += [len(parse.bounds)] * len(words)
        parse.bounds.append((first, first + len(words)))


class _Labels(dict[int, str]):
    """The text of spaCy's codes for tags and labels, asked for once a code."""

    def __init__(self, strings: Any) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, code: int) -> str:
        self[code] = sys.intern(self._strings[code])
        return self[code]


def _signed(step: int) -> int:
    return step - 2**64 if step >= 2**63 else step


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """The sentence, cut at spaces into stretches the parser can hold."""
    start, end = span
    while end - start > _LONGEST:
        cut = text.rfind(" ", start, start + _LONGEST) + 1
        if cut <= start:
            cut = start + _LONGEST
        yield Span(start, cut)
        start = cut
    yield Span(start, end)
