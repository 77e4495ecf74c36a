"""Heads of phrases in, those who take part out: with their words, country, sectors and title.

Who has no country of his own takes the one country that his sentence names, if it names one alone: the police that
`seized weapons in Jericho` are those of there. Where it names none, the army and the police are those of the country
that the article is about.
"""

import datetime as dt
import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace

from dateline.coding.acts.clauses import is_somebody, joined
from dateline.coding.country_codes import BODIES
from dateline.coding.who import Coded, code, countries_in
from dateline.entities.countries import by_adjective, by_name
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.model import Span

# Sectors of those whom an article about one country calls by their part alone.
_DOMESTIC = frozenset(("GOV", "COP", "MIL", "OPP", "JUD", "LEG"))
_NOWHERE, _NOBODY = Span(0, 0), Coded()
# What settles a country that is somebody else's, and what settles it by the words of a phrase.
_BORROWED = frozenset(("sentence", "land"))
_BY_WORDS = frozenset(("role", "name", "country"))
_TRAILERS = frozenset(("relcl", "acl", "advcl", "conj", "cc", "punct", "parataxis", "ccomp"))
_PRONOUNS = frozenset(("PRP", "WP", "WDT", "EX", "DT"))
_MARKS = frozenset(("``", "''", ",", ":", "-LRB-", "-RRB-", "CC", "HYPH", "DT", "PRP$", "IN"))


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part in an act, as its sentence names him."""

    span: Span
    text: str
    coded: Coded
    settled_by: str
    """What told the country: `role`, `name`, `country`, `sentence`, `article`, `land`; empty where nothing did."""
    is_thing: bool = False
    """Whether the words name nobody: `the plan`."""
    head: Span = _NOWHERE
    """The noun, name or pronoun that the words are about."""
    own: Span = _NOWHERE
    """The words that tell who he is, without what only stands behind them: `soldiers` of `soldiers in Iraq`."""
    own_coded: Coded = _NOBODY
    """What these words tell by themselves."""
    is_where: bool = False
    """Whether it stands behind a preposition of place."""

    @property
    def is_guessed(self) -> bool:
        """Whether his country is that of other words of his sentence or article, or of what stands behind him."""
        return self.settled_by in _BORROWED or (
            self.settled_by in _BY_WORDS and self.own_coded.country != self.coded.country
        )


Known = Callable[[Span], "Coded | None"]
"""What the article or the story has told of whom the words at a span name."""


class Parties:
    """Reads who takes part in the acts of one article."""

    def __init__(
        self,
        parse: Parse,
        day: dt.date | None,
        known: Known | None = None,
        land: Callable[[], str] = lambda: "",
        is_named: Callable[[str], bool] = lambda country: False,
    ) -> None:
        """`day` is that of the event, or of publication.

        `known` tells what is known of a name from elsewhere, `land` which country the article is about, if one, and
        `is_named` whether it names a country.
        """
        self._parse = parse
        self._day = day
        self._known = known
        self._land = land
        self._is_named = is_named
        self._countries: dict[int, Sequence[str]] = {}

    def of(self, heads: Sequence[int], not_of: Container[str] = (), *, borrow: bool = True) -> list[Party]:
        """Those whom phrases name by their heads; nobody twice.

        Who has no country of his own takes that of his sentence, but none of `not_of`, and none without `borrow`.
        """
        found: list[Party] = []
        for head in heads:
            for party in self._read(head, not_of, borrow):
                if all(party.text != other.text for other in found):
                    found.append(party)
        # "Russia's President, Vladimir Putin": read as two, they are one.
        named = {party.coded.country for party in found if party.coded.name}
        return [
            party
            for party in found
            if party.coded.name or party.coded.is_country or not party.coded.title or party.coded.country not in named
        ]

    def _read(self, head: int, not_of: Container[str], borrow: bool) -> list[Party]:
        parse = self._parse
        if parse.tags[head] in _PRONOUNS:
            # Who is meant is for the caller to know; a pronoun names nobody.
            told = self._known(parse.span(head, head)) if self._known is not None else None
            if told is None:
                return []
            span = parse.span(head, head)
            return [Party(span, parse.words[head], told, "article", head=span, own=span)]
        is_one = is_somebody(parse, head)
        span = self.phrase(head)
        text = span.of(parse.text)
        coded = self._of_this_land(self._people(head, code(parse.language, text, self._day)))
        settled_by = coded.by if coded.country else ""
        if not coded.country and is_one:
            wider = self._with_apposition(head)
            if wider is not None:
                told = code(parse.language, wider, self._day)
                if told.country:
                    coded, settled_by = replace(told, sectors=told.sectors or coded.sectors), "apposition"
        if self._known is not None and (not coded.country or not coded.sectors):
            told = self._known(span)
            if told is not None and (not coded.country or coded.country == told.country):
                settled_by = settled_by or "article"
                coded = replace(
                    coded,
                    country=coded.country or told.country,
                    sectors=coded.sectors or told.sectors,
                    title=coded.title or told.title,
                )
        if borrow and is_one and not coded.country and self._may_borrow(head, coded):
            named = [country for country in self.countries(parse.sentence[head]) if country not in not_of]
            if len(named) == 1:
                coded, settled_by = replace(coded, country=named[0]), "sentence"
            elif not named and self._is_of_the_land(head, coded) and self._land() not in not_of:
                coded, settled_by = replace(coded, country=self._land()), "land"
        own = self._own(head, span)
        party = Party(
            span,
            text,
            coded,
            settled_by,
            not (is_one or self._is_whose(head) or code(parse.language, parse.words[head], self._day).sectors),
            parse.span(head, head),
            own,
            self._told_by(head, own),
            self._is_where(head),
        )
        lands = self._joined_lands(text) or self._lands_behind(head, text)
        if len(lands) > 1:
            each = [(words, replace(coded, country=land)) for words, land in lands]
            return [replace(party, text=words, coded=one, own=span, own_coded=one) for words, one in each]
        return [party]

    def _people(self, head: int, coded: Coded) -> Coded:
        """A country's plural names its people, not its government: `Iranians took to the streets`."""
        parse = self._parse
        if not coded.is_country or parse.tags[head] != "NNPS" or parse.words[head] in by_name(parse.language):
            return coded
        return replace(coded, is_country=False, sectors=("CVL",))

    def _told_by(self, head: int, own: Span) -> Coded:
        """What the words of somebody tell; a country's adjective alone tells nothing: `American hired pilots`."""
        parse, word = self._parse, self._parse.words[head]
        is_alone = own == parse.span(head, head) and parse.tags[head] != "NNPS" and parse.deps[head] != "conj"
        if is_alone and word in by_adjective(parse.language) and word not in by_name(parse.language):
            return Coded()
        return self._of_this_land(code(parse.language, own.of(parse.text), self._day))

    def _of_this_land(self, coded: Coded) -> Coded:
        """A body of a name that several countries have is of the one that the article is about: `the senate`."""
        is_shared = coded.name.lower() in self._parse.language.words("coding/words.toml", "shared")
        if not is_shared or not coded.country or self._is_named(coded.country):
            return coded
        return replace(coded, country=self._land() or coded.country)

    def _may_borrow(self, head: int, coded: Coded) -> bool:
        # Where somebody of a name is from, no other word of the sentence tells: `Mr Holt, in Havana, said`.
        return bool(coded.sectors)

    def _is_of_the_land(self, head: int, coded: Coded) -> bool:
        """Whether somebody is of the country that an article is about: `the police`, and no `foreign ministers`."""
        parse = self._parse
        if coded.name or coded.sectors[0] not in _DOMESTIC or (parse.tags[head] == "NNS" and coded.sectors[0] == "GOV"):
            return False
        foreign = parse.language.words("coding/words.toml", "foreign")
        return parse.tags[head][:3] != "NNP" and not any(
            parse.lowers[child] in foreign for child in parse.children[head]
        )

    def countries(self, sentence: int) -> Sequence[str]:
        """The countries that a sentence names, bodies aside."""
        if sentence not in self._countries:
            parse = self._parse
            first, last = parse.bounds[sentence]
            found = countries_in(parse.language, parse.span(first, last - 1).of(parse.text), self._day)
            self._countries[sentence] = [country for country in found if country not in BODIES]
        return self._countries[sentence]

    def phrase(self, head: int) -> Span:
        """The words for somebody: his noun with what stands before it and the prepositional phrases behind it."""
        parse = self._parse
        first, last = self._first(head), head
        for child in parse.children[head]:
            if child < head:
                continue
            if parse.deps[child] == "case":
                continue
            if parse.deps[child] in _TRAILERS or parse.deps[child] == "appos" or self._is_charge(head, child):
                break
            last = self._end(child)
        return parse.span(first, max(first, last))

    def _own(self, head: int, phrase: Span) -> Span:
        """The words of a phrase that tell who it is about: up to the first preposition that does not."""
        parse = self._parse
        for child in parse.children[head]:
            if child > head and parse.deps[child] == "prep" and not self._tells_who(head, child):
                last = child - 1
                return Span(phrase.start, max(parse.ends[head], min(phrase.end, parse.ends[last])))
        return phrase

    def _tells_who(self, head: int, behind: int) -> bool:
        """Whether a preposition behind somebody tells who he is: `police in Ghana`, and no `soldiers in Iraq`."""
        parse = self._parse
        word = parse.lowers[behind]
        if word in parse.language.words("coding/words.toml", "whose"):
            return True
        if word not in parse.language.words("coding/words.toml", "of_where"):
            return False
        sectors = code(parse.language, parse.words[head], self._day).sectors
        return is_somebody(parse, head) and "MIL" not in sectors

    def _is_where(self, head: int) -> bool:
        """Whether a noun, or the one it is joined to, stands behind a preposition of place."""
        parse = self._parse
        while parse.deps[head] == "conj":
            head = parse.heads[head]
        return parse.deps[head] == "pobj" and parse.lowers[parse.heads[head]] in grammar(parse.language).place

    def _is_whose(self, head: int) -> bool:
        """Whether the words before a thing tell whose it is: `Iranian reactors`, `Iran's plan`."""
        parse = self._parse
        before = parse.span(self._first(head), head).of(parse.text)
        return bool(code(parse.language, before, self._day).country)

    def _first(self, head: int) -> int:
        """The first word of a phrase, clauses and marks before it aside."""
        parse = self._parse
        first = parse.left[head]
        for child in parse.children[head]:
            if child < head and parse.deps[child] in _TRAILERS and parse.deps[child] not in ("punct", "cc", "conj"):
                first = parse.right[child] + 1
        while first < head and parse.tags[first] in _MARKS:
            first += 1
        return first

    def _is_charge(self, accused: int, behind: int) -> bool:
        """Whether what stands behind somebody is what he is accused of: `the government of intimidation`."""
        parse = self._parse
        while parse.deps[accused] == "conj":
            accused = parse.heads[accused]
        verb = parse.heads[accused]
        return (
            parse.deps[accused] in ("dobj", "nsubjpass")
            and parse.lemmas[verb] in parse.language.words("coding/words.toml", "accusing")
            and parse.lowers[behind] in parse.language.words("coding/words.toml", "charged")
        )

    def _end(self, phrase: int) -> int:
        """Last word of what stands behind a noun, without clauses."""
        parse = self._parse
        last = phrase
        for child in parse.children[phrase]:
            if child > phrase:
                if parse.deps[child] in ("relcl", "acl", "advcl", "parataxis", "punct"):
                    break
                last = max(last, self._end(child))
        return last

    def _with_apposition(self, head: int) -> str | None:
        parse = self._parse
        for child in parse.children[head]:
            if parse.deps[child] == "appos":
                return self.phrase(child).of(parse.text)
            if parse.deps[child] == "acl" and child > head and parse.tags[child] != "VBG":
                # "Fighters loyal to Ouattara", "a group based in Damascus".
                return parse.span(head, parse.right[child]).of(parse.text)
        if parse.deps[head] == "appos":
            return self.phrase(parse.heads[head]).of(parse.text)
        return None

    def _joined_lands(self, text: str) -> list[tuple[str, str]]:
        """`French and Egyptian warships`: the two that one noun stands for, with their words."""
        parse = self._parse
        match = _JOINED.match(text)
        if match is None:
            return []
        one, other, noun = match["one"], match["other"], match["noun"]
        told = [code(parse.language, word, self._day) for word in (one, other)]
        if all(coded.is_country for coded in told) and told[0].country != told[1].country:
            return [(f"{one} {noun}", told[0].country), (f"{other} {noun}", told[1].country)]
        return []

    def _lands_behind(self, head: int, text: str) -> list[tuple[str, str]]:
        """`The leaders of Peru and Chile`: the countries that one noun stands before, each with its words."""
        parse = self._parse
        behind = next((t for child in parse.children[head] if (t := parse.child(child, "pobj")) is not None), None)
        if behind is None or parse.tags[head] != "NNS":
            return []
        if parse.tags[behind] == "NNS" and parse.child(behind, "conj") is None:
            # "The heads of the armies of Peru and Chile".
            deeper = self._lands_behind(behind, text)
            return [(f"{parse.words[head]} of {words}", land) for words, land in deeper]
        told = [
            (words, code(parse.language, words, self._day))
            for land in joined(parse, behind)
            if (words := self.phrase(land).of(parse.text))
        ]
        told = [(word, coded) for word, coded in told if coded.is_country or coded.country in BODIES]
        found = [(f"{parse.words[head]} of {word}", coded.country) for word, coded in told]
        return found if len(found) > 1 else []


_JOINED = re.compile(
    r"(?:\w+ )?(?P<one>[A-Z][\w.]+(?: [A-Z][\w.]+)?) and "
    r"(?P<other>[A-Z][\w.]+(?: [A-Z][\w.]+)?)(?:['’]s)? (?P<noun>[a-z].*)"
)
