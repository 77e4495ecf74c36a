"""A mail in, its articles out: a newsletter as one, an export or a document that hangs on it as what it is.

The day is that of the mail. What a mail quotes of an earlier one, and its signature, are no part of the story.
"""

import email
import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from dateline.errors import InputError, MalformedArticle, UndatedArticle
from dateline.model import Skip, SkipKind
from dateline.readers import stamps
from dateline.readers.databases import proquest
from dateline.readers.databases.kinds import database_page, database_text
from dateline.readers.drafts import Draft, Fields
from dateline.readers.sources import Source
from dateline.readers.web.blocks import blocks

_QUOTED = re.compile(r"(?:^[ \t]*>.*(?:\n|\Z))+", re.MULTILINE)
_QUOTES_BELOW = re.compile(
    r"^(?:-{2,} ?(?:Original Message|Forwarded message|Ursprüngliche Nachricht|Message d'origine) ?-{2,}"
    r"|_{20,}|-- )[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_WROTE = re.compile(r"^(?:On|Am|Le) .{5,120}(?:wrote|schrieb.*|a écrit) ?:[ \t]*\n?(?=\s*>)", re.MULTILINE)
_ALERTS = re.compile(r"googlealerts-noreply@|@alerts\.", re.IGNORECASE)
_FURNITURE = re.compile(
    r"""^(?:(?:view|read|open)\ (?:this|it|the)?\ ?(?:e-?mail|newsletter|message)?\ ?(?:in|on)\ (?:your|a|the)
      \ (?:web\ )?browser.*
    | unsubscribe\b.* | .*\bto\ unsubscribe\b.* | manage\ (?:your\ )?(?:email\ )?(?:preferences|subscriptions?).*
    | update\ your\ preferences.* | you(?:['’]?re|\ are)\ receiving\ this\ .* | you\ (?:have\ )?received\ this\ .*
    | forward(?:ed)?\ this\ (?:email|to).* | sign\ up\ here.* | privacy\ (?:policy|notice).* | all\ rights\ reserved.*
    | ©.*)$""",
    re.IGNORECASE | re.VERBOSE,
)
# Characters below which a plain part is a stand-in for the part in HTML.
_STUB = 200
_REFUSED = "Give the mail its Date header, or all such mails a day with --published"


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of a mail."""
    yield from articles(source.data(), source, source.name)


def articles(data: bytes, source: Source, where: str) -> Iterator[Draft | InputError]:
    """The articles of a mail as bytes. Raises InputError for one that has none."""
    mail = email.message_from_bytes(data.lstrip(b"\r\n"))
    if not mail.keys():
        raise MalformedArticle(where, "it has no headers of a mail", "Save the mail again, as .eml")
    plain, html = _part(mail, "plain"), _part(mail, "html")
    page = html if html and database_page(html) else None
    if page is not None or (plain and (database := database_text(plain)) and database[1].endswith("proquest")):
        source.kind = "a ProQuest export, an e-mail"
        yield from proquest.of_html(page, source) if page is not None else proquest.of_text(plain or "", source)
        return
    sender = _header(mail, "From") or ""
    if _ALERTS.search(sender):
        raise UndatedArticle(
            where,
            "it is an alert: addresses of articles with a line of each, which do not tell their days",
            "Fetch the addresses with dateline fetch and read the folder",
        )
    given = list(_attached(mail, source))
    documents = [draft for draft in given if isinstance(draft, Draft)]
    yield from given
    text = _text(plain, html)
    if documents and len(text) < 2_000:
        return
    yield _draft(mail, text, source, where)


def _header(mail: Message, name: str) -> str | None:
    """A header as text; one that cannot be decoded as it stands."""
    value = mail.get(name)
    if value is None:
        return None
    try:
        words = str(make_header(decode_header(value)))
    except (LookupError, UnicodeError, ValueError):
        words = str(value)
    return " ".join(words.split())


def _part(mail: Message, kind: str) -> str | None:
    """The text of the part that shows the mail's words, in one form."""
    for part in mail.walk():
        if part.get_content_type() != f"text/{kind}" or part.get_content_disposition() == "attachment":
            continue
        data = part.get_payload(decode=True)
        if not isinstance(data, bytes):
            continue
        for charset in (part.get_content_charset(), "utf-8", "cp1252"):
            try:
                return data.decode(charset or "utf-8").replace("\r\n", "\n")
            except (LookupError, UnicodeDecodeError):
                continue
        return data.decode("utf-8", "replace").replace("\r\n", "\n")
    return None


def _text(plain: str | None, html: str | None) -> str:
    """The words of a mail: the plain part, unless it only stands in for the other."""
    if (
        plain
        and plain.strip()
        and (len(plain.strip()) >= _STUB or not html or len("".join(blocks(html))) < 2 * len(plain))
    ):
        return plain.strip("\n")
    return "\n\n".join(block for block in blocks(html or "", quoted=False) if not _FURNITURE.match(block))


def _draft(mail: Message, text: str, source: Source, where: str) -> Draft:
    fields = Fields()
    given = _header(mail, "Date")
    fields.take("published", stamps.iso(given, where) if given else None, "Date of the mail")
    if not given:
        raise UndatedArticle(where, "the mail has no Date", _REFUSED)
    fields.take("title", _header(mail, "Subject"), "Subject of the mail")
    name, address = parseaddr(_header(mail, "From") or "")
    fields.take("source", name or address.rpartition("@")[2], "From of the mail")
    fields.take("id", (_header(mail, "Message-ID") or "").strip("<> "), "Message-ID")
    fields.take("language", (_header(mail, "Content-Language") or "").split(",")[0], "Content-Language")
    if not text.strip():
        raise MalformedArticle(where, "the mail has no text", "Leave it out")
    return source.draft(text, fields, where, skipped=_aside(text))


def _aside(text: str) -> tuple[Skip, ...]:
    """What of a plain mail is not its own: quoted lines, and all below a signature or a forwarded mail's line."""
    spans = [(found.start(), found.end()) for pattern in (_WROTE, _QUOTED) for found in pattern.finditer(text)]
    lines = 0
    for line in text.splitlines(keepends=True):
        if _FURNITURE.match(line.strip()):
            spans.append((lines, lines + len(line)))
        lines += len(line)
    below = _QUOTES_BELOW.search(text)
    if below and below.start() > 0 and text[: below.start()].strip():
        spans.append((below.start(), len(text)))
    skips: list[Skip] = []
    end = 0
    for start, stop in sorted(spans):
        begin = max(start, end)
        words = text[begin:stop]
        if words.strip():
            skips.append(
                Skip(begin + len(words) - len(words.lstrip()), begin + len(words.rstrip()), SkipKind.FURNITURE)
            )
        end = max(end, stop)
    return tuple(skips)


def _attached(mail: Message, source: Source) -> Iterator[Draft | InputError]:
    """The drafts of documents, exports and pages that hang on a mail, and of a mail that was forwarded as a whole."""
    for number, part in enumerate(mail.walk()):
        if part.get_content_type() == "message/rfc822" and number:
            inner = part.get_payload()
            if isinstance(inner, list) and inner and isinstance(inner[0], Message):
                yield from source.member(f"forwarded-{number}.eml", inner[0].as_bytes())
            continue
        if part.get_content_disposition() != "attachment":
            continue
        name = part.get_filename() or ""
        data = part.get_payload(decode=True)
        if isinstance(data, bytes) and name.lower().endswith(
            (".docx", ".rtf", ".pdf", ".html", ".htm", ".txt", ".xml", ".zip", ".csv", ".xlsx", ".eml", ".odt")
        ):
            yield from source.member(name, data)
