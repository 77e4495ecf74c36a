import json
from collections.abc import Callable
from typing import Any

from dateline.model import Article, Entry, Timeline
from dateline.writers import write

OA = "http://www.w3.org/ns/oa#"


def test_web_annotations_find_their_passage_again(timeline: Timeline, articles: tuple[Article, ...]) -> None:
    items = json.loads(write(timeline, "webannotation", articles=articles))["items"]
    evidence: list[tuple[Entry, int]] = [(entry, n) for entry in timeline.entries for n in range(len(entry.evidence))]
    assert len(items) == len(evidence)
    texts = {article.id: article.text for article in articles}
    for item, (entry, number) in zip(items, evidence, strict=True):
        text = texts[entry.evidence[number].article]
        position, quote = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1


def test_web_annotations_expand_to_the_terms_of_the_vocabulary(
    timeline: Timeline, expand: Callable[[str], tuple[Any, set[str]]]
) -> None:
    written = write(timeline, "webannotation")
    (page,), found = expand(written)
    items = page["https://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert len(items) == len(json.loads(written)["items"])
    terms = {term.removeprefix(OA) for term in found if term.startswith(OA)}
    assert terms == {
        *("Annotation", "hasBody", "hasTarget", "hasSource", "hasSelector", "motivatedBy", "describing"),
        *("TextPositionSelector", "start", "end", "TextQuoteSelector", "exact", "TextualBody"),
    }


def test_without_the_articles_a_quotation_has_no_context(timeline: Timeline) -> None:
    item = json.loads(write(timeline, "webannotation"))["items"][0]
    assert "prefix" not in item["target"]["selector"][1]
