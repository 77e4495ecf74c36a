"""What is written, read back by the rules of its format: text and result in, AssertionError where one does not hold.

A format is read with a reader of others where there is one, else by its plain grammar. What is wrong is told as a
cause, the same for inputs of one cause, and behind a colon what this input shows.
"""

import csv
import datetime as dt
import io
import itertools
import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import jsonschema  # type: ignore[import-untyped]
from geojson_pydantic import FeatureCollection
from rich.cells import cell_len

from dateline import Article, Changes, Diary, SearchResult, Stories, Timeline
from dateline.writers.schema import load

# Columns that tables are asked for.
WIDTH = 80
# Markup that no backslash takes the meaning from.
_LIVE_MARKUP = re.compile(r"(?<!\\)(?:<[a-z/!]|\]\(javascript:)", re.IGNORECASE)
# Results that are JSON documents with a schema, and its name.
_SCHEMAS = {Timeline: "timeline", Changes: "changes", Diary: "diary", Stories: "stories", SearchResult: "search"}
# A day, a month or a year, as FollowTheMoney and ninjs take them.
_DAY_OR_LESS = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  - (.*)")
_FRONT_MATTER_LINE = re.compile(r"([a-z]+): (.+)")
_ATOM = "{http://www.w3.org/2005/Atom}"


def holds(condition: object, what: str, told: object = "") -> None:
    if not condition:
        raise AssertionError(f"{what}: {told!r}"[:400])


@cache
def _validator(result: str) -> Any:
    return jsonschema.Draft202012Validator(load(result), format_checker=jsonschema.FormatChecker())


def _valid(result: str, written: object) -> None:
    error = next(_validator(result).iter_errors(written), None)
    holds(error is None, "not valid by its schema", error and error.message[:200])


def _text(written: str) -> None:
    """It can be encoded, and holds no control character but line ends and tabs."""
    written.encode("utf-8")
    control = next((c for c in written if (c < " " and c not in "\n\r\t") or c in "\x7f\x85\u2028\u2029"), None)
    holds(control is None, "a control character is written", control)


def _json(written: str, result: Any, _: Sequence[Article]) -> None:
    written.encode("utf-8")
    _valid(_SCHEMAS[type(result)], json.loads(written))


def _jsonl(written: str, result: Any, _: Sequence[Article]) -> None:
    """Annotations by their schema; articles with the words they came with."""
    lines = _objects(written)
    holds(len(lines) == len(result), "not one line an item")
    for line, item in zip(lines, result, strict=True):
        if isinstance(item, Article):
            holds(line["id"] == item.id, "a line is another article's", line["id"])
            holds(item.skipped or line["text"] == item.text, "an article with another text", line["text"])
        else:
            _valid("annotation", line)


def _objects(written: str) -> list[dict[str, Any]]:
    """The objects of JSON Lines."""
    written.encode("utf-8")
    holds(not written or written.endswith("\n"), "the last line has no end")
    objects = [json.loads(line) for line in written.split("\n")[:-1]]
    holds(all(isinstance(one, dict) for one in objects), "a line that is no object")
    return objects


def _timeml(written: str, _: Any, articles: Sequence[Article]) -> None:
    body = ET.fromstring(written.encode("utf-8")).find("TEXT")
    holds(body is not None and len("".join(body.itertext())) == len(articles[0].text), "the text has another length")


def _frontmatter(written: str, result: Any, articles: Sequence[Article]) -> None:
    opening, block, document = written.split("---\n", 2)
    holds(not opening, "something stands before the front matter", opening)
    # JSON values, which are YAML too where all characters are such that YAML takes.
    lines = [_FRONT_MATTER_LINE.fullmatch(line) for line in block.removesuffix("\n").split("\n")]
    told = {line[1]: json.loads(line[2]) for line in lines if line}
    holds(len(told) == len(lines), "a line of front matter that is no key with its value", block)
    unknown = re.search("[\ufffe\uffff]", block)
    holds(unknown is None, "a character that YAML does not take", block)
    holds(told["title"].strip() and told["entries"] == len(result.entries), "front matter of another", told)
    holds(document.startswith("\n# "), "no document under the front matter", document[:40])
    _markdown(document, result, articles)


def _markdown(written: str, _: Any, __: Sequence[Article]) -> None:
    _text(written)
    holds(not _LIVE_MARKUP.search(written), "markup of an article", _LIVE_MARKUP.findall(written)[:1])


def _table(written: str, result: Any, _: Sequence[Article]) -> None:
    _text(written)
    # Lists of stories and of what was found go by the line, however wide.
    bounded = isinstance(result, Timeline | Changes | Diary)
    wide = next((line for line in written.splitlines() if bounded and cell_len(line) > WIDTH), None)
    holds(wide is None, "a line is wider than asked for", wide)
    holds("\x1b" not in written, "an escape sequence without being asked for colour")


def _csv(written: str, _: Any, __: Sequence[Article]) -> None:
    written.encode("utf-8")
    rows = list(csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline="")))
    holds(len({len(row) for row in rows}) == 1, "rows of different length")
    for cell in itertools.chain.from_iterable(rows):
        holds(cell.strip()[:1] not in {"=", "+", "-", "@"} or _is_number(cell), "a cell that is a formula", cell)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


class _Page(HTMLParser):
    """Notes what an HTML page would run, load or link, and whether its tags are closed."""

    VOID = frozenset({"meta", "link", "br", "hr", "img", "input", "wbr", "col", "source"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        holds(tag not in {"img", "iframe", "object", "embed", "link", "base"}, "a page loads something", tag)
        for name, value in attrs:
            holds(not name.startswith("on"), "a page runs an attribute", (name, value))
            holds(name not in {"src", "srcdoc", "formaction"}, "a page loads something", (name, value))
            if name in {"href", "action", "xlink:href"}:
                safe = (value or "").startswith(("#", "http://", "https://"))
                holds(safe, "a page links what is no web address", value)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        # HTML lets these stay open.
        while self.open and self.open[-1] != tag and self.open[-1] in {"p", "li", "dt", "dd", "option", "tr", "td"}:
            self.open.pop()
        holds(self.open and self.open[-1] == tag, "tags of a page do not match", (tag, self.open[-1:]))
        self.open.pop()


def _html(written: str, _: Any, __: Sequence[Article]) -> None:
    _text(written)
    page = _Page()
    page.feed(written)
    page.close()
    holds(page.scripts <= 1, "a script beside our own")


def _ics(written: str, result: Any, _: Sequence[Article]) -> None:
    raw = written.encode("utf-8")
    holds(all(len(line) <= 75 for line in raw.split(b"\r\n")), "a line is longer than 75 octets")
    holds(raw.count(b"\n") == raw.count(b"\r\n"), "a line ends without carriage return")
    calendar = icalendar.Calendar.from_ical(written)
    events = [event for event in calendar.walk("VEVENT") if isinstance(event, icalendar.Event)]
    holds(len({str(event["UID"]) for event in events}) == len(events), "two events have one UID")
    holds(len(events) <= len(result.entries), "more events than entries")
    for event in events:
        holds(isinstance(event.decoded("DTSTART"), dt.date), "an event without a day")
        holds("DTEND" not in event or event.decoded("DTEND") > event.decoded("DTSTART"), "an event ends early")


def _timelinejs(written: str, result: Any, _: Sequence[Article]) -> None:
    written.encode("utf-8")
    slides = json.loads(written)["events"]
    holds(len(slides) == len(result.entries), "not one slide an entry")
    for slide in slides:
        holds(isinstance(slide["start_date"]["year"], int), "a slide without a year")
        holds("<script" not in json.dumps(slide).casefold(), "markup of an article", slide)


def _jsonld(written: str, _: Any, __: Sequence[Article]) -> None:
    written.encode("utf-8")
    holds("@graph" in json.loads(written), "no graph")
    holds("<" not in written, "a raw < in JSON-LD, which stands in pages")


def _geojson(written: str, _: Any, __: Sequence[Article]) -> None:
    FeatureCollection.model_validate_json(written.encode("utf-8"))


def _webannotation(written: str, _: Any, articles: Sequence[Article]) -> None:
    written.encode("utf-8")
    for item in json.loads(written)["items"]:
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            source = target["source"]
            holds(not any(c.isspace() or c in '<>"{}|\\^`' for c in source), "a source that is no IRI", source)
            place, quote = target["selector"]
            found = any(article.text[place["start"] : place["end"]] == quote["exact"] for article in articles)
            holds(found, "a selector points elsewhere", target)


def _timesketch(written: str, result: Any, articles: Sequence[Article]) -> None:
    _csv(written, result, articles)
    _timesketch_rows(list(csv.DictReader(io.StringIO(written, newline=""))), result)


def _timesketchjsonl(written: str, result: Any, _: Sequence[Article]) -> None:
    _timesketch_rows(_objects(written), result)


def _timesketch_rows(rows: Sequence[dict[str, Any]], result: Any) -> None:
    holds(len(rows) == sum(len(entry.evidence) for entry in result.entries), "not one row a passage")
    for row in rows:
        for column in ("message", "datetime", "timestamp_desc"):
            holds(row.get(column, "").strip(), f"a row without {column}", row)
        holds(dt.datetime.fromisoformat(row["datetime"]).tzinfo, "a time without its zone", row["datetime"])


def _ftm(written: str, result: Any, _: Sequence[Article]) -> None:
    entities = _objects(written)
    schemas = {entity["id"]: entity["schema"] for entity in entities}
    holds(len(schemas) == len(entities), "two entities have one id")
    holds(set(schemas.values()) <= {"Article", "Event"}, "an unknown schema", set(schemas.values()))
    holds(list(schemas.values()).count("Event") == len(result.entries), "not one event an entry")
    for entity in entities:
        for name, values in entity["properties"].items():
            texts = isinstance(values, list) and all(isinstance(value, str) and value.strip() for value in values)
            holds(values and texts, "a property that is no list of texts", (name, values))
            if name in {"date", "startDate", "endDate", "publishedAt"}:
                holds(all(map(_DAY_OR_LESS.fullmatch, values)), "a date that FollowTheMoney does not take", values)
        sources = entity["properties"].get("proof", ())
        holds(
            all(schemas.get(one) == "Article" for one in sources), "an event of an article that is not there", sources
        )


def _ninjs(written: str, result: Any, _: Sequence[Article]) -> None:
    written.encode("utf-8")
    items = json.loads(written)
    holds(len({item["uri"] for item in items}) == len(items) == len(result.entries), "not one uri an entry")
    for item in items:
        holds(item["type"] == "event" and item["title"].strip(), "no event with a title", item)
        holds(item["standard"]["name"] == "ninjs", "an item that does not name its standard", item["standard"])
        for day in item["eventDetails"]["dates"].values():
            holds(_DAY_OR_LESS.fullmatch(day), "a date that ninjs does not take", day)
        for link in item.get("links", ()):
            holds(link["href"].startswith(("http://", "https://")), "a link that is no web address", link)


def _csljson(written: str, result: Any, _: Sequence[Article]) -> None:
    written.encode("utf-8")
    items = json.loads(written)
    holds(len({item["id"] for item in items}) == len(items) == len(result.articles), "not one id an article")
    for item in items:
        holds(item["type"] == "article-newspaper" and item.get("title", "?").strip(), "no article with a title", item)
        for parts in item.get("issued", {"date-parts": []})["date-parts"]:
            holds(dt.date(*parts), "a day that is none", parts)


def _ris(written: str, result: Any, _: Sequence[Article]) -> None:
    _text(written)
    holds(written.count("\n") == written.count("\r") == written.count("\r\n"), "a line of RIS without its end")
    records: list[list[tuple[str, str]]] = [[]]
    for line in filter(None, written.split("\r\n")):
        field = _RIS_LINE.fullmatch(line)
        assert field, f"a line of RIS that is no field: {line!r}"
        records[-1].append((field[1], field[2]))
        if field[1] == "ER":
            records.append([])
    holds(not records.pop(), "a record of RIS without end")
    holds(len(records) == len(result.articles), "not one record an article")
    for record in records:
        tags = [tag for tag, _ in record]
        holds(
            tags[0] == "TY" and tags[-1] == "ER" and len(set(tags)) == len(tags), "a record of RIS out of order", tags
        )
        holds(all(value.strip() for tag, value in record if tag != "ER"), "an empty field of RIS", record)
        holds(re.fullmatch(r"\d{4}", dict(record).get("PY", "2000")), "a year of RIS not in four digits", record)


def _atom(written: str, result: Any, _: Sequence[Article]) -> None:
    _text(written)
    feed = ET.fromstring(written.encode("utf-8"))
    holds(feed.tag == f"{_ATOM}feed" and feed.find(f"{_ATOM}author/{_ATOM}name") is not None, "no feed with an author")
    entries = feed.findall(f"{_ATOM}entry")
    periods = result.periods if isinstance(result, Diary) else [result]
    holds(len(entries) == sum(len(period.changes) for period in periods), "not one entry a change")
    for part in (feed, *entries):
        for name in ("title", "id", "updated"):
            holds((part.findtext(f"{_ATOM}{name}") or "").strip(), f"a feed or an entry without {name}", part.tag)
        holds(dt.datetime.fromisoformat(part.findtext(f"{_ATOM}updated") or "").tzinfo, "a time without its zone")
    # One id may come again with another moment: it is then told anew.
    told = {(entry.findtext(f"{_ATOM}id"), entry.findtext(f"{_ATOM}updated")) for entry in entries}
    holds(len(told) == len(entries), "two entries of a feed have one id")
    for link in feed.iter(f"{_ATOM}link"):
        holds(link.get("href", "").startswith(("http://", "https://")), "a link that is no web address", link.attrib)


READ_BACK: dict[str, Callable[[str, Any, Sequence[Article]], None]] = {
    "table": _table,
    "json": _json,
    "markdown": _markdown,
    "csv": _csv,
    "html": _html,
    "ics": _ics,
    "timelinejs": _timelinejs,
    "jsonld": _jsonld,
    "geojson": _geojson,
    "webannotation": _webannotation,
    "jsonl": _jsonl,
    "timeml": _timeml,
    "frontmatter": _frontmatter,
    "timesketch": _timesketch,
    "timesketchjsonl": _timesketchjsonl,
    "ftm": _ftm,
    "ninjs": _ninjs,
    "csljson": _csljson,
    "ris": _ris,
    "atom": _atom,
}
"""Format → what reads it back and says what is wrong. A format without one is an error: it would go unchecked."""
