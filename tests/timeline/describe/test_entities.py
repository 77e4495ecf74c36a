"""Who and what a timeline names."""

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline import Article, Entity, EntityKind, Request, Timeline, read, timeline_of
from dateline.languages import named
from dateline.reading.article import read_article
from dateline.timeline.close.story_forms import of_story

ENGLISH = named("en")

SUMMIT = Path(__file__).parents[3] / "examples" / "summit" / "articles"
EXPECTED = json.loads((SUMMIT.parent / "expected.json").read_text(encoding="utf-8"))["entities"]


def timeline(*texts: str) -> Timeline:
    articles = [Article(f"a{number}", text, dt.date(2019, 4, 22 + number)) for number, text in enumerate(texts)]
    return timeline_of(articles, Request(parse=False))


def of_kind(entities: Sequence[Entity], kind: EntityKind) -> dict[str, Entity]:
    return {entity.name: entity for entity in entities if entity.kind is kind}


@pytest.fixture(scope="module")
def summit() -> Timeline:
    return timeline_of(read(SUMMIT).articles, Request(parse=False))


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {article.id: article.text for article in read(SUMMIT).articles}


def test_the_four_called_kim_are_four(summit: Timeline) -> None:
    people = of_kind(summit.entities, EntityKind.PERSON)
    kims = {name: people[name] for name in people if name.startswith("Kim ")}
    assert set(kims) == {"Kim Jong Un", "Kim Jong Il", "Kim Il Sung", "Kim Chang Son"}
    assert {form.name for form in kims["Kim Jong Un"].names} == {"Kim Jong Un", "Kim", "North Korean leader"}
    assert [form.name for form in kims["Kim Jong Il"].names] == ["Kim Jong Il"]


def test_what_is_told_of_the_leader_is_told_of_him(summit: Timeline) -> None:
    told = [entry for entry in summit.entries if "that the North Korean leader would come" in entry.headline]
    assert told
    assert all("Kim Jong Un" in entry.participants for entry in told)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Vladivostok", "RU"),
        ("Hanoi", "VN"),
        ("Ulan-Ude", "RU"),
        ("Beijing", "CN"),
        ("Moscow", "RU"),
        ("Washington", "US"),
    ],
)
def test_cities_are_pinned(summit: Timeline, name: str, country: str) -> None:
    place = of_kind(summit.entities, EntityKind.PLACE)[name]
    assert place.country == country
    assert place.latitude is not None
    assert place.reason


def test_moscow_is_a_place_where_they_met_and_a_government_where_it_talks(
    summit: Timeline, texts: dict[str, str]
) -> None:
    [place] = [entity for entity in summit.entities if entity.kind is EntityKind.PLACE and entity.name == "Moscow"]
    assert all("in Moscow in August 2001" in texts[m.article][m.start - 3 : m.end + 20] for m in place.mentions)
    governments = {
        form.name: entity for e in summit.entities if (entity := e).kind is EntityKind.GOVERNMENT for form in e.names
    }
    assert governments["Moscow"] is governments["Kremlin"]
    assert governments["Moscow"].country == "RU"
    assert governments["Moscow"].latitude is None
    assert governments["Washington"].country == "US"


def test_an_acronym_is_what_it_is_short_for(summit: Timeline) -> None:
    agency = of_kind(summit.entities, EntityKind.ORGANISATION)["Korean Central News Agency"]
    assert {form.name for form in agency.names} == {"Korean Central News Agency", "KCNA"}


def test_mentions_are_exact_and_in_the_evidence(summit: Timeline, texts: dict[str, str]) -> None:
    for entity in summit.entities:
        assert entity.mentions
        for mention in entity.mentions:
            assert texts[mention.article][mention.start : mention.end] == mention.exact
            assert mention.exact in {form.name for form in entity.names}
            assert any(
                passage.article == mention.article and passage.start <= mention.start and mention.end <= passage.end
                for entry in summit.entries
                for passage in entry.passages
            )


def test_no_stretch_names_two(summit: Timeline) -> None:
    found = [(m.article, m.start, m.end) for entity in summit.entities for m in entity.mentions]
    assert len(found) == len(set(found))


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = read(SUMMIT).articles
    assert (
        timeline_of(articles, Request(parse=False)).entities
        == timeline_of(articles[::-1], Request(parse=False)).entities
    )


def test_a_slip_in_a_name_makes_nobody_new() -> None:
    made = timeline(
        "President Dmitry Medvedev met Anna Varga on April 20. Dmitry Medvedev left in the evening.",
        "President Dimitry Medvedev met Anna Varga on April 20, officials said on Tuesday.",
    )
    assert set(of_kind(made.entities, EntityKind.PERSON)) == {"Dmitry Medvedev", "Anna Varga"}
    assert all("Dimitry Medvedev" not in entry.participants for entry in made.entries)


def test_a_speaker_has_one_name_in_all_articles() -> None:
    made = timeline(
        "Premier Anna Varga opened the bridge at Nordby on April 20. It was late, Anna Varga said on Saturday.",
        "Varga said on Tuesday that the bridge at Nordby would be closed again on Friday.",
    )
    assert {passage.said_by for entry in made.entries for passage in entry.evidence} == {None, "Anna Varga"}


def test_a_place_takes_no_part_and_a_government_does() -> None:
    [entry] = timeline(
        "Moscow signed a treaty with Hanoi in Vladivostok on April 20, a spokesman for Nordby said."
    ).entries
    assert set(entry.participants) >= {"Moscow", "Hanoi"}
    assert "Vladivostok" not in entry.participants


_NAMES = [
    "Anna Varga",
    "Varga",
    "Kim Jong Un",
    "Kim",
    "Moscow",
    "the Kremlin",
    "Norden Press Agency (NPA)",
    "NPA",
    "Ohio",
]
_DEEDS = [
    "met in Paris",
    "said so",
    "left for Moscow",
    "and Washington signed a treaty",
    "wrote to the Russian president",
]
_SENTENCES = st.builds(
    lambda who, did, day: f"Reporters say that {who} {did} on April {day}.",
    st.sampled_from(_NAMES),
    st.sampled_from(_DEEDS),
    st.integers(1, 30),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(_SENTENCES, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=4))
def test_counts_add_up_and_offsets_are_exact(articles: list[str]) -> None:
    made = timeline(*articles)
    for entity in made.entities:
        counts = {form.name: form.count for form in entity.names}
        assert entity.name in counts
        assert 1 <= entity.articles <= len(articles)
        assert len(entity.mentions) <= sum(counts.values())
        for name, count in counts.items():
            assert sum(mention.exact == name for mention in entity.mentions) <= count
            assert count <= sum(text.count(name) for text in articles)
        for mention in entity.mentions:
            assert articles[int(mention.article[1:])][mention.start : mention.end] == mention.exact


@pytest.mark.parametrize("government", EXPECTED["governments"], ids=lambda one: one["anchor"])
def test_a_city_that_stands_for_a_government_is_one(government: dict[str, str]) -> None:
    named_in = of_story(map(read_article, read(SUMMIT).articles))[government["article"]]
    at = named_in.names.text.index(government["anchor"])
    at = named_in.names.text.index(government["name"], at)
    [name] = [name for name in named_in.names.all if name.start == at]
    assert name.text == government["name"]
    assert named_in.identify(name).kind is EntityKind.GOVERNMENT


@pytest.mark.parametrize("place", EXPECTED["places"], ids=lambda one: one["name"])
def test_places_of_the_example_are_where_they_are(summit: Timeline, place: dict[str, str]) -> None:
    assert of_kind(summit.entities, EntityKind.PLACE)[place["name"]].country == place["country"]


@pytest.mark.parametrize("other", [*EXPECTED["people"], *EXPECTED["acronyms"]], ids=lambda one: one["name"])
def test_whoever_is_called_otherwise_is_the_same(other: dict[str, Any]) -> None:
    found = of_story(map(read_article, read(SUMMIT).articles)).values()
    names = {name.text for own in found for name in own.names.all if own.full(name.text) == other["name"]}
    offices = {
        office.span.of(own.names.text) for own in found for office, holder in own.offices if holder == other["name"]
    }
    assert {other["name"], *other["also"]} <= names | offices
