"""The time expressions of an article in, a TimeML 1.2.1 document out: the text with them marked in line.

The form is that of the corpora that TempEval-3 gave out (UzZaman et al. 2013).

One document holds one article. Characters that XML 1.0 cannot hold are shown by their pictures, one for one.
"""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from dateline.errors import OptionError
from dateline.model import Annotation, Article, Timex
from dateline.writers.page import Page
from dateline.writers.phrasing.characters import in_xml

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)


def write_annotations(annotations: Iterable[Annotation], page: Page) -> str:
    """The one annotation there is as a TimeML document; `page` must hold its article.

    Raises OptionError for none or several, for an article that is not at hand and for one without time expressions
    asked for.
    """
    given = list(annotations)
    if len(given) != 1:
        raise OptionError(f"timeml: a document holds one article, and {len(given)} were given; write them one by one")
    articles = {article.id: article for article in page.articles}
    if given[0].id not in articles:
        raise OptionError(f"timeml: the text of article {given[0].id!r} is not at hand")
    return document(given[0], articles[given[0].id])


def document(annotation: Annotation, article: Article) -> str:
    """`article` as a TimeML document with the time expressions of `annotation`."""
    if annotation.timexes is None:
        raise OptionError("timeml: the layer of time expressions was not asked for; add it with --layers times")
    parts = [_HEAD, f"<DOCID>{_text(article.id)}</DOCID>\n"]
    if annotation.published is not None:
        day = annotation.published.isoformat()
        parts.append(
            f'<DCT><TIMEX3 tid="t0" type="DATE" value="{day}" temporalFunction="false"'
            f' functionInDocument="CREATION_TIME">{day}</TIMEX3></DCT>\n'
        )
    if article.title:
        parts.append(f"<TITLE>{_text(article.title)}</TITLE>\n")
    parts += ["<TEXT>", *_marked(article.text, annotation.timexes), "</TEXT>\n</TimeML>\n"]
    return "".join(parts)


def _marked(text: str, timexes: Iterable[Timex]) -> Iterator[str]:
    done = 0
    for number, timex in enumerate(timexes, 1):
        yield _text(text[done : timex.start])
        yield f"<TIMEX3{_attributes(number, timex)}>{_text(text[timex.start : timex.end])}</TIMEX3>"
        done = timex.end
    yield _text(text[done:])


def _attributes(number: int, timex: Timex) -> str:
    values = {
        "tid": f"t{number}",
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "quant": timex.quant,
        "freq": timex.freq,
        "functionInDocument": "NONE",
    }
    return "".join(f" {name}={quoteattr(value)}" for name, value in values.items() if value is not None)


def _text(text: str) -> str:
    # A carriage return would be read back as a line feed unless it is written as a reference.
    return escape(in_xml(text), {"\r": "&#13;"})
