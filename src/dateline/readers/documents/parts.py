"""The paragraphs of a document in, drafts out: those of a database's export, else of a text with a head."""

from collections.abc import Iterator, Sequence

from dateline.errors import InputError, UnreadableInput
from dateline.readers.databases import factiva, lexisnexis, nexis_uni, proquest
from dateline.readers.databases.kinds import database_text
from dateline.readers.databases.nexis_uni import Paragraph
from dateline.readers.drafts import Draft
from dateline.readers.plain import read_text
from dateline.readers.sources import Source


def drafts(paragraphs: Sequence[Paragraph], source: Source) -> Iterator[Draft | InputError]:
    """The articles of a document, whatever kind of document held them."""
    whole = source.kind
    lines = "\n".join(paragraph.text for paragraph in paragraphs)
    if nexis_uni.is_export(paragraphs):
        source.kind = f"a Nexis Uni export, {whole}"
        yield from nexis_uni.articles(paragraphs, source)
        return
    if nexis_uni.is_cover(paragraphs):
        raise UnreadableInput(
            source.name,
            "it is the list of documents of a delivery by Nexis, and holds no article",
            "Read the documents it lists, and leave it out",
        )
    database = database_text(lines)
    if database is not None:
        name, module = database
        source.kind = f"{name.partition(' (')[0]}, {whole}"
        of_text = {
            "databases.lexisnexis": lexisnexis.of_text,
            "databases.factiva": factiva.of_text,
            "databases.proquest": proquest.of_text,
        }.get(module)
        if of_text is not None:
            yield from of_text(lines, source)
            return
    text = "\n\n".join(paragraph.text.strip() for paragraph in paragraphs if paragraph.text.strip())
    yield from read_text(text, source.name, source.notes, base_id=source.base, kind=whole)
