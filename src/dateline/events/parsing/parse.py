"""A dependency parse as flat columns, in plain Python: what the rest of `dateline.events` reads.

Labels are those of spaCy's English models: Penn Treebank tags and ClearNLP dependencies. Tokens of all parsed sentences
of one article stand in one row of columns, so that a quotation can run on from sentence to sentence.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from dateline.languages import Language
from dateline.model import Span

_NONE: list[int] = []


@dataclass(slots=True)
class Parse:
    """The parsed sentences of one article; every column has one value a token, in text order.

    A position is an index into the columns. The trees need not be projective, but a subtree is taken as the stretch
    from its first to its last token.
    """

    language: Language
    """That of the parser."""
    text: str
    """The article's text."""
    words: list[str] = field(default_factory=list)
    lowers: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    """Lower-cased lemmas."""
    tags: list[str] = field(default_factory=list)
    """Penn Treebank tags."""
    deps: list[str] = field(default_factory=list)
    """ClearNLP dependency labels."""
    heads: list[int] = field(default_factory=list)
    """Position of the head; a root is its own head."""
    starts: list[int] = field(default_factory=list)
    """First code point of each token in `text`."""
    ends: list[int] = field(default_factory=list)
    """One past the last code point of each token."""
    sentence: list[int] = field(default_factory=list)
    """Number of the sentence a token is in, counted over the sentences that were parsed."""
    bounds: list[tuple[int, int]] = field(default_factory=list)
    """First position and one past the last of each sentence."""
    children: list[list[int]] = field(default_factory=list)
    """Positions of the dependents, in order."""
    left: list[int] = field(default_factory=list)
    """First position of the subtree."""
    right: list[int] = field(default_factory=list)
    """Last position of the subtree, inclusive."""

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """The characters from position `first` to position `last`, inclusive."""
        return Span(self.starts[first], self.ends[last])

    def child(self, position: int, *deps: str) -> int | None:
        """The first dependent with one of these labels."""
        for child in self.children[position]:
            if self.deps[child] in deps:
                return child
        return None

    def ancestors(self, position: int) -> Iterable[int]:
        """The heads above `position`, nearest first."""
        while self.heads[position] != position:
            position = self.heads[position]
            yield position

    def only(self, sentences: Container[int]) -> "Parse":
        """The parse of some of its sentences alone."""
        chosen = Parse(self.language, self.text)
        for number, (first, end) in enumerate(self.bounds):
            if number not in sentences:
                continue
            start = len(chosen)
            for name in ("words", "lowers", "lemmas", "tags", "deps", "starts", "ends"):
                getattr(chosen, name).extend(getattr(self, name)[first:end])
            chosen.heads += [head - first + start for head in self.heads[first:end]]
            chosen.sentence += [len(chosen.bounds)] * (end - first)
            chosen.bounds.append((start, start + end - first))
        chosen.link()
        return chosen

    def link(self) -> None:
        """Fill `children`, `left` and `right` from `heads`."""
        size = len(self.words)
        # Most words have no dependents, and a list for each of them would keep the garbage collector busy.
        self.children = [_NONE] * size
        self.left = list(range(size))
        self.right = list(range(size))
        waiting = [0] * size
        for position, head in enumerate(self.heads):
            if head != position:
                if self.children[head] is _NONE:
                    self.children[head] = []
                self.children[head].append(position)
                waiting[head] += 1
        leaves = [position for position in range(size) if not waiting[position]]
        while leaves:
            position = leaves.pop()
            head = self.heads[position]
            if head == position:
                continue
            self.left[head] = min(self.left[head], self.left[position])
            self.right[head] = max(self.right[head], self.right[position])
            waiting[head] -= 1
            if not waiting[head]:
                leaves.append(head)
