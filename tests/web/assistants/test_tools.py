import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import pytest

from assisting import Assistant
from dateline.archive import open as open_archive
from dateline.archive.archive import Archive
from dateline.model import Article
from dateline.request import Request
from dateline.web.assistants.tools import ROOM


def pages(assistant: Assistant, tool: str, **given: Any) -> Iterator[dict[str, Any]]:
    """Page after page."""
    cursor = None
    while True:
        answer = assistant.calls(tool, cursor=cursor, **given)
        yield answer
        cursor = answer["next_cursor"]
        if cursor is None:
            return


@pytest.mark.parametrize(
    ("tool", "given", "of"),
    [
        ("search", {"query": "ferry"}, "articles"),
        ("stories", {}, "stories"),
        ("timeline", {"story": 1, "level": "all"}, "lines"),
        ("changes", {"story": 1, "since": "2023-10-01"}, "changes"),
    ],
)
def test_page_by_page_comes_what_comes_at_once(assistant: Assistant, tool: str, given: dict[str, Any], of: str) -> None:
    at_once = assistant.calls(tool, limit=50, **given)
    assert (at_once["total"], at_once["next_cursor"]) == (len(at_once[of]), None)
    singly = list(pages(assistant, tool, limit=1, **given))
    assert [item for answer in singly for item in answer[of]] == at_once[of]
    assert {answer["outcome"] for answer in singly} == {"found"}
    assert len(singly) > 1


def test_nothing_found_is_told_apart_from_the_end(assistant: Assistant) -> None:
    assert assistant.calls("search", query="zeppelin")["outcome"] == "nothing found"
    assert assistant.calls("timeline", story=1, person="Nobody")["outcome"] == "nothing found"
    assert assistant.calls("stories", query="zeppelin")["outcome"] == "nothing found"
    length = assistant.calls("article", article="f1")["length"]
    assert assistant.calls("article", article="f1", start=length)["outcome"] == "past the end"
    *_, last = assistant.calls("timeline", story=1, level="all")["lines"]
    before_it = assistant.calls("timeline", story=1, level="all", limit=3)["next_cursor"]
    past = assistant.calls("timeline", story=1, level="all", until="2023-10-14", cursor=before_it)
    assert last["date"]["value"] > "2023-10-14"
    assert past["outcome"] == "past the end"


def test_a_timeline_is_sifted_as_on_the_page(assistant: Assistant) -> None:
    ahead = assistant.calls("timeline", story=2, status="scheduled")["lines"]
    assert {line["status"] for line in ahead} == {"scheduled"}
    assert {line["date"]["value"] for line in ahead} == {"2023-10-20"}
    early = assistant.calls("timeline", story=2, as_of="2023-10-14")["lines"]
    assert {passage["article"] for line in early for passage in line["passages"]} == {"s1"}


def test_changes_begin_a_week_before_the_last_article(assistant: Assistant) -> None:
    answer = assistant.calls("changes", story=1)
    assert (answer["since"], answer["until"], answer["new_articles"]) == ("2023-10-11", "2023-10-18", 3)
    later = assistant.calls("changes", story=1, since="2023-10-15")
    assert later["new_articles"] == 1
    assert {passage["article"] for change in later["changes"] for passage in change["passages"]} == {"f3"}


def test_an_article_is_read_stretch_by_stretch(assistant: Assistant) -> None:
    text, start = "", 0
    while start is not None:
        answer = assistant.calls("article", article="f1", start=start, length=100)
        assert answer["start"] == start
        text, start = text + answer["text"], answer["next_start"]
    assert text == assistant.archive.article("f1")[-1].text
    assert (answer["story"], answer["versions"], answer["source"]) == (1, 1, "The Selm Courier")


def test_evidence_has_all_passages_the_history_and_what_they_disagree_in(archive: Archive) -> None:
    told = [
        ("g1", "Nine people were killed when the Skarn ferry sank on March 3, the coast guard said.", "Selm Courier"),
        ("g2", "At least 15 people were killed when the Skarn ferry sank on March 3.", "Coast Wire"),
    ]
    archive.add([Article(name, text, dt.date(2021, 3, 5), outlet) for name, text, outlet in told], story="Skarn")
    assistant = Assistant(archive, parse=True)
    story = archive.story("Skarn").id
    [line] = assistant.calls("timeline", story=story)["lines"]
    assert line["conflicts"] == ["number"]
    first, second = pages(assistant, "evidence", story=story, entry=line["entry"], limit=1)
    exact = [passage["exact"] for answer in (first, second) for passage in answer["passages"]]
    assert sorted(exact) == sorted(text for _, text, _ in told)
    [disagreement] = first["disagreements"]
    assert [side["passage"]["article"] for side in disagreement["sides"]] == ["g1", "g2"]
    assert first["history"]
    assert (second["history"], second["disagreements"]) == ([], [])


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """One who asks an archive of long titles, long sentences without an end, and letters of three bytes."""
    text = "港" * 900 + " the bridge of Selm " + "\x01" * 900
    with open_archive(tmp_path_factory.mktemp("crowded") / "news.db") as archive:
        archive.add(
            [
                Article(f"{at}{'x' * 400}", f"{at} {text}", dt.date(2021, 3, 5), "港" * 300, f"Bridge {'t' * 9_000}")
                for at in range(60)
            ]
        )
        yield Assistant(archive)


def test_an_answer_never_outgrows_what_clients_show(crowded: Assistant) -> None:
    for tool, given in (
        ("search", {"query": "bridge", "limit": 50}),
        ("search", {"limit": 50}),
        ("article", {"article": f"0{'x' * 400}", "length": 12_000}),
    ):
        answer = crowded.calls(tool, **given)
        assert answer["outcome"] == "found"
        assert len(json.dumps(answer, ensure_ascii=False).encode()) <= ROOM


def test_what_is_left_out_for_want_of_room_comes_on_the_next_page(crowded: Assistant) -> None:
    answers = list(pages(crowded, "search", query="bridge", limit=50))
    found = [hit["passage"]["article"] for answer in answers for hit in answer["articles"]]
    assert (len(found), len(set(found))) == (60, 60)
    assert len(answers) > 2


def test_what_persons_did_stands_beside_the_line_and_what_they_hid_is_left_out(archive: Archive) -> None:
    story = archive.story(1)
    lines = story.timeline(Request(parse=False)).entries
    story.mark("star", lines[0], by="ada")
    story.mark("note", lines[0], "Ask the coast guard.", by="ada")
    story.mark("date", lines[0], "2023-10-13", by="max")
    story.mark("hide", lines[1], by="ada")
    shown = Assistant(archive).calls("timeline", story=1, level="all")
    assert shown["total"] == len(lines) - 1
    [marked] = [line for line in shown["lines"] if "hand" in line]
    assert (marked["entry"], marked["date"]["value"]) == (lines[0].id, "2023-10-13")
    assert (marked["hand"]["starred"], marked["hand"]["notes"]) == (True, ["Ask the coast guard."])
    [corrected] = marked["hand"]["corrections"]
    assert (corrected["what"], corrected["by"], corrected["read"]) == ("date", "max", "2023-10-14")
