"""Changes as a feed."""

import datetime as dt
from xml.etree import ElementTree as ET

from dateline import Article, Diary, Period, Request, diary_of, write
from dateline.model import Changes
from dateline.writers.atom import Section, Subscribed, write_feed
from dateline.writers.phrasing.citations import references_to

ATOM = "{http://www.w3.org/2005/Atom}"
PLAN = Article(
    "plan",
    "President Ilona Varga will open the Gressow dairy on March 9.",
    dt.date(2021, 3, 5),
    "Aar Wire",
    url="https://aar.example/1?a=1&b=2",
)
OPENED = Article("opened", "Ilona Varga opened the <Gressow> dairy on March 9.", dt.date(2021, 3, 10), "Echo")


def diary() -> Diary:
    return diary_of([PLAN, OPENED], Period.DAY, Request(parse=False, title="The dairy"))


def feed(result: Diary | Changes) -> ET.Element:
    return ET.fromstring(write(result, "atom", articles=[PLAN, OPENED]).encode())


def test_an_entry_a_change_the_newest_first() -> None:
    entries = feed(diary()).findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == ["2021-03-10T00:00:00Z", "2021-03-05T00:00:00Z"]
    kinds = [category.get("term") for entry in entries for category in entry.findall(f"{ATOM}category")]
    assert kinds == ["came-true", "new"]


def test_a_feed_has_what_the_standard_requires() -> None:
    root = feed(diary())
    for name in ("title", "id", "updated", "author"):
        assert root.find(f"{ATOM}{name}") is not None
    for entry in root.findall(f"{ATOM}entry"):
        assert all(entry.findtext(f"{ATOM}{name}") for name in ("title", "id", "updated", "content"))
    links = [link.get("href") for link in root.iter(f"{ATOM}link")]
    assert links == ["https://aar.example/1?a=1&b=2"]


def test_the_id_of_a_change_stays_however_often_and_with_whatever_it_is_written() -> None:
    both = diary()
    once, again = feed(both), feed(both.periods[-1])
    ids = [entry.findtext(f"{ATOM}id") for entry in once.findall(f"{ATOM}entry")]
    assert len(set(ids)) == 2
    assert [entry.findtext(f"{ATOM}id") for entry in again.findall(f"{ATOM}entry")] == ids[:1]


def test_text_of_an_article_comes_out_as_that_text() -> None:
    [entry, _] = feed(diary()).findall(f"{ATOM}entry")
    assert "opened the <Gressow> dairy" in (entry.findtext(f"{ATOM}title") or "")


def test_what_xml_has_no_place_for_is_replaced() -> None:
    told = Article("odd", "Ilona Varga opened\uffff the dairy on March 9.", dt.date(2021, 3, 10), "Echo")
    written = write(diary_of([told], Period.DAY, Request(parse=False)), "atom", articles=[told])
    assert "opened\ufffd the dairy" in (ET.fromstring(written.encode()).findtext(f"{ATOM}entry/{ATOM}content") or "")


def test_a_feed_that_is_subscribed_to_keeps_its_id_and_leads_to_the_lines() -> None:
    def written(title: str) -> ET.Element:
        sections = [Section(period, "https://desk.example/stories/1#{}".format) for period in diary().periods]
        of = Subscribed("story 1", "https://desk.example/stories/1.atom?secret=s&x")
        return ET.fromstring(write_feed(title, sections, references_to([PLAN, OPENED]), subscribed=of))

    first, renamed = written("The dairy"), written("The dairy is open")
    assert first.findtext(f"{ATOM}id") == renamed.findtext(f"{ATOM}id")
    assert "secret" not in (first.findtext(f"{ATOM}id") or "")
    [own] = [link.get("href") for link in first.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own == "https://desk.example/stories/1.atom?secret=s&x"
    entries = {change.entry for period in diary().periods for change in period.changes}
    leads = {link.get("href") for link in first.iter(f"{ATOM}link") if link.get("rel") == "alternate"}
    assert leads == {f"https://desk.example/stories/1#{entry}" for entry in entries}
