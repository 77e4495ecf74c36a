"""Words and figures in, the classes that rules know them by out: MONTH, DAY, YEAR, UNIT …

A token is a word, a figure or a sign, together with the white space after it. Every token of a text is given one
character, its symbol: tokens of the same classes share a symbol, and a token that no rule can use has the symbol OTHER.
Rules are then matched against strings of symbols.

A text is turned into symbols by what stands between its spaces, which mostly is one token and is looked up at once: for
speed, since this is done to every word near a time expression.
"""

import itertools
import re
from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

from dateline.languages import Language, made_once

_WORDS = "times/words.toml"
_FIGURES = "times/figures.toml"

Value = int | float | str

OTHER = " "
"""The symbol of a token that is in no class; in `Lexicon.symbols`, of each of its characters."""
SAME = "_"
"""In `Lexicon.symbols`, the further characters of a token, behind its symbol."""

# Figures that belong together are one token: dates, times of day, decimals, thousands, sums of money, "12th", "1990s",
# and the language's own CODES.
_TOKEN = (
    r"(?:CODES(?!\w)"
    r"|[^\W\d_]+"
    r"|\d{1,4}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{1,4}(?:T\d\d:\d\d(?::\d\d)?Z?)?(?!\w)"
    r"|\d{1,2}:\d\d(?::\d\d)?(?!\d)"
    r"|[$£€¥]\s?\d[\d,.]*"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
    r"|\d+\.\d+"
    r"|\d\d?/\d\d?(?!\d)"
    r"|\d+(?:[^\W\d_]{1,2}(?![^\W\d_]))?"
    r"|\S)\s*|\s+"
)

DOUBTFUL_YEARS = frozenset({"YEARAHEAD", "YEAR3"})
"""Classes of figures that mostly count something, and are a year only where no noun follows."""

# Typographic variants that mean the same sign in a rule.
_SIGNS = {"’": "'", "‘": "'", "`": "'", "–": "-", "‐": "-", "‑": "-"}
# Words remembered with their symbols; a text of ever new words must not fill the memory.
_REMEMBERED = 200_000
# Marks a currency sign before a space: the figures behind the space may belong to its token.
_GAP = "$"
# Signs that are a token of their own behind any word.
_STOPS = frozenset(",.;:?!")
_CURRENCIES = frozenset("$£€¥")
_FIRST_SYMBOL = 0xE000
_NO_CLASSES: frozenset[str] = frozenset()
_NO_VALUES: dict[str, Value] = {}
_DECADES = {2: "DECADE2", 3: "DECADE3", 4: "DECADE"}
# "The 1800s" are a century; "the 1900s" and "the 2000s" are mostly decades.
_LATEST_HUNDREDS = 1900
# The first year that is YEARAHEAD rather than YEAR.
_FAR_AHEAD = 2200

_DATE_SEPARATED = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?:T[\d:Z]+)?")
_SUFFIXED = re.compile(r"(\d{1,4})([^\W\d_]{1,2})")


class Figures(NamedTuple):
    """What a language writes beside figures; `times/figures.toml` says what each is."""

    codes: str
    suffixes: Mapping[str, str]
    decade: str
    halves_of_day: tuple[str, ...]
    before_years: tuple[str, ...]
    ends_of_times: tuple[str, ...]
    ends_of_months: tuple[str, ...]
    starts_of_sentences: tuple[str, ...]
    joins: frozenset[str]
    pairs: frozenset[str]
    openers: frozenset[str]
    moving: frozenset[str]
    moving_from: frozenset[str]
    opens_an_entry: frozenset[str]


@made_once
def figures(language: Language) -> Figures:
    """What the language writes beside figures."""
    data = language.settings(_FIGURES)
    return Figures(
        codes=data["codes"],
        suffixes=data["suffixes"],
        decade=data["decade"],
        halves_of_day=tuple(data["halves_of_day"]),
        before_years=tuple(data["before_years"]),
        ends_of_times=tuple(data["ends_of_times"]),
        ends_of_months=tuple(data["ends_of_months"]),
        starts_of_sentences=tuple(data["starts_of_sentences"]),
        joins=language.words(_FIGURES, "joins"),
        pairs=language.words(_FIGURES, "pairs"),
        openers=language.words(_FIGURES, "openers"),
        moving=language.words(_FIGURES, "moving"),
        moving_from=language.words(_FIGURES, "moving_from"),
        opens_an_entry=language.words(_FIGURES, "opens_an_entry"),
    )


@made_once
def token_pattern(language: Language) -> re.Pattern[str]:
    """What one token is: every character of a text is in exactly one."""
    return re.compile(_TOKEN.replace("CODES", figures(language).codes))


class Lexicon(dict[str, str]):
    """From what stands between two spaces to its symbols, filled as words are met."""

    def __init__(self, language: Language, used: Set[str]) -> None:
        """Read the word classes of the language; `used` are the classes, and quoted words, that rules name."""
        super().__init__()
        self._classes: dict[str, dict[str, Value]] = {}
        self._triggers: set[str] = set()
        for name, entry in language.settings(_WORDS).items():
            for word, value in entry["words"].items():
                for form in _forms(word, entry["case"]):
                    self._classes.setdefault(form, {})[name] = value
                    if entry.get("trigger") == "abbreviation":
                        self._triggers |= {form + ".", form + " ", form + "-", form + "/"}
                    elif entry.get("trigger"):
                        self._triggers.add(form)
        self._used = used
        self._figures = figures(language)
        self._tokens = token_pattern(language).findall
        for name in sorted(used):
            if name.startswith('"'):
                word = name.strip('"')
                for form in _forms(word, "any"):
                    self._classes.setdefault(form, {})[name] = word
        self._symbols: dict[frozenset[str], str] = {_NO_CLASSES: OTHER}
        self._next_symbol = itertools.count(_FIRST_SYMBOL)
        self._classes_of_symbol: dict[str, frozenset[str]] = {OTHER: frozenset()}

    def symbols(self, text: str) -> str:
        """A symbol for each character of a text: that of its token for the first of a token, SAME for the others.

        There may be one more at the end.
        """
        symbols = "".join(map(self.__getitem__, text.split(" ")))
        if _GAP in symbols:
            return "".join(map(self._aligned, self._tokens(text)))
        return symbols

    def __missing__(self, word: str) -> str:
        """The symbols of a word and the space behind it."""
        if word.isalpha():
            symbols = self._aligned(word + " ")
        elif word[:-1].isalpha() and word[-1] in _STOPS:
            symbols = self._aligned(word[:-1]) + self._aligned(word[-1] + " ")
        else:
            # White space at its beginning belongs to the token before.
            tokens = self._tokens(word + " ")
            symbols = "".join([SAME * len(token) if token.isspace() else self._aligned(token) for token in tokens])
            if word[-1:] in _CURRENCIES:
                symbols = symbols[:-1] + _GAP
        if len(self) < _REMEMBERED:
            self[word] = symbols
        return symbols

    def _aligned(self, token: str) -> str:
        symbol = self.symbol(token)
        return OTHER * len(token) if symbol == OTHER else symbol + SAME * (len(token) - 1)

    def symbol(self, token: str) -> str:
        """The symbol of a token."""
        known = self.values_of(token.strip())
        return self._symbol(frozenset(known.keys() & self._used)) if known else OTHER

    def symbol_of_number(self, token: str) -> str:
        """The symbol of figures that are no year, though others like them may be."""
        return self._symbol(frozenset(self.values_of(token.strip()).keys() & self._used - DOUBTFUL_YEARS))

    def _symbol(self, classes: frozenset[str]) -> str:
        symbol = self._symbols.get(classes)
        if symbol is None:
            # No two threads draw the same one, and it stands for its classes before anybody has it.
            drawn = chr(next(self._next_symbol))
            self._classes_of_symbol[drawn] = classes
            symbol = self._symbols.setdefault(classes, drawn)
        return symbol

    def values_of(self, word: str) -> dict[str, Value]:
        """The classes `word` is in, each with the word's value there; figures by their shape."""
        word = _SIGNS.get(word, word)
        first = word[:1]
        if first.isdigit() and first.isascii():
            return self._classes.get(word, _NO_VALUES) | dict(_figure(word, self._figures))
        if first in _CURRENCIES and len(word) > 1:
            return {"MONEY": word}
        return self._classes.get(word, _NO_VALUES)

    def classes(self, symbol: str) -> frozenset[str]:
        """The classes that share `symbol`."""
        return self._classes_of_symbol[symbol]

    def triggers(self) -> Iterator[str]:
        """The words, as written, that make a passage worth looking at."""
        return iter(sorted(self._triggers))


def _forms(word: str, case: str) -> set[str]:
    if case == "upper":
        return {word.upper()}
    return {word.capitalize(), word.upper()} | ({word.lower()} if case == "any" else set())


def _figure(word: str, beside: Figures) -> Iterator[tuple[str, Value]]:
    if len(word) > 30:
        return
    if word.isdecimal() and word.isascii():
        yield from _digits(word)
    elif match := _SUFFIXED.fullmatch(word):
        number, suffix = int(match[1]), match[2]
        kind = beside.suffixes.get(suffix.lower())
        if suffix == beside.decade and number % 10 == 0 and len(match[1]) > 1:
            hundreds = number % 100 == 0 and 1000 <= number < _LATEST_HUNDREDS
            yield "HUNDREDS" if hundreds else _DECADES[len(match[1])], number
        elif kind == "NTH":
            yield "NTH", number
            if 1 <= number <= 31:
                yield "NTHDAY", number
        elif kind is not None and 1 <= number <= 12:
            yield kind, number
    elif _DATE_SEPARATED.fullmatch(word):
        if not _may_be_a_date(word):
            return
        yield ("STAMP" if "T" in word else "NUMDATE"), word
    elif ":" in word:
        hour, minute = word.split(":")[:2]
        if int(hour) < 25 and int(minute) < 60:
            yield "CLOCK", word
    elif "/" in word:
        yield "FRACTION", word
        above, _, below = word.partition("/")
        if int(below) == int(above) + 1 <= 31:
            yield "DAYPAIR", int(above)
    elif "," in word or "." in word:
        yield "NUM", word
        hour, _, minute = word.partition(".")
        if hour.isdecimal() and len(minute) == 2 and minute.isdecimal() and int(hour) < 25 and int(minute) < 60:
            yield "DOTCLOCK", word


def _may_be_a_date(word: str) -> bool:
    """Whether figures with a year among them are in the range of days and months."""
    parts = re.split(r"[-/.T]", word)[:3]
    first, second, third = map(int, parts)
    if first >= 1000:
        return 1 <= second <= 12 and 1 <= third <= 31
    return 1 <= min(first, second) <= 12 and max(first, second) <= 31 and len(parts[2]) in {2, 4}


def _digits(word: str) -> Iterator[tuple[str, Value]]:
    number = int(word)
    if number == 1 or len(word) < 10:
        yield "INT", number
    if len(word) <= 2:
        if 1 <= number <= 31:
            yield "DAY", number
        if 1 <= number <= 12:
            yield "HOUR", number
        if len(word) == 2:
            yield "YEAR2", number
    elif len(word) == 3:
        yield "YEAR3", number
    elif len(word) == 4:
        if number >= 1000:
            yield ("YEAR" if number < _FAR_AHEAD else "YEARAHEAD"), number
        if number < 2400 and number % 100 < 60:
            yield "MILITARY", word
