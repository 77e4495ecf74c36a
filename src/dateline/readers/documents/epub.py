"""An EPUB in, an article a chapter out: the day of the issue is the day of those that give none."""

import posixpath
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from dateline.errors import InputError
from dateline.readers import stamps
from dateline.readers.documents.docx import part
from dateline.readers.drafts import Draft, Fields
from dateline.readers.heads import read_head
from dateline.readers.sources import Source, library
from dateline.readers.web.blocks import blocks
from dateline.readers.web.charset import decoded

# Characters below which a chapter is a title page, a list of contents or a page of pictures.
_LEAST = 250


def read(source: Source) -> Iterator[Draft | InputError]:
    """The articles of a book."""
    etree = library("lxml.etree", source)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    with zipfile.ZipFile(source.seekable()) as archive:
        container = etree.fromstring(part(archive, "META-INF/container.xml", source), parser)
        package = next(container.iter("{*}rootfile")).get("full-path")
        tree = etree.fromstring(part(archive, package, source), parser)
        issue = Fields()
        for name, element in (
            ("published", "date"),
            ("source", "publisher"),
            ("source", "title"),
            ("language", "language"),
        ):
            found = next(tree.iter(f"{{http://purl.org/dc/elements/1.1/}}{element}"), None)
            words = "".join(found.itertext()).strip() if found is not None else ""
            if name == "published" and words:
                try:
                    words = stamps.iso(words, source.name)
                except InputError:
                    words = ""
            issue.take(name, words, f"EPUB dc:{element}")
        files = {one.get("id"): one.get("href") for one in tree.iter("{*}item")}
        for reference in tree.iter("{*}itemref"):
            href = files.get(reference.get("idref"))
            name = posixpath.normpath(posixpath.join(posixpath.dirname(package), unquote(href or ""))) if href else ""
            if name not in archive.namelist() or reference.get("linear") == "no":
                continue
            where = f"{source.name}/{name}"
            try:
                paragraphs = blocks(decoded(part(archive, name, source)))
            except InputError as error:
                yield error
                continue
            text = "\n\n".join(paragraphs)
            if len(text) < _LEAST or not any(len(one) > 100 for one in paragraphs):
                continue
            head = read_head(text)
            fields = Fields(dict(head.fields), dict.fromkeys(head.fields, "head"))
            for field, value in issue.values.items():
                fields.take(field, value, issue.told[field])
            yield source.draft(text, fields, where, skipped=tuple(head.skipped), body=head.body)
