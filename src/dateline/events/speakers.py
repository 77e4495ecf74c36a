"""Who a source is: by name where the article tells it, else as written."""

from dataclasses import dataclass
from functools import cache

from dateline.entities.names import bare
from dateline.entities.within import Names
from dateline.events.attribution import Said
from dateline.events.lexicon import table
from dateline.events.parse import Parse
from dateline.events.sources import Stretch

# How many tokens back a name is sought for "the newspaper" or "the spokesman", and how many attributions back for "he".
_TOKENS_BACK = 600
_ATTRIBUTIONS_BACK = 6

_PERSON = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
_FIRST = frozenset(["i", "me", "my", "we", "us", "our", "mine", "myself"])
_THING = frozenset(("it", "its"))
_RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])
_JOINING = frozenset(["of", "for", "and", "&", "de", "la", "von", "van", "bin", "al", "el", "du"])
_TRAILERS = frozenset(["relcl", "acl", "appos", "advcl", "parataxis", "punct"])


@cache
def _outlets() -> frozenset[str]:
    """Nouns that follow or precede the name of an outlet: `Kommersant newspaper`."""
    return frozenset(noun for row in table("outlet-nouns") for noun in row[0].split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source is."""

    text: str
    named: bool
    """Whether the text is a name."""


class Speakers:
    """Names the sources of one article's attributions, to be asked in text order."""

    def __init__(self, parse: Parse, names: Names | None = None) -> None:
        self._parse = parse
        self._names = names or Names(parse.text)
        self._told: list[tuple[Said, Speaker]] = []

    def of(self, said: Said) -> str | None:
        """The speaker of `said`; None when its source is left out."""
        speaker = self._who(said)
        if speaker is None:
            return None
        self._told.append((said, speaker))
        return speaker.text

    def _who(self, said: Said) -> Speaker | None:
        if said.source is None:
            return None
        parse = self._parse
        head = top(parse, said.source)
        word = parse.lowers[head]
        if word in _RELATIVE and parse.tags[head] in ("WP", "WDT", "WP$", "IN"):
            antecedent = self._antecedent(said.cue)
            if antecedent is not None:
                return self._describe(antecedent, (parse.left[antecedent], parse.right[antecedent]))
        if word in _FIRST or word in _PERSON or word in _THING:
            return self._earlier(said, head) or Speaker(parse.words[head], False)
        speaker = self._describe(head, said.source)
        if not speaker.named and self._is_definite(head):
            return self._named_before(head) or speaker
        return speaker

    def _antecedent(self, cue: int) -> int | None:
        """The noun whose relative clause holds the cue."""
        position = cue
        for head in self._parse.ancestors(cue):
            if self._parse.deps[position] in ("relcl", "acl"):
                return head
            position = head
        return None

    def _describe(self, head: int, stretch: Stretch) -> Speaker:
        """The name in a source, or its words."""
        parse = self._parse
        if parse.tags[head][:3] == "NNP":
            return Speaker(self._names.full(name_at(parse, head)), True)
        for child in parse.children[head]:
            name_beside = parse.deps[child] == "appos" or (
                parse.deps[child] in ("compound", "nmod") and parse.lemmas[head] in _outlets()
            )
            if name_beside and parse.tags[child][:3] == "NNP" and stretch[0] <= child:
                return Speaker(self._names.full(name_at(parse, child)), True)
        end = head
        for child in parse.children[head]:
            if child > head and parse.deps[child] not in _TRAILERS and parse.right[child] <= stretch[1]:
                end = max(end, parse.right[child])
            elif child > head:
                break
        start = min(stretch[0], head)
        while start < head and parse.tags[start] in ("``", "''", ",", ":", "IN", "-LRB-"):
            start += 1
        span = parse.span(start, end)
        return Speaker(" ".join(span.of(parse.text).split()), False)

    def _is_definite(self, noun: int) -> bool:
        parse = self._parse
        return any(
            parse.deps[child] == "det" and parse.lowers[child] in ("the", "that", "this")
            for child in parse.children[noun]
        )

    def _earlier(self, said: Said, pronoun: int) -> Speaker | None:
        """Whom a pronoun means: who says the sentence it stands in, else who spoke last, else the last person named."""
        parse = self._parse
        recent = self._told[-_ATTRIBUTIONS_BACK:]
        for other, speaker in reversed(recent):
            if any(first <= said.cue <= last for first, last in other.content):
                return speaker
        word = parse.lowers[pronoun]
        if word in _FIRST:
            return None
        first = parse.bounds[parse.sentence[pronoun]][0]
        if word in _THING:
            return next((speaker for _, speaker in reversed(recent) if speaker.named and " " not in speaker.text), None)
        subject = self._subject_before(said, pronoun)
        for other, speaker in reversed(recent):
            if speaker.named and (subject is None or other.cue > subject):
                return speaker
        if subject is not None:
            return Speaker(self._names.full(name_at(parse, subject)), True)
        person = self._names.person_before(parse.starts[first])
        return Speaker(person, True) if person else None

    def _subject_before(self, said: Said, position: int) -> int | None:
        """The last person named as a subject before `position`, in its sentence or one of the two before."""
        parse = self._parse
        floor = parse.bounds[max(0, parse.sentence[position] - 2)][0]
        said_by_others = [stretch for other, _ in self._told[-_ATTRIBUTIONS_BACK:] for stretch in other.content]
        said_by_others += said.content
        for candidate in range(position - 1, floor - 1, -1):
            if any(first <= candidate <= last for first, last in said_by_others):
                continue
            if parse.deps[candidate] in ("nsubj", "nsubjpass") and parse.tags[candidate] == "NNP":
                name = self._names.full(name_at(parse, candidate))
                if " " in name:
                    return candidate
        return None

    def _named_before(self, noun: int) -> Speaker | None:
        """`The newspaper`: the last thing of that kind that was named before."""
        parse = self._parse
        lemma = parse.lemmas[noun]
        for position in range(noun - 1, max(-1, noun - _TOKENS_BACK), -1):
            if parse.lemmas[position] != lemma:
                continue
            head = parse.heads[position]
            if parse.deps[position] in ("compound", "appos", "nmod") and parse.tags[head][:3] == "NNP":
                return Speaker(self._names.full(name_at(parse, head)), True)
            for child in parse.children[position]:
                if parse.deps[child] in ("compound", "appos") and parse.tags[child][:3] == "NNP":
                    return Speaker(self._names.full(name_at(parse, child)), True)
        return None


def top(parse: Parse, stretch: Stretch) -> int:
    """The word of a stretch that the others hang on."""
    first, last = stretch
    for position in range(first, last + 1):
        head = parse.heads[position]
        if (head < first or head > last or head == position) and parse.deps[position] != "punct":
            return position
    return last


def name_at(parse: Parse, head: int) -> str:
    """The name that ends in, or goes on from, the proper noun at `head`; without rank and demonym before it."""
    first = last = head
    while first > 0 and parse.tags[first - 1][:3] == "NNP" and parse.sentence[first - 1] == parse.sentence[head]:
        if parse.heads[first - 1] not in range(first - 1, last + 1):
            break
        first -= 1
    right = parse.right[head]
    while last + 1 <= right and parse.tags[last + 1][:3] == "NNP":
        last += 1
    if last + 2 <= right and parse.lowers[last + 1] in _JOINING and parse.tags[last + 2][:3] == "NNP":
        last += 2
        while last + 1 <= right and parse.tags[last + 1][:3] == "NNP":
            last += 1
    return " ".join(bare(parse.span(first, last).of(parse.text).split()))
