"""A language's folder in, everything analysis knows of that language out: words, tables, rules, patterns and weights.

A `Language` is passed on explicitly, from `Article.language` to wherever a word is looked at: no module reads a data
file by itself, and nothing made from one is kept anywhere but with its language. Four formats serve: `.toml` for words,
patterns and single numbers, `.tsv` for tables, `.rules` for the grammar of time expressions, `.weights.gz` for models.

What a language's own folder leaves out is empty: its files are laid over those of `und`, which name everything there is
to say and say nothing. So a second language can begin with a dozen words and grow from there.
"""

import gzip
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial, wraps
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, ParamSpec, Protocol, TypeVar, cast

T = TypeVar("T")
Answer_co = TypeVar("Answer_co", covariant=True)
Key = ParamSpec("Key")

# Data files and folders that are kept at most: more than there are.
_FILES = 256

EMPTY = "und"
"""BCP 47 for "undetermined": the language whose files say nothing, over which all others are laid."""


class Language:
    """One language: its tag, its data, and what was made of these.

    `tag` is the BCP 47 primary tag (`en`), `folder` where its data lies; a folder of your own makes a language of your
    own. Two objects of one tag are never needed: `dateline.languages.named` gives the same one each time.
    """

    __slots__ = ("_made", "_memories", "_settings", "folder", "tag")

    def __init__(self, tag: str, folder: Traversable) -> None:
        self.tag = tag
        self.folder = folder
        self._made: dict[Callable[[Language], Any], Any] = {}
        self._memories: dict[Callable[..., Any], Any] = {}
        self._settings: dict[str, Mapping[str, Any]] = {}

    def __repr__(self) -> str:
        return f"<Language {self.tag}>"

    def __reduce__(self) -> tuple[Callable[..., "Language"], tuple[str, Traversable]]:
        # Crosses between processes as a tag: the other side has, or makes, its own.
        return at, (self.tag, self.folder)

    def settings(self, path: str) -> Mapping[str, Any]:
        """The keys of a `.toml` file, those that the language does not give empty as in `und`."""
        known = self._settings.get(path)
        if known is None:
            own = self._text(path)
            known = _laid_over(_empty_settings(path), tomllib.loads(own) if own else {})
            self._settings[path] = known
        return known

    def table(self, path: str) -> list[list[str]]:
        """The rows of a `.tsv` file, cells as they stand; without comments (`#`) and blank lines."""
        return [line.split("\t") for line in self._lines(path)]

    def rules(self, path: str) -> list[str]:
        """The lines of a `.rules` file, trimmed; without comments (`#`) and blank lines."""
        return [line.strip() for line in self._lines(path)]

    def weights(self, path: str) -> Mapping[str, int]:
        """The whole-number weights by feature of a `.weights.gz` file (`feature<TAB>weight` a line); often empty."""
        file = self.folder.joinpath(*path.split("/"))
        if not file.is_file():
            return {}
        rows = (line.rsplit("\t", 1) for line in gzip.decompress(file.read_bytes()).decode().splitlines() if line)
        return {feature: int(weight) for feature, weight in rows}

    def words(self, path: str, key: str) -> frozenset[str]:
        """The words under a key of a `.toml` file, given as a list or with blanks between them."""
        given = self.settings(path)[key]
        return frozenset(given.split() if isinstance(given, str) else given)

    def pattern(self, path: str, key: str, **filled: str) -> re.Pattern[str]:
        """The regular expression under a key of a `.toml` file, `filled` standing for its words in capitals."""
        written: str = self.settings(path)[key]
        for placeholder, text in filled.items():
            written = written.replace(placeholder, text)
        return re.compile(written)

    @property
    def name(self) -> str:
        """Its name in English: `Spanish`."""
        return str(self.settings("language.toml")["name"]) or self.tag

    def forget(self) -> None:
        """Let go of all that was made from the data: it is read and made again when it is next asked for."""
        self._made.clear()
        self._memories.clear()
        self._settings.clear()

    def _lines(self, path: str) -> list[str]:
        return [line for line in self._text(path).splitlines() if line.strip() and not line.lstrip().startswith("#")]

    def _text(self, path: str) -> str:
        file = self.folder.joinpath(*path.split("/"))
        return file.read_text(encoding="utf-8") if file.is_file() else ""


def made_once(make: Callable[[Language], T]) -> Callable[[Language], T]:
    """A decorator: what a function makes of a language is made once for each, and kept with it.

    For whatever rests on data files. Two threads may make it at once; both get the same object.
    """

    @wraps(make)
    def made(language: Language) -> T:
        try:
            return language._made[make]  # type: ignore[no-any-return]
        except KeyError:
            return language._made.setdefault(make, make(language))  # type: ignore[no-any-return]

    return made


class Remembered(Protocol[Answer_co]):
    """A function of a language and short strings whose answers are kept."""

    def __call__(self, language: Language, /, *key: Any) -> Answer_co:
        """The answer, from memory where it is there."""

    def of(self, language: Language) -> Callable[..., Answer_co]:
        """The function for one language: what asks it in a loop spares looking up the memory each time."""


def remembered(most: int) -> Callable[[Callable[..., T]], Remembered[T]]:
    """A decorator: the last `most` answers of a pure function of a language and short strings are kept with it.

    The function takes the language first. Never for whole texts: an answer is kept as long as the language lives.
    """

    def decorate(function: Callable[..., T]) -> Remembered[T]:
        def of(language: Language) -> Callable[..., T]:
            try:
                return language._memories[function]  # type: ignore[no-any-return]
            except KeyError:
                memory = lru_cache(most)(partial(function, language))
                return language._memories.setdefault(function, memory)  # type: ignore[no-any-return]

        @wraps(function)
        def answer(language: Language, *key: Any) -> T:
            try:
                memory = language._memories[function]
            except KeyError:
                memory = of(language)
            return memory(*key)  # type: ignore[no-any-return]

        remembering = cast("Remembered[T]", answer)
        remembering.of = of  # type: ignore[method-assign]
        return remembering

    return decorate


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of some words, the longest first; one that never matches where there are none.

    It stands in parentheses of its own, so that it may be part of another expression.
    """
    ranked = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ranked))})" if ranked else "(?!)"


def opening(words: Iterable[str], where: str) -> str:
    """A regular expression for any of some words where the expression `where` holds behind its first character.

    It begins with these characters, which a search looks for quickly: one that begins with a condition, such as that
    of a word's beginning, tries every position of a text.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    behind = "|".join(f"(?<={re.escape(first)})(?:{'|'.join(rest)})" for first, rest in rests.items())
    return f"[{''.join(map(re.escape, rests))}]{where}(?:{behind})" if rests else "(?!)"


@lru_cache(_FILES)
def shipped(tag: str) -> Traversable:
    """The folder of a language that comes with the package; it may not exist."""
    return resources.files("dateline.languages").joinpath(tag)


_by_place: dict[tuple[str, str], Language] = {}


def known() -> list[Language]:
    """Every language that was asked for in this process."""
    return list(_by_place.values())


def at(tag: str, folder: Traversable) -> Language:
    """The one language of a tag and folder in this process."""
    place = (tag, str(folder))
    known = _by_place.get(place)
    return known if known is not None else _by_place.setdefault(place, Language(tag, folder))


@lru_cache(_FILES)
def _empty_settings(path: str) -> Mapping[str, Any]:
    file = shipped(EMPTY).joinpath(*path.split("/"))
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def _laid_over(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Settings of which those of `over` count, table by table."""
    both = {**under, **over}
    for key, value in over.items():
        if isinstance(value, dict) and isinstance(under.get(key), dict):
            both[key] = _laid_over(under[key], value)
    return both
