"""Which entry of a later timeline continues which of an earlier one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.languages import Language
from dateline.model import Entry
from dateline.text.words import content_words

# Share of the words that a passage keeps when its article is corrected.
_SAME_PASSAGE = 0.5

_Pair = tuple[float, Entry, Entry]
"""How much speaks for it, an earlier entry and a later one."""


def continued(
    language: Language, before: Sequence[Entry], after: Sequence[Entry], replaced: set[str]
) -> Mapping[str, Entry]:
    """For each later entry's id, the earlier entry that it continues; each earlier one is continued by one at most.

    What they share of their passages goes before all; then the id; then, of `replaced` articles of which a newer
    version came out, the passages told in much the same words.
    """
    found: dict[str, Entry] = {}
    taken: set[str] = set()
    for pairs in (_sharing(before, after), _of_one_id(before, after), _reworded(language, before, after, replaced)):
        for _, earlier, later in sorted(pairs, key=lambda pair: (-pair[0], pair[1].id != pair[2].id, pair[1].id)):
            if earlier.id not in taken and later.id not in found:
                found[later.id] = earlier
                taken.add(earlier.id)
    return found


def _sharing(before: Iterable[Entry], after: Iterable[Entry]) -> Iterator[_Pair]:
    """Pairs that share passages which date the event alike; one in the words alone counts where the dates agree."""
    holding: dict[tuple[str, str], list[Entry]] = {}
    for earlier in before:
        for evidence in earlier.passages:
            holding.setdefault((evidence.article, evidence.exact), []).append(earlier)
    for later in after:
        shared: dict[str, tuple[float, Entry]] = {}
        for evidence in later.passages:
            for earlier in holding.get((evidence.article, evidence.exact), ()):
                dates = {own.date for own in earlier.passages if own.exact == evidence.exact}
                if evidence.date in dates or earlier.date.value == later.date.value:
                    shared[earlier.id] = (shared.get(earlier.id, (0.0, earlier))[0] + 1, earlier)
        yield from ((number, earlier, later) for number, earlier in shared.values())


def _of_one_id(before: Iterable[Entry], after: Iterable[Entry]) -> Iterator[_Pair]:
    by_id = {entry.id: entry for entry in before}
    return ((1.0, by_id[entry.id], entry) for entry in after if entry.id in by_id)


def _reworded(
    language: Language, before: Sequence[Entry], after: Iterable[Entry], replaced: set[str]
) -> Iterator[_Pair]:
    """Pairs of which an article that was replaced tells both in much the same words."""
    of_article: dict[str, list[tuple[set[str], Entry]]] = {}
    for earlier in before:
        for evidence in earlier.evidence:
            if evidence.article in replaced:
                of_article.setdefault(evidence.article, []).append(
                    (set(content_words(language, evidence.exact)), earlier)
                )
    for later in after:
        for evidence in later.evidence:
            words = set(content_words(language, evidence.exact))
            for old, earlier in of_article.get(evidence.article, ()):
                likeness = len(old & words) / max(1, min(len(old), len(words)))
                if likeness >= _SAME_PASSAGE:
                    yield likeness, earlier, later
