"""An article in, everything that is read from it alone out: one pure value, which can be stored and taken up again.

It depends on the article and its language, on nothing else: not on other articles, their order, the process or the
clock. What a story makes of many readings is made of these values, so an article is read once, however often its story
is told. `pack` gives the bytes to be stored; they name the version of the analysis that made them, and `unpack` takes
up no other's.
"""

import datetime as dt
import hashlib
import marshal
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, wraps
from itertools import accumulate
from operator import sub
from typing import Any, TypeVar

from dateline.entities.article_names import KeptNames, Names, PlainNames
from dateline.errors import MissingLanguage, OutdatedReading, is_fault
from dateline.events.surface.article import SurfaceArticle
from dateline.languages import Language, named, tell
from dateline.model import Article, Skip, SkipKind, Span, Timex, TimexType
from dateline.reading.dated import DatedSentence
from dateline.reading.skim import skim
from dateline.reading.version import version
from dateline.text.characters import refuse_halves
from dateline.text.copies import Signature, signature

# Fields of an article that are shown.
_WORDS = ("id", "text", "source", "title", "url", "byline")
# The format of `marshal` in which equal values are equal bytes: later ones mark what happens to be one object.
_FORMAT = 2
# Bytes by which the version, and the article that was read, are told.
_DIGEST = 8

_TYPES = {kind.value: kind for kind in TimexType}
_SKIPS = {kind.value: kind for kind in SkipKind}

_Made = TypeVar("_Made")

PlainReading = tuple[tuple[Any, ...], ...]
"""A reading without its article, of plain values only: what `marshal` can write."""


@dataclass(frozen=True)
class ArticleReading:
    """What is read from one article alone.

    Its names and its signature are read when they are first asked for, or taken from where they were kept: not
    everybody needs them.
    """

    article: Article
    language: Language
    """The language the article is in, with all that is known of it."""
    sentences: tuple[Span, ...]
    """Sentences of the story, in text order: what is skipped is cut out."""
    timexes: tuple[Timex, ...]
    """All time expressions but those of the header, in text order."""
    skipped: tuple[Skip, ...]
    """What is not the story, in text order."""

    @cached_property
    def names(self) -> Names:
        """Its names, with what the article alone tells of them."""
        return Names(self.language, self.article.text)

    @cached_property
    def surface(self) -> SurfaceArticle:
        """What its surface tells of who says what."""
        return SurfaceArticle(self.names, self.sentences)

    @cached_property
    def signature(self) -> Signature:
        """What copies of it are recognised by."""
        return signature(self.language, self.article.text)

    @cached_property
    def dated(self) -> tuple[DatedSentence, ...]:
        """The sentences of the story that hold time expressions, in text order."""
        return tuple(self._dated())

    def _dated(self) -> Iterator[DatedSentence]:
        first = 0
        for number, sentence in enumerate(self.sentences):
            while first < len(self.timexes) and self.timexes[first].start < sentence.start:
                first += 1
            last = first
            while last < len(self.timexes) and self.timexes[last].start < sentence.end:
                last += 1
            if last > first:
                yield DatedSentence(self.surface, self.article, number, sentence, self.timexes[first:last])
            first = last

    def pack(self) -> bytes:
        """The reading as bytes to be stored beside its article: a fraction of the text's own size."""
        tag, plain = self.language.tag.encode(), marshal.dumps(to_plain(self), _FORMAT)
        return tag + b"\0" + version(self.language)[:_DIGEST] + _digest(self.article) + zlib.compress(plain)


def read_once(make: Callable[[ArticleReading], _Made]) -> Callable[[ArticleReading], _Made]:
    """A decorator: what a function makes of one reading is made once, and kept with it as long as it lives.

    A story that grows asks for it at every moment.
    """
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def made(reading: ArticleReading) -> _Made:
        kept = vars(reading)
        if name not in kept:
            kept[name] = make(reading)
        return kept[name]  # type: ignore[no-any-return]

    return made


def read_article(article: Article) -> ArticleReading:
    """Read an article in the language it is given as, or in which its words are.

    Raises MissingLanguage where that is not there, MalformedArticle for an article with half a character in its words:
    readers refuse both, but an article may be made by hand.
    """
    for field in _WORDS:
        refuse_halves(getattr(article, field) or "", field, article.read_from or article.id)
    language = named(tell(article.language, article.text).tag)
    return ArticleReading(article, language, *skim(language, article))


def unpack(article: Article, packed: bytes) -> ArticleReading:
    """The reading of an article, from what `pack` gave for it.

    Raises OutdatedReading where another version of the analysis made it, or the article was another: read it again.
    """
    tag, _, rest = packed.partition(b"\0")
    made_by, of_article, plain = rest[:_DIGEST], rest[_DIGEST : 2 * _DIGEST], rest[2 * _DIGEST :]
    try:
        is_of_this_version = made_by == version(named(tag.decode()))[:_DIGEST]
    except MissingLanguage:
        is_of_this_version = False
    if not is_of_this_version:
        raise OutdatedReading(f"the reading of {article.id} was made by another version of the analysis")
    if of_article != _digest(article):
        raise OutdatedReading(f"the reading of {article.id} was made of another text or another day")
    return of_plain(article, marshal.loads(zlib.decompress(plain)))


def to_plain(reading: ArticleReading, *, named: bool = True) -> PlainReading:
    """A reading as plain values, without its article: what crosses quickly between processes; unless `named`, no names.

    Of a reading without names they are sought when they are asked for.
    """
    return (
        (reading.language.tag,),
        _gaps(reading.sentences),
        tuple(_plain_timex(timex) for timex in reading.timexes),
        tuple((skip.start, skip.end, skip.why.value) for skip in reading.skipped),
        _or_none(lambda: tuple(reading.names.plain)) if named else (),
        tuple(sorted(reading.signature.chains)),
        _or_none(lambda: tuple(sentence.to_plain() for sentence in reading.dated)),
    )


def of_plain(article: Article, plain: PlainReading) -> ArticleReading:
    """The reading of an article, from its plain values."""
    (tag,), sentences, timexes, skipped, names, chains, dated = plain
    language = named(tag)
    reading = ArticleReading(
        article=article,
        language=language,
        sentences=_spans(sentences),
        timexes=tuple(_timexes(article.text, timexes)),
        skipped=tuple(Skip(start, end, _SKIPS[why]) for start, end, why in skipped),
    )
    vars(reading)["signature"] = Signature(frozenset(chains))
    if names:
        vars(reading)["names"] = KeptNames(language, article.text, PlainNames(*names))
    for sentence, kept in zip(reading.dated, dated, strict=False):
        sentence.keep(kept)
    return reading


def _or_none(plain: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
    """Plain values; none where making them meets a fault, which is met again by whoever asks for what they are of."""
    try:
        return plain()
    except BaseException as fault:
        if not is_fault(fault):
            raise
        return ()


def _gaps(spans: tuple[Span, ...]) -> tuple[int, ...]:
    """For each span, how far behind the one before it begins, and its length."""
    bounds = [bound for span in spans for bound in span]
    return tuple(map(sub, bounds, [0, *bounds]))


def _spans(gaps: tuple[int, ...]) -> tuple[Span, ...]:
    bounds = list(accumulate(gaps))
    return tuple(map(Span, bounds[::2], bounds[1::2]))


def _plain_timex(timex: Timex) -> tuple[Any, ...]:
    """A time expression without its words, days as their numbers from 1 January of the year 1."""
    return (
        timex.start,
        timex.end,
        timex.type.value,
        timex.value,
        timex.mod,
        timex.quant,
        timex.freq,
        timex.first and timex.first.toordinal(),
        timex.last and timex.last.toordinal(),
        timex.ambiguous,
    )


def _timexes(text: str, plain: tuple[Any, ...]) -> Iterator[Timex]:
    day = dt.date.fromordinal
    for start, end, kind, value, mod, quant, freq, first, last, ambiguous in plain:
        days = (first and day(first), last and day(last))
        yield Timex(start, end, text[start:end], _TYPES[kind], value, mod, quant, freq, *days, ambiguous)


def _digest(article: Article) -> bytes:
    """What tells an article from another one, as far as its reading rests on it."""
    rests_on = (
        article.text,
        str(article.published),
        str(article.available),
        article.source,
        article.url,
        article.language,
        article.dateline,
        article.skipped,
    )
    return hashlib.blake2b(repr(rests_on).encode(), digest_size=_DIGEST).digest()
