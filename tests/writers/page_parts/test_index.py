"""The index of names of a page."""

from dataclasses import replace

import pytest

from dateline.model import Entity, EntityKind, Form, Mention, Timeline
from dateline.writers import write
from dateline.writers.page_parts.index import index_of


def entity(timeline: Timeline, name: str, kind: EntityKind, *others: str) -> Entity:
    """An entity named in all evidence that has its name or one of the others."""
    mentions = [
        Mention(passage.article, passage.start + at, passage.start + at + len(form), form)
        for entry in timeline.entries
        for passage in entry.evidence
        for form in (name, *others)
        if (at := passage.exact.find(form)) >= 0
    ]
    return Entity(kind, name, tuple(Form(form, 1) for form in (name, *others)), 1, tuple(mentions))


@pytest.fixture
def named(timeline: Timeline) -> Timeline:
    return replace(
        timeline,
        entities=(
            entity(timeline, "bridge", EntityKind.OTHER),
            entity(timeline, "Port Elma", EntityKind.PLACE),
            entity(timeline, "Ada Holm", EntityKind.PERSON, "mayor Ada Holm", "Holm"),
            entity(timeline, "<b>Nobody</b>", EntityKind.PERSON),
        ),
    )


def test_entities_are_listed_by_kind_with_the_entries_that_name_them(named: Timeline) -> None:
    listed = [(heading, [item.entity.name for item in items]) for heading, items in index_of(named).groups]
    assert listed == [("People", ["Ada Holm"]), ("Places", ["Port Elma"]), ("Other names", ["bridge"])]
    [bridge] = index_of(named).groups[-1][1]
    telling = [e.id for e in named.entries if any("bridge" in passage.exact for passage in e.evidence)]
    assert sorted(bridge.entries) == sorted(telling)
    assert all(bridge.number in index_of(named).of_entry[entry] for entry in telling)


def test_a_speaker_goes_by_one_name_where_it_is_nobody_else_s(named: Timeline) -> None:
    assert index_of(named).speaker("Holm") == "Ada Holm"
    assert index_of(named).speaker("Coast Wire") == "Coast Wire"
    rival = replace(named.entities[2], name="Per Holm")
    assert index_of(replace(named, entities=(*named.entities, rival))).speaker("Holm") == "Holm"


def test_the_page_lists_them_and_links_to_the_first_entry_of_each(named: Timeline) -> None:
    page = write(named, "html")
    [holm] = index_of(named).groups[0][1]
    assert f'href="#entry-{holm.entries[0]}" data-named="{holm.number}"' in page
    assert "also <bdi>mayor Ada Holm, Holm</bdi>" in page
    assert f'<option value="{holm.number}">Ada Holm</option>' in page


def test_a_page_without_entities_has_no_such_list(timeline: Timeline) -> None:
    assert "Who and what" not in write(timeline, "html")


def test_names_are_text_on_the_page(named: Timeline) -> None:
    passage = named.entries[0].evidence[0]
    hostile = Entity(
        EntityKind.PERSON,
        '"><script>',
        (Form('"><script>', 1), Form("</li>", 1)),
        1,
        (Mention(passage.article, passage.start, passage.end, passage.exact),),
    )
    page = write(replace(named, entities=(hostile,)), "html")
    assert '"><script>' not in page
    assert "&lt;/li&gt;" in page
