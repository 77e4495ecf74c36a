"""A page or a text in, which database of the press handed it out: the marks that stand around its articles."""

import re
from typing import NamedTuple


class _Mark(NamedTuple):
    written: str
    """The expression of what shows the origin, anywhere in the file; it is made for a text that has what it needs."""
    flags: re.RegexFlag
    needs: tuple[str, ...]
    """In small letters, words of which one stands in every such file: most texts have none, which is quick to see."""
    name: str
    module: str


_ANY_CASE = re.IGNORECASE | re.MULTILINE
_ANY_CASE_SPACED = re.IGNORECASE | re.MULTILINE | re.VERBOSE
_SPACED = re.MULTILINE | re.VERBOSE

_PAGES = (
    _Mark(
        r"<doc\s+number=|<!--\s*hide xml section|class=\"?docfull|<docfull>",
        _ANY_CASE,
        ("doc number", "docfull", "hide xml"),
        "a LexisNexis export (HTML)",
        "databases.lexisnexis",
    ),
    _Mark(
        r"class=[\"'][^\"']*(?:DocPublicationName|[tT]itreArticleVisu|docOcurrContainer)",
        re.NOFLAG,
        ("docpublicationname", "titrearticlevisu", "dococurrcontainer"),
        "a Europresse export (HTML)",
        "databases.europresse",
    ),
    _Mark(
        # Pages of others have classes such as `isArticle`, too: the name or a number of Factiva must stand there.
        r"""\A(?=.*?(?:[Ff]activa|\bDocument\s+[A-Z]{2,10}\d{10}\w{6}))
            .*?(?:class=["']?(?:article\ )?[a-z]{2}(?:[A-Z]{2})?Article\b | class=["'][^"']*\barticleParagraph\b)""",
        re.VERBOSE | re.DOTALL,
        ("article", "document "),
        "a Factiva export (HTML)",
        "databases.factiva",
    ),
    _Mark(
        r"DocID_MSTAR|>\s*ProQuest document (?:link|ID)|<strong[^>]*>\s*ProQuest document ID",
        re.NOFLAG,
        ("docid_mstar", "proquest document"),
        "a ProQuest export (HTML)",
        "databases.proquest",
    ),
)

_TEXTS = (
    _Mark(
        r"""^[ \t]*(?:\d+\ (?:of|von|de|di|van)\ \d+\ (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?|DOCUMENTI)
            | (?:Dokument|Document|Documento)\ \d+\ (?:of|von|de|di)\ \d+)[ \t]*\r?$""",
        _ANY_CASE_SPACED,
        (" document", "dokument", "document ", "documento "),
        "a LexisNexis export (text)",
        "databases.lexisnexis",
    ),
    _Mark(
        r"""^[ \t]*(?:End\ of\ Document|Ende\ des\ Dokuments|Fin\ du\ document|Fin\ del\ documento
            | Fim\ do\ documento | Fine\ (?:del\ )?documento|Einde\ van\ document)[ \t]*\r?$""",
        _ANY_CASE_SPACED,
        ("of document", "des dokuments", "du document", " documento", "van document"),
        "a Nexis Uni export (text)",
        "databases.nexis_uni",
    ),
    _Mark(
        r"^[ \t]*Document [A-Z]{3,10}\d{10}\w{8,}[ \t]*\r?$",
        re.MULTILINE,
        ("document ",),
        "a Factiva export (text)",
        "databases.factiva",
    ),
    _Mark(
        r"""^(?:ProQuest\ document\ ID|Publication\ title|Full\ text):[^\n]*$(?s:.*?)
            ^(?:ProQuest\ document\ ID|Database|Publication\ info|Publication\ date|Document\ URL):\ """,
        _SPACED,
        ("proquest document id:", "publication title:", "full text:"),
        "a ProQuest export (text)",
        "databases.proquest",
    ),
)


def database_page(text: str) -> tuple[str, str] | None:
    """The name and the module of the database a page comes from, if it comes from one."""
    return _first(_PAGES, text)


def database_text(text: str) -> tuple[str, str] | None:
    """The name and the module of the database a plain text comes from, if it comes from one."""
    return _first(_TEXTS, text)


def _first(marks: tuple[_Mark, ...], text: str) -> tuple[str, str] | None:
    small = text.lower()
    for mark in marks:
        if any(words in small for words in mark.needs) and re.search(mark.written, text, mark.flags):
            return mark.name, mark.module
    return None
