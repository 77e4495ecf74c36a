"""The words of a source in, what they name or describe out, by the parse: the head tells, with what is beside it."""

import re

from dateline.entities.countries import by_name
from dateline.entities.name_words import name_words
from dateline.entities.names import bare
from dateline.events.attribution.source_candidates import Stretch, top
from dateline.events.attribution.speech_words import days, speaking
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.events.speakers.bodies import whole_name
from dateline.events.speakers.source import Source
from dateline.events.speakers.speakers import Speakers
from dateline.events.speakers.words import small_name_words, speaker_nouns
from dateline.model import Span

_HYPHENED_BEFORE, _HYPHENED_BEHIND = re.compile(r"\b[A-Z][\w-]*-\Z"), re.compile(r"(?:-\w+)+")
# What opens no words: a mark that was read wrongly, a colon.
_STRAY = re.compile(r"^[^\w\"“”'‘’(\[$€£#@]+\s*")
_DASHES = frozenset({"-", "--", "–", "—"})
# Characters before a hyphen in which the first part of a name stands.
_LONGEST_PART = 30

# Words of the longest clause that is kept to tell who a source is: `two people who were briefed on the plan`.
_LONGEST_CLAUSE = 10

_TRAILERS = frozenset(["relcl", "acl", "appos", "advcl", "advmod", "parataxis", "punct"])
# What stands before a noun and belongs to it.
_BEFORE = frozenset(["det", "amod", "compound", "poss", "nmod", "nummod", "case"])
_RELATIVE_TAGS = ("WP", "WDT", "WP$", "IN")


class ParsedSources:
    """Reads the sources of one article's attributions."""

    def __init__(self, parse: Parse, speakers: Speakers) -> None:
        self._parse = parse
        self._grammar = grammar(parse.language)
        self._speakers = speakers
        self._names = speakers.names

    def of(self, stretch: Stretch, cue: int) -> Source:
        """What the words of a stretch name; `who` is whom the clause that holds the cue tells more of."""
        parse = self._parse
        named = self._named_before(cue)
        if named is not None:
            head, stretch = named, (parse.left[named], parse.right[named])
        elif (bracket := self._bracket(stretch)) is not None:
            head, stretch = bracket - 1, (stretch[0], bracket - 1)
        else:
            head = top(parse, stretch)
            stretch = (self._first(head, stretch[0]), stretch[1])
        if parse.lowers[head] in self._grammar.relative and parse.tags[head] in _RELATIVE_TAGS:
            antecedent = self._antecedent(cue)
            if antecedent is not None:
                described = self._described(antecedent, (parse.left[antecedent], parse.right[antecedent]))
                return described._replace(is_definite=False)
        whole = self._whole_of(head, cue)
        if whole is not None:
            return whole
        if parse.tags[head][0] == "V":
            # "While rallying in Zell": what somebody does is nobody.
            return Source("", parse.starts[head], False)
        described = self._described(head, stretch)
        return self._person(head, stretch, described) or described

    def _named_before(self, cue: int) -> int | None:
        """Who is named right before a last verb of saying that was taken for one more deed of the subject.

        `A crowd ran down the hill, Ada Quill, head of the guard, told the Echo.`
        """
        parse = self._parse
        above = parse.heads[cue]
        if parse.deps[cue] != "conj" or parse.lemmas[cue] not in speaking(parse.language) or parse.tags[cue - 1] != ",":
            return None
        if parse.child(above, "cc") is not None or parse.child(cue, "nsubj", "nsubjpass") is not None:
            return None
        names = (k for k in range(above + 1, cue - 1) if parse.deps[k] in ("appos", "conj") and parse.tags[k] == "NNP")
        return next((k for k in names if parse.right[k] >= cue - 2 and parse.tags[parse.left[k] - 1] == ","), None)

    def _bracket(self, stretch: Stretch) -> int | None:
        """Where a bracket opens in the words of a source and does not close: `the Coast Guard (sailors | say more)`."""
        words = self._parse.words[stretch[0] : stretch[1] + 1]
        opening = words.index("(") if "(" in words and ")" not in words else 0
        return stretch[0] + opening if opening else None

    def _first(self, head: int, first: int) -> int:
        """Where the noun of a source begins, of which only the end was taken for it: `the foreign ministry`."""
        parse = self._parse
        within = {head}
        for word in range(head - 1, parse.left[head] - 1, -1):
            if parse.heads[word] not in within or parse.deps[word] not in _BEFORE:
                return min(first, word + 1)
            within.add(word)
        return min(first, parse.left[head])

    def _person(self, head: int, stretch: Stretch, described: Source) -> Source | None:
        """The one person whom the words of a source name, where they were taken for another name or for none.

        `The Norden Bank chief, Tor Lund`, `Mayor Tor Lund of Zell`; nobody whose something it is, or of whom it tells,
        nor whose name tells of what kind somebody is: `a Tor Lund voter`.
        """
        parse = self._parse
        if described.words in self._speakers.people.persons or described.is_several:
            return None
        span = parse.span(*stretch)
        named = [name for name in self._names.all if span.holds(name.span) and name.text in self._names.people]
        if len(named) != 1:
            return None
        start, end = named[0].start, named[0].end
        before = [k for k in range(stretch[0], stretch[1] + 1) if parse.ends[k] <= start]
        if any(parse.tags[k][0] == "V" or parse.tags[k] == "MD" for k in before):
            return None
        is_beside = not before or parse.tags[before[-1]] not in ("IN", "TO", "CC")
        behind = parse.text[end : end + 2]
        owns = behind.startswith(("'s", "’s", "'", "’"))
        if parse.starts[head] >= end and parse.tags[head] in ("NN", "NNS"):
            owns = owns or not parse.text[end : parse.starts[head]].strip()
        return (
            Source(self._speakers.called(named[0].text), start, True, described.noun)
            if is_beside and not owns
            else None
        )

    def _whole_of(self, head: int, cue: int) -> Source | None:
        """The part of those of whom a clause tells that speaks: `three councillors, two of whom said`."""
        parse = self._parse
        of = parse.child(head, "prep")
        whom = None if of is None else parse.child(of, "pobj")
        antecedent = self._antecedent(cue)
        if whom is None or antecedent is None or parse.lowers[whom] not in self._grammar.relative:
            return None
        part = parse.span(parse.left[head], whom - 1).of(parse.text)
        described = self._described(antecedent, (parse.left[antecedent], antecedent))
        return Source(f"{part} {described.words}", parse.starts[head], False, described.noun, is_several=True)

    def _antecedent(self, cue: int) -> int | None:
        """The noun whose relative clause holds the cue."""
        position = cue
        for head in self._parse.ancestors(cue):
            if self._parse.deps[position] in ("relcl", "acl"):
                return head
            position = head
        return None

    def _described(self, head: int, stretch: Stretch) -> Source:
        """The name in a source, or its words."""
        parse = self._parse
        if parse.tags[head][:3] == "NNP" and not parse.words[head][:1].islower():
            name = name_at(parse, head).replace("-", " ").split()
            if parse.words[head] in name and parse.lowers[head] not in name_words(parse.language).title:
                return self._by_name(head, stretch)
            # "The two-time Zell Cup Coach of the Year" is not the Zell Cup.
            return self._as_written(head, stretch)
        outlets = speaker_nouns(parse.language, "outlet")
        for child in parse.children[head]:
            # "The Norden Press agency", but not "a U.S. agency".
            name_beside = parse.deps[child] == "appos" or (
                parse.deps[child] in ("compound", "nmod")
                and parse.lemmas[head] in outlets
                and parse.words[child] not in by_name(parse.language)
            )
            # "Lawyers for the accused, Ada Quill", are not Ada Quill.
            is_of_one = parse.tags[head] != "NNS" or parse.deps[child] != "appos" or self._is_several(child)
            if name_beside and is_of_one and parse.tags[child][:3] == "NNP" and stretch[0] <= child:
                return self._by_name(child, stretch, parse.lemmas[head])
        return self._person_at_the_end(head, stretch) or self._author(head, stretch) or self._as_written(head, stretch)

    def _as_written(self, head: int, stretch: Stretch) -> Source:
        """The words of a source without those that are not needed to tell whom it means."""
        parse = self._parse
        end = head
        for child in parse.children[head]:
            if child > head and (self._is_day(child) or self._is_in_brackets(head, child)):
                break
            if child > head and self._belongs(child) and parse.right[child] <= stretch[1]:
                end = max(end, self._clause_end(child) if parse.deps[child] == "acl" else parse.right[child])
            elif child > head:
                break
        start = max([min(stretch[0], head), *(k + 1 for k in range(stretch[0], head) if self._is_dash(k))])
        while start < head and parse.tags[start] in ("``", "''", ",", ":", "IN", "-LRB-"):
            start += 1
        # "Officials at the prison, where he was held": the clause behind the comma tells of the prison.
        aside = [parse.left[k] for k in range(head, end + 1) if parse.deps[k] == "relcl"]
        end = min([end, *(first - 2 for first in aside if first - 2 >= head and parse.tags[first - 1] == ",")])
        while end > head and parse.tags[end] in _RELATIVE_TAGS:
            end -= 1
        words = _STRAY.sub("", " ".join(parse.span(start, end).of(parse.text).split()))
        return Source(
            words,
            parse.starts[start],
            False,
            parse.lemmas[head],
            self._is_several(head),
            self._is_definite(head),
            opens=(self._opens(start) or self._is_dash(start - 1)) and parse.tags[start] != "NNP",
        )

    def _is_in_brackets(self, head: int, child: int) -> bool:
        """Whether a bracket opens between a noun and what stands behind it."""
        return any(self._parse.tags[k] == "-LRB-" for k in range(head, self._parse.left[child] + 1))

    def _is_dash(self, position: int) -> bool:
        """Whether a dash parts two words, as behind the place and day of a report: `ZELL May 3 - Two groups`."""
        parse = self._parse
        start, end = parse.starts[position], parse.ends[position]
        return (
            parse.words[position] in _DASHES and (parse.text[start - 1 : start] + parse.text[end : end + 1]).isspace()
        )

    def _is_day(self, child: int) -> bool:
        """Whether what stands behind a noun is the day of the saying: `health officials on Tuesday`."""
        parse = self._parse
        known = days(parse.language)
        last = parse.right[child]
        return parse.deps[child] in ("prep", "npadvmod", "nmod", "appos") and any(
            parse.lowers[word] in known for word in range(child, min(last, child + 2) + 1)
        )

    def _is_several(self, noun: int) -> bool:
        return self._parse.tags[noun] in ("NNS", "NNPS") or self._parse.child(noun, "conj") is not None

    def _is_definite(self, noun: int) -> bool:
        parse = self._parse
        return any(
            parse.deps[child] == "det" and parse.lowers[child] in self._grammar.definite
            for child in parse.children[noun]
        )

    def _belongs(self, child: int) -> bool:
        """Whether what stands behind a noun is needed to tell whom it means: a clause behind a comma is not."""
        parse = self._parse
        alone = parse.lemmas[parse.heads[child]] not in speaker_nouns(parse.language, "anyone")
        if parse.deps[child] == "acl" or (parse.deps[child] == "relcl" and not alone):
            first, last = parse.left[child], self._clause_end(child)
            return parse.tags[first - 1] not in (",", ":", "-LRB-") and last - first < _LONGEST_CLAUSE
        return parse.deps[child] not in _TRAILERS

    def _clause_end(self, child: int) -> int:
        """The last word of what stands behind a noun, without a relative clause that a comma parts from it."""
        parse = self._parse
        within = range(child, parse.right[child] + 1)
        apart = (parse.left[k] for k in within if parse.deps[k] == "relcl" and parse.tags[parse.left[k] - 1] == ",")
        return next((first - 2 for first in apart), parse.right[child])

    def _by_name(self, head: int, stretch: Stretch, beside: str | None = None) -> Source:
        """The name at `head`, with those joined to it; `beside` is the noun that it stands by."""
        parse = self._parse
        heads = [head]
        while (joined := parse.child(heads[-1], "conj")) is not None and joined <= stretch[1]:
            if parse.tags[joined][:3] != "NNP":
                break
            heads.append(joined)
        first, *_ = names = [name_at(parse, each) for each in heads]
        within = parse.span(*stretch).of(parse.text).strip("“”\"' ,").replace(",", " , ").split()
        whole = " ".join(whole_name(parse.language, within, names[-1].split()))
        if whole != names[-1] and (len(names) == 1 or first in whole):
            # "Norden Rocket and Space Corporation" is one.
            names = [whole]
        *others, last = [self._speakers.called(name) for name in names]
        joining = next(iter(self._grammar.and_), ",")
        case = parse.child(head, "case")
        if case is not None and parse.deps[head] != "poss" and not others:
            # "Quill's said it would pay": it goes by that name.
            last = f"{last}{parse.words[case]}"
        text = f"{', '.join(others)} {joining} {last}" if others else last
        if beside is None:
            nouns = (parse.lemmas[child] for child in parse.children[head] if self._is_title(child))
            beside = next(nouns, "")
        is_several = bool(others) or parse.tags[head] == "NNPS"
        return Source(text, parse.starts[head], True, beside, is_several, opens=self._opens(stretch[0]))

    def _opens(self, position: int) -> bool:
        """Whether a word opens its sentence."""
        return position == self._parse.bounds[self._parse.sentence[position]][0]

    def _is_title(self, child: int) -> bool:
        """Whether a word tells what the name is that it depends on: `spokesman Tor Lund`, `Tor Lund, a spokesman`."""
        return self._parse.tags[child] == "NN" and self._parse.deps[child] in ("compound", "nmod", "appos")

    def _person_at_the_end(self, head: int, stretch: Stretch) -> Source | None:
        """The person in apposition to a source with another name: `the chief engineer of the Water Board, Tor Lund`."""
        parse = self._parse
        if self._is_several(head):
            return None
        for position in range(head + 1, stretch[1] + 1):
            if parse.deps[position] in ("appos", "conj") and parse.tags[position][:3] == "NNP":
                name = self._names.full(name_at(parse, position))
                behind_comma = parse.tags[parse.left[position] - 1] == ","
                if name in self._names.people and behind_comma and parse.right[position] >= stretch[1] - 1:
                    return Source(name, parse.starts[position], True)
        return None

    def _author(self, head: int, stretch: Stretch) -> Source | None:
        """By whom a document is: `a report by the Water Board`."""
        parse = self._parse
        if parse.lemmas[head] in speaker_nouns(parse.language, "document"):
            for child in parse.children[head]:
                name = parse.child(child, "pobj") if parse.lowers[child] in self._grammar.by else None
                if name is not None and parse.tags[name][:3] == "NNP" and name <= stretch[1]:
                    return self._by_name(name, stretch)
        return None


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
    return " ".join(bare(parse.language, _with_hyphens(parse.text, parse.span(first, last)).split()))


def _with_hyphens(text: str, name: Span) -> str:
    """A name with what a hyphen joins to it, of which parsers make words of their own: `Ilo Tan-mar`, `Rand-Lund`."""
    before = _HYPHENED_BEFORE.search(text[max(0, name.start - _LONGEST_PART) : name.start])
    behind = _HYPHENED_BEHIND.match(text, name.end)
    return text[name.start - len(before[0]) if before else name.start : behind.end() if behind else name.end]
