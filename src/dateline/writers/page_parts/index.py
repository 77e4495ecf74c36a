"""The index of names of a page: who and what the entries name, by kind, with the entries that name each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Entity, EntityKind, Entry, Timeline

_HEADINGS = {
    EntityKind.PERSON: "People",
    EntityKind.ORGANISATION: "Organisations",
    EntityKind.GOVERNMENT: "Governments",
    EntityKind.PLACE: "Places",
    EntityKind.OTHER: "Other names",
}
# Entities of a kind that a page lists at most: a story of a thousand articles names hundreds.
_LISTED = 60


@dataclass(frozen=True, slots=True)
class Item:
    """An entity that a page lists."""

    number: int
    """By which the page refers to it, from 1."""
    entity: Entity
    entries: Sequence[str]
    """Ids of the entries whose evidence names it, in their order."""

    @property
    def others(self) -> Sequence[str]:
        """The names it goes by besides the one that serves for it."""
        return [form.name for form in self.entity.names if form.name != self.entity.name]


@dataclass(frozen=True, slots=True)
class Index:
    """Who and what the entries of a timeline name."""

    groups: Sequence[tuple[str, Sequence[Item]]]
    """Those listed, under a heading for each kind, who is named in most entries first."""
    of_entry: Mapping[str, Sequence[int]]
    """By entry id, the numbers of those it names."""
    _by_name: Mapping[str, str]

    def speaker(self, said_by: str) -> str:
        """Who says so, under the name that serves for them, where only one of the timeline goes by theirs."""
        return self._by_name.get(said_by, said_by)


def index_of(timeline: Timeline) -> Index:
    """The index of a timeline."""
    naming = _naming(timeline.entries)
    groups: list[tuple[str, Sequence[Item]]] = []
    of_entry: dict[str, list[int]] = {}
    number = 0
    for kind, heading in _HEADINGS.items():
        found = ((entity, _entries(entity, naming)) for entity in timeline.entities if entity.kind is kind)
        own = [one for one in found if one[1]]
        own.sort(key=lambda one: -len(one[1]))
        items = []
        for entity, entries in own[:_LISTED]:
            number += 1
            items.append(Item(number, entity, entries))
            for entry in entries:
                of_entry.setdefault(entry, []).append(number)
        if items:
            groups.append((heading, items))
    return Index(groups, of_entry, _names(timeline.entities))


def _naming(entries: Sequence[Entry]) -> dict[str, list[tuple[int, int, str]]]:
    """By article, the stretches of it that are evidence, each with the id of its entry."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for entry in entries:
        for passage in entry.passages:
            found.setdefault(passage.article, []).append((passage.start, passage.end, entry.id))
    return found


def _entries(entity: Entity, naming: Mapping[str, Sequence[tuple[int, int, str]]]) -> list[str]:
    return list(
        dict.fromkeys(
            entry
            for mention in entity.mentions
            for start, end, entry in naming.get(mention.article, ())
            if start <= mention.start and mention.end <= end
        )
    )


def _names(entities: Sequence[Entity]) -> dict[str, str]:
    """The name that serves for an entity by each name that no other one goes by."""
    owners: dict[str, set[str]] = {}
    for entity in entities:
        for form in entity.names:
            owners.setdefault(form.name, set()).add(entity.name)
    return {name: next(iter(served)) for name, served in owners.items() if len(served) == 1}
