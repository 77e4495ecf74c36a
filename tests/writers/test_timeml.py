import datetime as dt
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import OptionError
from dateline.model import Annotation, Article
from dateline.times import tag
from dateline.writers.page import Page
from dateline.writers.timeml import document, write_annotations

PUBLISHED = dt.date(2019, 4, 25)
TEXT = "Fjord & Co. met on Tuesday; they meet twice a week.\r\nNext: by the end of May."


def annotated(text: str) -> tuple[Annotation, Article]:
    article = Article("fjord-1", text, PUBLISHED, title="Fjord <meets>")
    return Annotation("fjord-1", PUBLISHED, timexes=tuple(tag(text, PUBLISHED, "en"))), article


def test_time_expressions_are_marked_in_the_text() -> None:
    root = ET.fromstring(document(*annotated(TEXT)))
    assert [(mark.text, mark.attrib["type"], mark.attrib["value"]) for mark in root.iterfind("TEXT/TIMEX3")] == [
        ("Tuesday", "DATE", "2019-04-23"),
        ("twice a week", "SET", "P1W"),
        ("the end of May", "DATE", "2019-05"),
    ]
    assert [mark.attrib.get("mod") for mark in root.iterfind("TEXT/TIMEX3")] == [None, None, "END"]
    assert root.findtext("DOCID") == "fjord-1"
    assert root.findtext("TITLE") == "Fjord <meets>"


def test_the_day_of_publication_is_the_time_of_creation() -> None:
    creation = ET.fromstring(document(*annotated(TEXT))).find("DCT/TIMEX3")
    assert creation is not None
    assert creation.attrib["value"] == "2019-04-25"
    assert creation.attrib["functionInDocument"] == "CREATION_TIME"


@given(st.text())
def test_any_text_becomes_xml_with_the_same_number_of_characters(text: str) -> None:
    body = ET.fromstring(document(*annotated(text)).encode("utf-8")).find("TEXT")
    assert body is not None
    assert len("".join(body.itertext())) == len(text)


def test_one_document_holds_one_article() -> None:
    annotation, article = annotated(TEXT)
    assert write_annotations([annotation], Page([article])) == document(annotation, article)
    for annotations, articles in (([], [article]), ([annotation] * 2, [article]), ([annotation], [])):
        with pytest.raises(OptionError):
            write_annotations(annotations, Page(articles))


def test_a_layer_that_was_not_asked_for_is_named() -> None:
    annotation, article = annotated(TEXT)
    with pytest.raises(OptionError, match="--layers times"):
        document(Annotation(annotation.id, annotation.published), article)
