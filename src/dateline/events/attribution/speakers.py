"""Who a source is: by name where the article tells it, else as written.

Nothing is guessed: where two who were named before would fit, "the company" stays what it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.entities.article_names import Names
from dateline.entities.countries import by_name
from dateline.entities.names import bare
from dateline.events.attribution.extraction import Said
from dateline.events.attribution.source_candidates import Stretch, top
from dateline.events.attribution.speaker_names import naming
from dateline.events.attribution.speech_words import pronouns, small_name_words, speaker_nouns
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse

# How many tokens back a name is sought for "the newspaper" or "the spokesman", and how many attributions back "the
# officials"; how many sentences back the one that "the company" or "they" stands for, and how many attributions back
# whoever spoke.
_TOKENS_BACK = 600
_TOLD_BACK = 40
_SENTENCES_BACK = 2
_ATTRIBUTIONS_BACK = 6

# Words of the longest clause that is kept to tell who a source is: `two people who were briefed on the plan`.
_LONGEST_CLAUSE = 10

_TRAILERS = frozenset(["relcl", "acl", "appos", "advcl", "parataxis", "punct"])
_SUBJECT = frozenset(("nsubj", "nsubjpass"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source is."""

    text: str
    named: bool
    """Whether the text is a name."""
    head: int
    """Position of the word that names, or describes, the speaker."""


class Speakers:
    """Names the sources of one article's attributions, to be asked in text order."""

    def __init__(self, parse: Parse, names: Names | None = None) -> None:
        self._parse = parse
        self._grammar = grammar(parse.language)
        self._pronouns = pronouns(parse.language)
        self._names = names or Names(parse.language, parse.text)
        self._naming = naming(parse.language, self._names)
        self._told: list[tuple[Said, Speaker]] = []

    @property
    def _and(self) -> str:
        """What joins two names."""
        return next(iter(self._grammar.and_), ",")

    @cached_property
    def _name_starts(self) -> frozenset[int]:
        """Where names begin: they keep their capital."""
        return frozenset(name.start for name in self._names.all)

    def of(self, said: Said) -> str | None:
        """The speaker of `said`; None when its source is left out."""
        if said.source is None:
            return None
        speaker = self._who(said, said.source)
        self._told.append((said, speaker))
        return speaker.text

    def _who(self, said: Said, source: Stretch) -> Speaker:
        parse = self._parse
        head = top(parse, source)
        word = parse.lowers[head]
        if word in self._grammar.relative and parse.tags[head] in ("WP", "WDT", "WP$", "IN"):
            antecedent = self._antecedent(said.cue)
            if antecedent is not None:
                return self._describe(antecedent, (parse.left[antecedent], parse.right[antecedent]))
        described = self._describe(head, source)
        if word in self._pronouns.all:
            return self._meant_by_pronoun(said, head) or described
        if described.named or not self._is_definite(head):
            return described
        return self._meant_by_noun(head) or described

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
            return self._by_name(head, stretch)
        for child in parse.children[head]:
            name_beside = parse.deps[child] == "appos" or (
                parse.deps[child] in ("compound", "nmod")
                and parse.lemmas[head] in speaker_nouns(parse.language, "outlet")
            )
            if name_beside and parse.tags[child][:3] == "NNP" and stretch[0] <= child:
                return self._by_name(child, stretch)
        beside = self._person_at_the_end(head, stretch) or self._author(head, stretch)
        if beside is not None:
            return beside
        end = head
        for child in parse.children[head]:
            if child > head and self._belongs(child) and parse.right[child] <= stretch[1]:
                end = max(end, parse.right[child])
            elif child > head:
                break
        start = min(stretch[0], head)
        while start < head and parse.tags[start] in ("``", "''", ",", ":", "IN", "-LRB-"):
            start += 1
        words = " ".join(parse.span(start, end).of(parse.text).split())
        known = self._naming.of(words)
        if known != words:
            return Speaker(known, True, head)
        is_name = parse.starts[start] in self._name_starts or parse.tags[start] == "NNP"
        if (
            start == parse.bounds[parse.sentence[start]][0]
            and not is_name
            and words not in self._pronouns.capital
            and not words[1:2].isupper()
        ):
            words = words[0].lower() + words[1:]
        return Speaker(words, False, head)

    def _belongs(self, child: int) -> bool:
        """Whether what stands behind a noun is needed to tell whom it means: a clause behind a comma is not."""
        parse = self._parse
        alone = parse.lemmas[parse.heads[child]] not in speaker_nouns(parse.language, "anyone")
        if parse.deps[child] == "acl" or (parse.deps[child] == "relcl" and not alone):
            first = parse.left[child]
            return parse.tags[first - 1] not in (",", ":", "-LRB-") and parse.right[child] - first < _LONGEST_CLAUSE
        return parse.deps[child] not in _TRAILERS

    def _by_name(self, head: int, stretch: Stretch) -> Speaker:
        """The name at `head`, with those joined to it."""
        parse = self._parse
        heads = [head]
        while (joined := parse.child(heads[-1], "conj")) is not None and joined <= stretch[1]:
            if parse.tags[joined][:3] != "NNP":
                break
            heads.append(joined)
        *others, last = [self._naming.of(name_at(parse, each)) for each in heads]
        return Speaker(f"{', '.join(others)} {self._and} {last}" if others else last, True, head)

    def _person_at_the_end(self, head: int, stretch: Stretch) -> Speaker | None:
        """The person in apposition to a source with another name: `the chief engineer of the Water Board, Tor Lund`."""
        parse = self._parse
        for position in range(head + 1, stretch[1] + 1):
            if parse.deps[position] in ("appos", "conj") and parse.tags[position][:3] == "NNP":
                name = self._names.full(name_at(parse, position))
                behind_comma = parse.tags[parse.left[position] - 1] == ","
                if name in self._names.people and behind_comma and parse.right[position] >= stretch[1] - 1:
                    return Speaker(name, True, position)
        return None

    def _author(self, head: int, stretch: Stretch) -> Speaker | None:
        """By whom a document is: `a report by the Water Board`."""
        parse = self._parse
        if parse.lemmas[head] in speaker_nouns(parse.language, "document"):
            for child in parse.children[head]:
                name = parse.child(child, "pobj") if parse.lowers[child] in self._grammar.by else None
                if name is not None and parse.tags[name][:3] == "NNP" and name <= stretch[1]:
                    return self._by_name(name, stretch)
        return None

    def _is_definite(self, noun: int) -> bool:
        parse = self._parse
        return any(
            parse.deps[child] == "det" and parse.lowers[child] in self._grammar.definite
            for child in parse.children[noun]
        )

    def _meant_by_pronoun(self, said: Said, pronoun: int) -> Speaker | None:
        """Whom a pronoun means: who says the sentence it stands in, else who spoke or was named before."""
        for other, speaker in reversed(self._recent()):
            if any(first <= said.cue <= last for first, last in other.content):
                return speaker
        word = self._parse.lowers[pronoun]
        if word in self._pronouns.thing:
            return self._thing_before(pronoun)
        if word in self._pronouns.several:
            return self._several_before(pronoun)
        return self._person_before(said, pronoun) if word in self._pronouns.person else None

    def _recent(self) -> list[tuple[Said, Speaker]]:
        return self._told[-_ATTRIBUTIONS_BACK:]

    def _told_near(self, position: int) -> Iterator[Speaker]:
        """Who spoke in the sentence of `position` or those right before it, the last first."""
        sentence = self._parse.sentence
        for other, speaker in reversed(self._recent()):
            if sentence[other.cue] < sentence[position] - _SENTENCES_BACK:
                return
            yield speaker

    def _thing_before(self, pronoun: int) -> Speaker | None:
        """The last speaker, if that is no person."""
        speaker = next(self._told_near(pronoun), None)
        if speaker is None:
            return None
        things = speaker_nouns(self._parse.language, "outlet", "organisation", "body", "document")
        named_thing = speaker.named and speaker.text not in self._names.people and f" {self._and} " not in speaker.text
        return speaker if named_thing or self._parse.lemmas[speaker.head] in things else None

    def _several_before(self, pronoun: int) -> Speaker | None:
        """The last speakers, if they are several; else the one subject before, in its sentence or the last, that is."""
        parse = self._parse
        speaker = next(self._told_near(pronoun), None)
        if speaker is not None:
            return speaker if self._is_several(speaker.head) else None
        floor = parse.bounds[max(0, parse.sentence[pronoun] - 1)][0]
        subjects = [
            position
            for position in range(floor, pronoun)
            if parse.deps[position] in _SUBJECT and self._is_several(position)
        ]
        if len(subjects) != 1:
            return None
        return self._describe(subjects[0], (parse.left[subjects[0]], parse.right[subjects[0]]))

    def _is_several(self, noun: int) -> bool:
        return self._parse.tags[noun] in ("NNS", "NNPS") or self._parse.child(noun, "conj") is not None

    def _person_before(self, said: Said, pronoun: int) -> Speaker | None:
        """Who spoke last or was named last as a subject; else the last person named."""
        parse = self._parse
        subject = self._subject_before(said, pronoun)
        for other, speaker in reversed(self._recent()):
            if speaker.named and (subject is None or other.cue > subject):
                return speaker
        if subject is not None:
            return Speaker(self._names.full(name_at(parse, subject)), True, subject)
        person = self._names.person_before(parse.starts[parse.bounds[parse.sentence[pronoun]][0]])
        return Speaker(person, True, pronoun) if person else None

    def _subject_before(self, said: Said, position: int) -> int | None:
        """The last person named as a subject before `position`, in its sentence or one of the two before."""
        parse = self._parse
        floor = parse.bounds[max(0, parse.sentence[position] - _SENTENCES_BACK)][0]
        said_by_others = [stretch for other, _ in self._recent() for stretch in other.content]
        said_by_others += said.content
        for candidate in range(position - 1, floor - 1, -1):
            if any(first <= candidate <= last for first, last in said_by_others):
                continue
            if parse.deps[candidate] in _SUBJECT and parse.tags[candidate] == "NNP":
                name = self._names.full(name_at(parse, candidate))
                if " " in name:
                    return candidate
        return None

    def _meant_by_noun(self, noun: int) -> Speaker | None:
        """Whom `the newspaper`, `the spokesman`, `the ministry`, `the company` or `the officials` means."""
        lemma = self._parse.lemmas[noun]
        found = self._only(self._named_as(noun))
        if found is None:
            told = self._told[-_TOLD_BACK:]
            alike = [other for _, other in told if not other.named and self._parse.lemmas[other.head] == lemma]
            found = self._only(reversed(alike))
        if found is None and lemma in speaker_nouns(self._parse.language, "organisation"):
            found = self._only(self._organisations_before(noun))
        return found

    def _only(self, candidates: Iterable[Speaker]) -> Speaker | None:
        """The speaker, if all candidates are one."""
        by_text = {speaker.text.casefold(): speaker for speaker in candidates}
        return next(iter(by_text.values())) if len(by_text) == 1 else None

    def _named_as(self, noun: int) -> Iterator[Speaker]:
        """Whoever was named before with this noun beside the name or within it, the last first."""
        parse = self._parse
        lemma = parse.lemmas[noun]
        for position in range(noun - 1, max(-1, noun - _TOKENS_BACK), -1):
            if parse.lemmas[position] != lemma:
                continue
            head = parse.heads[position]
            if parse.tags[position][:3] == "NNP":
                top_of_name = head if parse.deps[position] == "compound" else position
                yield Speaker(self._naming.of(name_at(parse, top_of_name)), True, top_of_name)
            elif parse.deps[position] in ("compound", "appos", "nmod") and parse.tags[head][:3] == "NNP":
                yield Speaker(self._naming.of(name_at(parse, head)), True, head)
            else:
                for child in parse.children[position]:
                    if parse.deps[child] in ("compound", "appos") and parse.tags[child][:3] == "NNP":
                        yield Speaker(self._naming.of(name_at(parse, child)), True, child)

    def _organisations_before(self, noun: int) -> Iterator[Speaker]:
        """Names of subjects that are neither persons nor countries, in the sentences right before."""
        parse = self._parse
        sentence = parse.sentence[noun]
        for position in range(parse.bounds[max(0, sentence - _SENTENCES_BACK)][0], parse.bounds[sentence][0]):
            if parse.deps[position] in _SUBJECT and parse.tags[position][:3] == "NNP":
                for each in (position, *parse.children[position]):
                    name = self._naming.of(name_at(parse, each)) if parse.tags[each][:3] == "NNP" else ""
                    joined = each == position or parse.deps[each] == "conj"
                    if name and joined and name not in self._names.people and name not in by_name(parse.language):
                        yield Speaker(name, True, each)


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
    if (
        last + 2 <= right
        and parse.lowers[last + 1] in small_name_words(parse.language)
        and parse.tags[last + 2][:3] == "NNP"
    ):
        last += 2
        while last + 1 <= right and parse.tags[last + 1][:3] == "NNP":
            last += 1
    return " ".join(bare(parse.language, parse.span(first, last).of(parse.text).split()))
