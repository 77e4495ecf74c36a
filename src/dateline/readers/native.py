"""JSON in, drafts of articles out: JSON Lines, or one object, an array, or `{"articles": […]}`.

An object is an article in Dateline's own format, or a record of a scraper or an agency (`records.shapes`).
"""

import codecs
import json
import re
from collections.abc import Generator, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any, BinaryIO

from dateline.errors import InputError, MalformedArticle, UnreadableInput
from dateline.model import Skip, SkipKind
from dateline.readers import encodings
from dateline.readers.drafts import Draft
from dateline.readers.lines import LineCounter, lines_with_words
from dateline.readers.records import shapes
from dateline.readers.sources import Source
from dateline.text.characters import refuse_halves

# Bytes of one article, as it stands in its file. The longest of the development corpora has 0.08 MB; a book has 1 MB.
ARTICLE_LIMIT = 20_000_000

# Bytes of one line from which on a file is given up.
_LINE_LIMIT = 10 * ARTICLE_LIMIT

_TEXTS = ("text", "published", "id", "source", "title", "url", "byline", "language", "updated", "section")
_EXPECTED = 'An article is an object with "text" and "published"'
_OTHER_DATA = 'it has neither "text" nor "published"'
_NO_OBJECT = "not an object"
_OWN_OUTPUT = "it is output of Dateline, not an article"
# Keys of which one set stands in every output of Dateline that is an object: timelines, changes, annotations.
_OUTPUTS = ({"articles", "entries"}, {"since", "until", "changes"}, {"each", "periods"}, {"id", "published", "skipped"})
_KINDS = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "an array", dict: "an object"}
_SPACE = re.compile(r"[ \t\r\n]*")
# Keys with which an object is more than a list of articles.
_NO_LIST = {"text", "entries", "changes", "periods"}
_DECODER = json.JSONDecoder()
_NOTHING: Mapping[str, str] = MappingProxyType({})


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of a JSON file, or of JSON Lines of any length."""
    opening = source.opening()
    if source.suffix in (".jsonl", ".ndjson") and not opening.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield from read_lines(source.stream, source.name, source.wanted.mapping)
        return
    text, note = encodings.decode(source.data(), source.name)
    if note:
        source.notes.append(note)
    yield from read_document(text, source.name, source.wanted.mapping)


def read_lines(file: BinaryIO, name: str, mapping: Mapping[str, str] = _NOTHING) -> Iterator[Draft | InputError]:
    """The articles of a JSON Lines file, one a line; a broken line is an error and costs that line only."""
    number = 0
    while line := file.readline(ARTICLE_LIMIT + 1):
        number += 1
        where = f"{name}:{number}"
        if len(line) > ARTICLE_LIMIT and not line.endswith(b"\n"):
            yield too_long(where)
            skipped = len(line)
            while (rest := file.readline(ARTICLE_LIMIT)) and not rest.endswith(b"\n"):
                skipped += len(rest)
                if skipped > _LINE_LIMIT:  # a stream that may never end
                    return
            continue
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            problem = f"invalid UTF-8: byte {error.start + 1} of the line is 0x{line[error.start]:02X}"
            yield UnreadableInput(where, problem, "Save the file in UTF-8")
            continue
        if text.strip():
            yield from _line(text.rstrip("\r\n"), name, where, mapping)


def _line(text: str, name: str, where: str, mapping: Mapping[str, str]) -> Iterator[Draft | InputError]:
    try:
        yield from drafts(_DECODER.decode(text), name, where, mapping)
    except InputError as error:
        yield error
    except json.JSONDecodeError as error:
        yield _broken(error, f"{where}:{error.pos + 1}")
    except (ValueError, RecursionError) as error:
        yield _unparsable(error, where)


def read_document(text: str, name: str, mapping: Mapping[str, str] = _NOTHING) -> Iterator[Draft | InputError]:
    """The articles of a JSON file; where the file breaks off, those before the break are given, then the error.

    A file that holds JSON Lines under the name of JSON is read as what it is.
    """
    if _holds_lines(text):
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield from _line(line, name, f"{name}:{number}", mapping)
        return
    line_of = LineCounter(text)
    position = 0
    try:
        for position, value in _values(text):
            where = f"{name}:{line_of(position)}"
            try:
                yield from drafts(value, name, where, mapping)
            except InputError as error:
                yield error
    except json.JSONDecodeError as error:
        yield _broken(error, f"{name}:{error.lineno}:{error.colno}")
    except (ValueError, RecursionError) as error:
        yield _unparsable(error, f"{name}:{line_of(position)}")


def _holds_lines(text: str) -> bool:
    """Whether a text is JSON Lines: of its first two lines that are not blank, one is an object in itself."""
    lines = list(islice(lines_with_words(text), 2))
    return len(lines) == 2 and any(_is_object(text[start:end]) for start, end in lines)


def _is_object(line: str) -> bool:
    try:
        return isinstance(_DECODER.decode(line), dict)
    except (ValueError, RecursionError):
        return False


def _values(text: str) -> Iterator[tuple[int, Any]]:
    """Each value that should be an article, with where it begins."""
    position = _skip_space(text, 0)
    while position < len(text):
        if text[position] == "[":
            position = yield from _array(text, position)
        else:
            value, end = _DECODER.raw_decode(text, position)
            if isinstance(value, dict) and isinstance(value.get("articles"), list) and not value.keys() & _NO_LIST:
                yield from _array(text, _array_of_articles(text, position))
            else:
                yield position, value
            position = end
        position = _skip_space(text, position)


def _array(text: str, position: int) -> Generator[tuple[int, Any], None, int]:
    """The elements of the array at `position`; returns where it ends."""
    position = _skip_space(text, position + 1)
    if text[position : position + 1] == "]":
        return position + 1
    while True:
        value, end = _DECODER.raw_decode(text, position)
        yield position, value
        position = _skip_space(text, end)
        mark = text[position : position + 1]
        if mark == "]":
            return position + 1
        if mark != ",":
            raise json.JSONDecodeError("Expecting ',' or ']'", text, position)
        position = _skip_space(text, position + 1)


def _array_of_articles(text: str, position: int) -> int:
    """Where the value of `"articles"` begins in the well-formed object at `position`."""
    while True:
        key, position = _DECODER.raw_decode(text, _skip_space(text, position + 1))
        position = _skip_space(text, _skip_space(text, position) + 1)
        if key == "articles" and text[position] == "[":
            return position
        _, position = _DECODER.raw_decode(text, position)
        position = _skip_space(text, position)


def _skip_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def drafts(value: Any, name: str, where: str, mapping: Mapping[str, str]) -> Iterator[Draft | InputError]:
    """The drafts of one parsed value: of a record of another maker there may be several in one."""
    shaped = shapes.articles_in(value, where, mapping) if isinstance(value, dict) else None
    if shaped is None:
        yield draft(value, name, where)
        return
    for item in shaped:
        if isinstance(item, InputError):
            yield item
            continue
        place = item.where or where
        try:
            yield draft(item.fields, name, place)._replace(
                kind=item.kind, told=item.told, excerpt=item.excerpt, named_for_it=item.where is None
            )
        except InputError as error:
            yield error


def draft(value: Any, name: str, where: str) -> Draft:
    """The draft of one parsed object, or MalformedArticle saying which key is not as it should be."""
    if not isinstance(value, dict):
        raise MalformedArticle(where, f"it is {_kind(value)}, {_NO_OBJECT}", _EXPECTED)
    if "text" not in value and any(keys <= value.keys() for keys in _OUTPUTS):
        raise MalformedArticle(where, _OWN_OUTPUT, _EXPECTED)
    if "text" not in value and "published" not in value:
        raise MalformedArticle(where, _OTHER_DATA, _EXPECTED)
    fields: dict[str, Any] = {}
    for key in _TEXTS:
        fields[key] = _text_of(value.get(key), key, where)
    text = fields.pop("text")
    if text is None:
        raise MalformedArticle(where, 'it has no "text"', _EXPECTED)
    if not text.strip():
        raise MalformedArticle(where, 'its "text" is empty', _EXPECTED)
    if len(text) > ARTICLE_LIMIT:
        raise too_long(where)
    fields = {key: value if value and value.strip() else None for key, value in fields.items()}
    skipped, body = opening_title(text, fields["title"])
    return Draft(
        text=text,
        file=name,
        read_from=where,
        excerpt=value.get("excerpt") is True,
        skipped=skipped,
        body=body,
        kind="JSON",
        told={key: f"“{key}”" for key, given in fields.items() if given},
        **fields,
    )


def is_own_output(error: InputError) -> bool:
    """Whether an error says that a JSON value is what Dateline wrote."""
    return error.problem == _OWN_OUTPUT


def is_other_data(error: InputError) -> bool:
    """Whether an error says that a JSON value is well-formed and no article in any respect."""
    return (
        is_own_output(error)
        or error.problem == _OTHER_DATA
        or error.problem.endswith((_NO_OBJECT, "without an article"))
    )


def _text_of(value: Any, key: str, where: str) -> str | None:
    """A value that must be text where it is given; an id may be a whole number too."""
    if value is None:
        return None
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise MalformedArticle(where, f'its "{key}" is {_kind(value)}, not text', _EXPECTED)
    refuse_halves(value, key, where)
    return value


def opening_title(text: str, title: str | None) -> tuple[tuple[Skip, ...], int]:
    """Where a text opens with its own title, as in many collections: what to skip, and where the story begins."""
    if not title:
        return (), 0
    start = len(text) - len(text.lstrip())
    left = _letters(title)
    end = start
    for begin, stop in lines_with_words(text, start, start + 2 * len(title) + 100):
        if not left:
            break
        line = text[begin : min(stop, begin + 2 * len(title) + 100)]
        letters = _letters(line)
        if not left.startswith(letters):
            break
        left = left[len(letters) :]
        end = begin + len(line.rstrip())
    return ((Skip(start, end, SkipKind.TITLE),), end) if end > start else ((), 0)


def _letters(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    return _KINDS[type(value)]


def too_long(where: str) -> InputError:
    return UnreadableInput(
        where, f"longer than {ARTICLE_LIMIT // 1_000_000} MB, which no article is", "Split it into its articles"
    )


def _broken(error: json.JSONDecodeError, where: str) -> InputError:
    problem = error.msg[:1].lower() + error.msg[1:].removesuffix(" at")
    return MalformedArticle(where, f"broken JSON: {problem}", "Correct it at this place")


def _unparsable(error: Exception, where: str) -> InputError:
    problem = "nested too deeply" if isinstance(error, RecursionError) else "it holds a number of thousands of digits"
    return MalformedArticle(where, problem, _EXPECTED)
