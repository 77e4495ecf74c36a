import pytest

from assisting import Assistant
from dateline.archive.archive import Archive

GIVEN = {"text": "The ferry Aurelia was raised off Port Selm.", "published": "2023-10-20", "source": "The Selm Courier"}


@pytest.fixture
def writer(archive: Archive) -> Assistant:
    return Assistant(archive, writes_as="ada (assistant)")


def test_only_who_is_let_write_has_tools_that_write(archive: Archive, writer: Assistant) -> None:
    reading = {tool.name for tool in Assistant(archive).asks(lambda client: client.list_tools()).tools}
    tools = writer.asks(lambda client: client.list_tools()).tools
    more = {tool.name: tool.annotations for tool in tools if tool.name not in reading}
    assert set(more) == {"add", "mark", "undo"}
    assert [hints and (hints.read_only_hint, hints.destructive_hint) for hints in more.values()] == [(False, False)] * 3


def test_articles_are_added_with_a_report_on_each(archive: Archive, writer: Assistant) -> None:
    report = writer.calls("add", articles=[GIVEN, {"text": "No day."}], story="Aurelia")
    assert [one["became"] for one in report["articles"]] == ["new", "left out"]
    [article] = archive.article(report["articles"][0]["article"])
    assert article.text == GIVEN["text"]
    assert archive.story("Aurelia").noun.articles == (article.id,)


def test_a_line_is_marked_under_a_name_that_says_who_did_and_the_mark_taken_back(writer: Assistant) -> None:
    [line, other, *_] = writer.calls("timeline", story=1, level="all")["lines"]
    mark = writer.calls("mark", story=1, entry=line["entry"], kind="note", values=["Who called it in?"])
    assert (mark["by"], mark["values"]) == ("ada (assistant)", ["Who called it in?"])
    joined = writer.calls("mark", story=1, entry=line["entry"], kind="join", values=[other["entry"]])
    shown = writer.calls("timeline", story=1, level="all")["lines"]
    assert shown[0]["hand"]["notes"] == ["Who called it in?"]
    assert other["entry"] not in {one["entry"] for one in shown}
    assert writer.calls("undo", mark=joined["id"])["undone_by"] == "ada (assistant)"
    assert other["entry"] in {one["entry"] for one in writer.calls("timeline", story=1, level="all")["lines"]}


def test_what_is_no_mark_of_a_line_is_refused(writer: Assistant) -> None:
    [line, *_] = writer.calls("timeline", story=1)["lines"]
    for kind in ("write", "title", "move", "open"):
        assert "cannot be marked" in writer.is_refused("mark", story=1, entry=line["entry"], kind=kind, values=["x"])
    assert "is not a date" in writer.is_refused("mark", story=1, entry=line["entry"], kind="date", values=["soon"])
    assert "Look among the lines" in writer.is_refused("mark", story=1, entry="none", kind="star")
