"""The registry of formats: a file in, what it is and which module reads it out, by its content first, its name second.

Nothing that is of another kind is ever taken for plain text: what opens with mark-up, with the headers of a mail or
with a table is read as that, and a kind that is known and not read is refused by its name.
"""

import importlib
import re
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from dateline.errors import InputError, UnreadableInput, summary
from dateline.readers import encodings
from dateline.readers.databases.kinds import database_page, database_text
from dateline.readers.drafts import Draft
from dateline.readers.sources import Source
from dateline.readers.tables.kinds import is_table


class Kind(NamedTuple):
    """A format."""

    name: str
    """As people call it, with its article: `a PDF document`."""
    module: str | None
    """The module below `dateline.readers` that reads it; None for what is known and not read."""
    remedy: str = ""
    """What to do with one that is not read."""


_AS_TEXT = "Save its words as a text file in UTF-8 and read that"
_AS_PAGE = "Save the article's own page and read that"

PLAIN = Kind("plain text", "plain")
JSON = Kind("JSON", "native")
LINES = Kind("JSON Lines", "native")
PAGE = Kind("an HTML page", "web.page")
TABLE = Kind("a CSV table", "tables.csv")
MAIL = Kind("an e-mail", "mail.message")
MAILBOX = Kind("a mailbox", "mail.mailbox")
WARC = Kind("a web archive (WARC)", "web.warc")

# What a file of a kind opens with.
_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", Kind("a PDF document", "documents.pdf")),
    (b"{\\rtf", Kind("an RTF document", "documents.rtf")),
    (b"PAR1", Kind("a Parquet table", "tables.parquet")),
    (b"WARC/", WARC),
    (b"\x1f\x8b", Kind("a gzip archive", "archives.compressed")),
    (b"BZh", Kind("a bzip2 archive", "archives.compressed")),
    (b"\xfd7zXZ\0", Kind("an xz archive", "archives.compressed")),
    (b"\x89PNG", Kind("a PNG picture", None, _AS_TEXT)),
    (b"\xff\xd8\xff", Kind("a JPEG picture", None, _AS_TEXT)),
    (b"GIF8", Kind("a GIF picture", None, _AS_TEXT)),
    (b"II*\0", Kind("a TIFF picture", None, _AS_TEXT)),
    (b"MM\0*", Kind("a TIFF picture", None, _AS_TEXT)),
    (b"\xd0\xcf\x11\xe0", Kind("an old Word, Excel or Outlook file", None, "Save it as .docx, .xlsx or .eml")),
    (b"SQLite format 3", Kind("an SQLite database", None, "Export its table of articles as CSV")),
    (b"7z\xbc\xaf\x27\x1c", Kind("a 7-Zip archive", None, "Unpack it and read the folder")),
    (b"Rar!\x1a\x07", Kind("a RAR archive", None, "Unpack it and read the folder")),
    (b"(\xb5/\xfd", Kind("a Zstandard archive", None, "Unpack it and read what it holds")),
    (b"PK\x05\x06", Kind("an empty zip archive", None, "Get it again, or leave it out")),
    (b"ARROW1", Kind("an Arrow file", None, "Save it as Parquet or CSV")),
    (b"\x00\x00\x00\x18ftyp", Kind("a video", None, _AS_TEXT)),
    (b"ID3", Kind("a sound recording", None, _AS_TEXT)),
    (b"OggS", Kind("a sound recording", None, _AS_TEXT)),
    (b"bplist00", Kind("a Safari web archive", None, "Save the page as HTML")),
    (b"%!PS", Kind("a PostScript document", None, "Save it as PDF")),
)

# What a zip holds, by the name of a member.
_ZIPPED: tuple[tuple[str, Kind], ...] = (
    ("word/", Kind("a Word document", "documents.docx")),
    ("xl/", Kind("an Excel table", "tables.xlsx")),
    ("ppt/", Kind("a PowerPoint presentation", None, _AS_TEXT)),
    ("META-INF/container.xml", Kind("an EPUB book", "documents.epub")),
    ("OEBPS/", Kind("an EPUB book", "documents.epub")),
    ("datapackage.json", Kind("a web archive (WACZ)", "archives.zipped")),
)
_ZIP = Kind("a zip archive", "archives.zipped")
_ODT = Kind("an OpenDocument text", "documents.odt")
_TAR = Kind("a tar archive", "archives.tarred")

# The first element of an XML document, in lower case and without its prefix.
_ROOTS = {
    "rss": Kind("an RSS feed", "web.feed"),
    "feed": Kind("an Atom feed", "web.feed"),
    "rdf": Kind("an RSS 1.0 feed", "web.feed"),
    "html": PAGE,
    "newsitem": Kind("a NewsML-G2 item", "records.newsml"),
    "newsmessage": Kind("a NewsML-G2 message", "records.newsml"),
    "packageitem": Kind("a NewsML-G2 package", None, "Read the news items it lists"),
    "newsml": Kind("a NewsML 1 document", "records.newsml"),
    "nitf": Kind("an NITF document", "records.newsml"),
    "tei": Kind("a TEI document", "records.tei"),
    "ppsresponse": Kind("a Factiva export (XML)", "databases.factiva_xml"),
    "ppsarticleresultset": Kind("a Factiva export (XML)", "databases.factiva_xml"),
    "urlset": Kind("a sitemap", None, "It lists addresses and holds no article. Use dateline fetch for them"),
    "sitemapindex": Kind("a sitemap", None, "It lists sitemaps and holds no article"),
    "opml": Kind("a list of feeds (OPML)", None, "Fetch the feeds it lists"),
    "svg": Kind("an SVG picture", None, _AS_TEXT),
    "mediawiki": Kind("a MediaWiki export", None, _AS_TEXT),
    "plist": Kind("a property list", None, _AS_TEXT),
    "timeml": Kind("a TimeML document", None, "Read the text it was made from"),
}

# What a text opens with that is neither prose nor any of the above.
_TEXTS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"BEGIN:VCALENDAR"), Kind("a calendar", None, "It holds appointments and no article")),
    (re.compile(r"BEGIN:VCARD"), Kind("an address card", None, "It holds no article")),
    (re.compile(r"TY  ?- "), Kind("a list of sources (RIS)", None, "It holds no text. Read the articles it lists")),
    (re.compile(r"@\w+\s*\{[^\n]*,"), Kind("a list of sources (BibTeX)", None, "Read the articles it lists")),
    (re.compile(r"WEBVTT\b"), Kind("subtitles", None, _AS_TEXT)),
    (re.compile(r"1\r?\n\d\d:\d\d:\d\d,\d{3} -->"), Kind("subtitles", None, _AS_TEXT)),
    (re.compile(r"#!"), Kind("a program", None, "It holds no article")),
    (re.compile(r"(?:https?://\S+\s*\n?){2,}\Z"), Kind("a list of addresses", None, "Use dateline fetch for them")),
)

_XML = re.compile(r"<\?xml[^>]*\?>")
_BEFORE_ROOT = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|<!doctype[^>]*?(?:\[.*?\]\s*)?>)", re.DOTALL | re.IGNORECASE)
_ELEMENT = re.compile(r"\s*<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)(?=[\s/>])")
_PARTS_OF_PAGES = frozenset({
    "head", "body", "title", "meta", "link", "script", "style", "div", "span", "p", "table", "tr", "td", "a",
    "article", "section", "main", "header", "footer", "h1", "h2", "h3", "ul", "ol", "li", "br", "hr", "img",
    "font", "center", "form", "b", "i", "em", "strong", "blockquote", "text", "doc", "docfull", "iframe", "figure",
    "time", "nav",
})  # fmt: skip
_MAIL_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]*):[ \t]?(.*)$")
_ONLY_MAILS_HAVE = {
    "received", "message-id", "mime-version", "return-path", "delivered-to", "dkim-signature",
    "content-transfer-encoding", "reply-to", "in-reply-to", "list-unsubscribe",
}  # fmt: skip
_MAILBOX = re.compile(r"From \S.{0,200}\d{4}(?:[ \t][+-]\d{4})?[ \t]*\r?\n(?:[A-Za-z][A-Za-z0-9-]*:|>From )")

# Suffixes of feeds: a page under one of them is the error page of a server.
_FEEDS = {".rss", ".atom", ".rdf"}
_TABLES = {".csv", ".tsv", ".tab"}
_LINES = {".jsonl", ".ndjson"}
_TEXT = {".txt", ".text"}

# Characters in which a text shows what it is.
_LOOKED_AT = 60_000

SUFFIXES = (
    ".txt", ".text", ".json", ".jsonl", ".ndjson", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".xml", ".rss", ".atom",
    ".rdf", ".jsonld", ".csv", ".tsv", ".tab", ".xlsx", ".parquet", ".eml", ".mbox", ".docx", ".rtf", ".pdf", ".odt",
    ".epub", ".warc", ".wacz", ".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz",
)  # fmt: skip
"""What is taken from a folder by its name. Other files in it are taken when their content shows one of the formats."""


def kind_of(source: Source) -> Kind:
    """What a source is; it is read whole only where its first bytes do not tell."""
    opening = source.opening()
    known = _by_signature(opening, source)
    if known is not None:
        return known
    if source.suffix in _LINES and not opening.startswith((b"\xff\xfe", b"\xfe\xff")):
        return LINES
    if _MAILBOX.match(opening.decode("latin-1")) or source.suffix == ".mbox":
        return MAILBOX
    mail = _mail(opening.decode("latin-1"))
    if mail is not None:
        return mail
    charset = source.charset if source.suffix not in _TEXT else None
    text = readable(source.data(), charset)
    return PLAIN if text is None else of_text(text, source.suffix)


def is_marked(opening: bytes, name: str) -> bool:
    """Whether the first bytes of a file show a format that is read, so that it is no text of an unknown kind."""
    import io  # noqa: PLC0415 - for this alone

    source = Source(name, io.BufferedReader(io.BytesIO(opening)), [], held=opening)
    if opening.startswith(b"PK\x03\x04"):
        return True
    kind = kind_of(source)
    return kind.module is not None and kind not in (PLAIN, JSON, LINES, TABLE)


def readable(data: bytes, charset: str | None = None) -> str | None:
    """The text of bytes, to see what it is; None for what is none in any encoding that is known."""
    if charset:
        try:
            return data.decode(charset)
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        return encodings.decode(data, "")[0]
    except InputError:
        text = data.decode("latin-1")
        # A page may be in any encoding: it says itself in which.
        return text if _BEFORE_ROOT.match(text) or _ELEMENT.match(text) else None


def of_text(text: str, suffix: str) -> Kind:
    """What a text is."""
    opening = text[:_LOOKED_AT].lstrip("\ufeff \t\r\n")
    if opening.startswith("<"):
        known = _of_markup(opening, text, suffix)
        if known is not None:
            return known
    if opening[:1] in ("{", "[") and (suffix not in _TEXT or _is_json(text)):
        return JSON
    database = database_text(text)
    if database is not None:
        return Kind(*database)
    for pattern, kind in _TEXTS:
        if pattern.match(opening):
            return kind
    if suffix in _TABLES or is_table(opening):
        return TABLE
    return PLAIN


def _by_signature(opening: bytes, source: Source) -> Kind | None:
    if opening.startswith(b"PK\x03\x04"):
        return _zipped(source)
    if opening.startswith(b"\x1f\x8b") and _unpacked(opening).startswith(b"WARC/"):
        return WARC
    if opening.startswith(b"RIFF") and opening[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return Kind("a picture or a recording", None, _AS_TEXT)
    if opening[257:262] == b"ustar":
        return _TAR
    return next((kind for signature, kind in _SIGNATURES if opening.startswith(signature)), None)


def _unpacked(opening: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(opening, 64)
    except zlib.error:
        return b""


def _zipped(source: Source) -> Kind:
    """What a zip is: documents of offices and books are zips of their own order."""
    import zipfile  # noqa: PLC0415 - for archives alone

    stream = source.seekable()
    try:
        with zipfile.ZipFile(stream) as archive:
            names = archive.namelist()
            kind = next((kind for start, kind in _ZIPPED for name in names if name.startswith(start)), None)
            if "mimetype" in names:
                of = archive.read("mimetype")[:80]
                if b"opendocument.text" in of:
                    kind = _ODT
                elif b"opendocument" in of:
                    kind = Kind("an OpenDocument table or presentation", None, "Save it as .xlsx or .csv")
            return kind or _ZIP
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        by_suffix = {".docx": "a Word document", ".xlsx": "an Excel table", ".epub": "an EPUB book"}
        what = by_suffix.get(source.suffix, "a zip archive")
        raise UnreadableInput(
            source.name, f"it is {what} that breaks off or is damaged", "Get it again from where it came from"
        ) from None
    finally:
        stream.seek(0)


def _of_markup(opening: str, text: str, suffix: str) -> Kind | None:
    """What a text with mark-up is; None for one that only begins with the sign `<`."""
    database = database_page(text)
    if database is not None:
        return Kind(*database)
    position = 0
    while found := _BEFORE_ROOT.match(opening, position):
        position = found.end()
    root = _ELEMENT.match(opening, position)
    name = root[1].lower() if root else ""
    if name == "rdf" and "purl.org/rss" not in opening and "my.netscape.com/rdf" not in opening:
        return Kind("an RDF document", None, "Export it as CSL-JSON, which names the articles' files or addresses")
    kind = _ROOTS.get(name)
    if kind is None and (name in _PARTS_OF_PAGES or "<!doctype html" in opening[:2_000].lower()):
        kind = PAGE
    if kind is PAGE and suffix in _FEEDS:
        return Kind("no feed but an HTML page, such as a server sends for an error", None, "Get the feed again")
    if kind is None and _XML.match(opening):
        what = f"an XML document of a kind that is not known (<{root[1]}>)" if root else "a broken XML document"
        return Kind(what, None, _AS_TEXT)
    if kind is None and name and re.search(rf"</(?:[\w.-]+:)?{re.escape(name)}\s*>", text, re.IGNORECASE):
        return Kind(f"mark-up of a kind that is not known (<{name}>)", None, _AS_TEXT)
    return kind


def _mail(opening: str) -> Kind | None:
    """A mail, or a page that a browser saved as one; None for what has no headers of a mail."""
    block = re.split(r"\r?\n\r?\n", opening, maxsplit=1)[0]
    names: list[str] = []
    for line in block.splitlines():
        if line[:1] in (" ", "\t"):
            continue
        found = _MAIL_HEADER.match(line)
        if found is None:
            return None
        names.append(found[1].lower())
    headers = set(names)
    if not headers & _ONLY_MAILS_HAVE and not {"from", "date", "subject"} <= headers:
        return None
    lowered = block.lower()
    if "snapshot-content-location:" in lowered or ("multipart/related" in lowered and "saved by" in lowered):
        return Kind("a saved page (MHTML)", "web.mhtml")
    return MAIL


def _is_json(text: str) -> bool:
    """Whether a text that opens as JSON does is JSON, or its first line is."""
    import json  # noqa: PLC0415 - most texts do not open so

    for part in (text, text.lstrip().split("\n", 1)[0]):
        try:
            if isinstance(json.loads(part), dict | list):
                return True
        except (ValueError, RecursionError):
            continue
    return False


def read_with(kind: Kind, source: Source) -> Iterator[Draft | InputError]:
    """The drafts of a source of a kind. Raises InputError for what is wrong with it as a whole.

    A fault of the library that reads the format is told as a broken file: these libraries raise whatever they meet.
    """
    if kind.module is None:
        raise UnreadableInput(source.name, f"it is {kind.name}, which is not read", kind.remedy)
    source.kind = kind.name
    read: Callable[[Source], Iterator[Draft | InputError]] = importlib.import_module(
        f"dateline.readers.{kind.module}"
    ).read
    if kind in (PLAIN, JSON, LINES):
        yield from read(source)
        return
    try:
        yield from read(source)
    except (InputError, OSError):
        raise
    except Exception as fault:
        raise UnreadableInput(
            source.name, f"it is {kind.name} that is damaged or breaks off ({summary(fault)})", "Get it again"
        ) from fault
