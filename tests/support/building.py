"""What a golden case says in JSON in, the binary file out, made by the library of its format."""

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from typing import Any
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def built(case: dict[str, Any]) -> bytes:
    """The file that a case describes under its key `build`."""
    kind = case["build"]
    makers: dict[str, Callable[[dict[str, Any]], bytes]] = {
        "docx": docx, "xlsx": xlsx, "parquet": parquet, "pdf": pdf, "odt": odt, "epub": epub, "warc": warc,
        "zip": zipped, "tar": tarred, "eml": eml, "wacz": wacz,
        "gz": lambda c: gzip.compress(member(c["content"]), mtime=0),
    }  # fmt: skip
    return makers[kind](case)


def docx(case: dict[str, Any]) -> bytes:
    """A Word document: a paragraph a string; `§` is the empty one with the end of a bookmark, `# ` a heading."""
    paragraphs = []
    for text in case["paragraphs"]:
        if text == "§":
            mark = '<w:bookmarkStart w:id="1" w:name="Bookmark_1"/><w:bookmarkEnd w:id="1"/>'
            paragraphs.append(f"<w:p>{mark}</w:p>")
            continue
        level = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>' if text.startswith("# ") else ""
        runs = [escape(part) for part in text.removeprefix("# ").split("|")]
        inner = "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
        paragraphs.append(f"<w:p>{level}{inner}</w:p>")
    document = f'<?xml version="1.0"?><w:document {W}><w:body>{"".join(paragraphs)}</w:body></w:document>'
    return archive({"[Content_Types].xml": TYPES, "word/document.xml": document})


def xlsx(case: dict[str, Any]) -> bytes:
    """An Excel table: its sheets, each a list of rows; `@2019-04-23` is a day as spreadsheets hold it."""
    import datetime as dt

    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in case["sheets"].items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(
                [dt.datetime.fromisoformat(c[1:]) if isinstance(c, str) and c.startswith("@") else c for c in row]
            )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def parquet(case: dict[str, Any]) -> bytes:
    """A Parquet table of columns."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table(case["columns"]), out)
    return out.getvalue()


def pdf(case: dict[str, Any]) -> bytes:
    """A PDF with the lines of each page, set in Helvetica; the smallest that readers take."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects.append(font)
    kids = []
    for lines in case["pages"]:
        shown = b"".join(
            b"("
            + line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            + b") Tj T*\n"
            for line in lines
        )
        stream = b"BT /F1 10 Tf 14 TL 50 780 Td\n" + shown + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(page + b" /Contents %d 0 R >>" % len(objects))
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def odt(case: dict[str, Any]) -> bytes:
    """An OpenDocument text: a paragraph a string, `# ` a heading."""
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    inner = "".join(
        f"<text:h>{escape(one[2:])}</text:h>" if one.startswith("# ") else f"<text:p>{escape(one)}</text:p>"
        for one in case["paragraphs"]
    )
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{office}" xmlns:text="{text}">'
        f"<office:body><office:text>{inner}</office:text></office:body></office:document-content>"
    )
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def epub(case: dict[str, Any]) -> bytes:
    """An EPUB: its metadata and its chapters in HTML."""
    dc = "".join(f"<dc:{name}>{escape(value)}</dc:{name}>" for name, value in case["metadata"].items())
    items = "".join(f'<item id="c{i}" href="c{i}.xhtml"/>' for i in range(len(case["chapters"])))
    refs = "".join(f'<itemref idref="c{i}"/>' for i in range(len(case["chapters"])))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{dc}</metadata><manifest>{items}</manifest><spine>{refs}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
    )
    chapters = {f"OEBPS/c{i}.xhtml": chapter for i, chapter in enumerate(case["chapters"])}
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/content.opf": package,
            **chapters,
        }
    )


def warc(case: dict[str, Any]) -> bytes:
    """A web archive of records: `type`, `url`, `status`, `content_type`, `body`; each packed on its own."""
    out = bytearray()
    for number, record in enumerate(case["records"]):
        kind = record.get("type", "response")
        body = record.get("body", "").encode()
        content = record.get("content_type", "text/html; charset=utf-8")
        if kind in ("response", "revisit"):
            body = f"HTTP/1.1 {record.get('status', '200 OK')}\r\nContent-Type: {content}\r\n\r\n".encode() + body
            content = "application/http; msgtype=response"
        head = (
            f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
            f"WARC-Target-URI: {record['url']}\r\nWARC-Date: 2026-03-09T00:00:00Z\r\nContent-Type: {content}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        whole = head.encode() + body + b"\r\n\r\n"
        out += gzip.compress(whole, mtime=0) if case.get("gzip", True) else whole
    return bytes(out)


def wacz(case: dict[str, Any]) -> bytes:
    """A WACZ around a web archive."""
    inner: dict[str, str | bytes] = {
        "archive/data.warc.gz": warc(case),
        "datapackage.json": "{}",
        "pages/pages.jsonl": '{"format": "x"}',
    }
    return archive(inner)


def zipped(case: dict[str, Any]) -> bytes:
    """A zip of members: text, or what is to be built."""
    return archive({name: member(value) for name, value in case["members"].items()})


def tarred(case: dict[str, Any]) -> bytes:
    """A tar, packed with gzip."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as file:
        for name, value in case["members"].items():
            data = member(value)
            info = tarfile.TarInfo(name)
            info.size = len(data)
            file.addfile(info, io.BytesIO(data))
    return out.getvalue()


def eml(case: dict[str, Any]) -> bytes:
    """A mail with its headers, its parts and what hangs on it."""
    mail = EmailMessage()
    for name, value in case["headers"].items():
        mail[name] = value
    mail.set_content(case.get("plain", ""), cte="quoted-printable")
    if "html" in case:
        mail.add_alternative(case["html"], subtype="html", cte="quoted-printable")
    for name, value in case.get("attached", {}).items():
        mail.add_attachment(member(value), maintype="application", subtype="octet-stream", filename=name)
    return bytes(mail)


def member(value: Any) -> bytes:
    """A member of an archive: a text as it stands, or what is to be built."""
    return value.encode() if isinstance(value, str) else built(value)


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """A zip of members, the same one in each run."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, content)
    return out.getvalue()


def described(text: str) -> dict[str, Any]:
    """A case as its file describes it."""
    case: dict[str, Any] = json.loads(text)
    return case
