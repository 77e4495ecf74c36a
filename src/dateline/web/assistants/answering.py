"""Nouns of the model in, answers out, each within its bounds: passages, lines, changes, as an assistant gets them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model import (
    Article,
    ArticleReference,
    Change,
    Conflict,
    Entry,
    EntryHit,
    Evidence,
    Hand,
    Hit,
    Span,
    StoryReference,
)
from dateline.web.assistants.addresses import Addresses
from dateline.web.assistants.answers import (
    ArticleHit,
    ByHand,
    ChangeLine,
    Disagreement,
    Line,
    Passage,
    Side,
    Stand,
    StoryLine,
)
from dateline.writers.phrasing.citations import web_address
from dateline.writers.phrasing.quoting import in_paragraph

PASSAGES = 3
"""Passages shown with a line or a change."""
# Code points: of a passage, of the words before or after it, of a name, of a headline.
_PASSAGE, _AROUND, _NAME, _HEADLINE = 1_500, 300, 200, 500
# Names of a kind on one line, sides of a disagreement, disagreements, marks in a sentence.
_NAMES, _SIDES, _DISAGREEMENTS, _MARKS = 20, 6, 5, 40


@dataclass(frozen=True, slots=True)
class Answering:
    """How nouns are put, given where things stand and which articles are told of."""

    addresses: Addresses
    articles: Mapping[str, ArticleReference]

    def passage(self, evidence: Evidence) -> Passage:
        """A passage of the evidence, cut where it is longer than an answer has room for."""
        known = self.articles.get(evidence.article)
        return Passage(
            evidence.article,
            *_cut(self.addresses, evidence.article, evidence.start, evidence.exact),
            source=shortened(known.source, _NAME) if known else None,
            published=known.published if known else None,
            url=web_address(known.url) if known else None,
            status=evidence.status,
            said_by=shortened(evidence.said_by, _NAME),
            origin=None if known and evidence.origin == known.source else shortened(evidence.origin, _NAME),
            shortened=True if len(evidence.exact) > _PASSAGE else None,
        )

    def with_paragraph(self, evidence: Evidence, versions: Iterable[Article]) -> Passage:
        """The same with the words around it."""
        around = in_paragraph(evidence, versions)
        passage = self.passage(evidence)
        if passage.shortened:
            return passage
        before, after = around.before[-_AROUND:], around.after[:_AROUND]
        return replace(passage, before=before or None, after=after or None)

    def line(self, story: int, entry: Entry, passages: int = PASSAGES) -> Line:
        """A line of the timeline of a story."""
        return Line(
            entry=entry.id,
            date=entry.date,
            status=entry.status,
            headline=shortened(entry.headline, _HEADLINE) or "",
            level=entry.level,
            sources=entry.sources,
            participants=_names(entry.participants),
            places=_names([place.name for place in entry.places]),
            conflicts=tuple(dict.fromkeys(conflict.kind for conflict in entry.conflicts)),
            passages=tuple(self.passage(evidence) for evidence in entry.evidence[:passages]),
            passages_in_all=len(entry.passages),
            address=self.addresses.line(story, entry.id),
            hand=by_hand(entry.hand) if entry.hand else None,
        )

    def change(self, story: int, change: Change) -> ChangeLine:
        """What changed in one line."""
        return ChangeLine(
            kind=change.kind,
            entry=change.entry,
            level=change.level,
            before=_stand(change.before),
            after=_stand(change.after),
            passages=tuple(self.passage(evidence) for evidence in change.evidence[:PASSAGES]),
            passages_in_all=len(change.evidence),
            address=self.addresses.line(story, change.entry),
        )

    def disagreements(self, conflicts: Sequence[Conflict]) -> tuple[Disagreement, ...]:
        """Where passages disagree."""
        return tuple(
            Disagreement(
                conflict.kind,
                tuple(
                    Side(shortened(claim.value, _HEADLINE) or "", claim.sources, self.passage(claim.evidence))
                    for claim in conflict.claims[:_SIDES]
                ),
            )
            for conflict in conflicts[:_DISAGREEMENTS]
        )

    def hit(self, hit: Hit) -> ArticleHit:
        """An article that a search found."""
        start, end, exact, address = _cut(self.addresses, hit.article, hit.start, hit.exact)
        return ArticleHit(
            title=shortened(hit.title, _HEADLINE),
            story=hit.story,
            passage=Passage(
                hit.article,
                start,
                end,
                exact,
                address,
                source=shortened(hit.source, _NAME),
                published=hit.published,
            ),
            marks=tuple(Span(*mark) for mark in hit.marks[:_MARKS]),
        )

    def entry_hit(self, hit: EntryHit) -> EntryHit:
        """A line of a timeline that a search found."""
        return replace(hit, headline=shortened(hit.headline, _HEADLINE) or "")

    def story(self, story: StoryReference) -> StoryLine:
        """A story."""
        return StoryLine(
            id=story.id,
            title=shortened(story.title, _HEADLINE) or "",
            articles=len(story.articles),
            outlets=story.outlets,
            first=story.first,
            last=story.last,
            ahead=story.ahead,
            address=self.addresses.story(story.id),
        )


def by_hand(hand: Hand) -> ByHand:
    """What persons did to a line."""
    return ByHand(
        hand.is_starred,
        _names(hand.tags),
        tuple(shortened(note.values[0], _HEADLINE) or "" for note in hand.notes[:_NAMES]),
        hand.corrections[:_NAMES],
        hand.written.by if hand.written else None,
    )


def shortened(text: str | None, most: int) -> str | None:
    """A text that is not quoted, with an ellipsis where it is longer than there is room for."""
    return text if text is None or len(text) <= most else f"{text[: most - 1]}…"


def _stand(entry: Entry | None) -> Stand | None:
    if entry is None:
        return None
    return Stand(entry.status, entry.date.value, shortened(entry.headline, _HEADLINE) or "", entry.sources)


def _names(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(shortened(name, _NAME) or "" for name in names[:_NAMES])


def _cut(addresses: Addresses, article: str, start: int, exact: str) -> tuple[int, int, str, str]:
    """Start, end, words and address of a passage: what is quoted stays what stands there, however short it is cut."""
    words = exact[:_PASSAGE]
    return start, start + len(words), words, addresses.passage(article, start, start + len(words))
