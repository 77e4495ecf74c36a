"""An act with those who take part in it in, how likely its row is right out: by a linear model over how it is told.

Trained on rows read by hand (`benchmarks/train_rows.py`): a main clause whose subject stands beside its verb is mostly
read rightly; what a participle tells deep in a long article of a writer who says `I` is not.
"""

from collections.abc import Iterator, Sequence

from dateline.coding.acts.sentences import Act
from dateline.coding.parties import Party
from dateline.events import linear
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.languages import Language, made_once
from dateline.reading.article import ArticleReading

# The confidence of every row where there is no model.
_TRUSTED = 1_000
# Dependencies of a verb by which an act is told, as the model knows them.
_DEPS = frozenset(("ROOT", "conj", "ccomp", "advcl", "acl", "xcomp", "pcomp"))
# Words from which a sentence, and the way from a verb to who acts, is a step longer.
_LENGTHS, _WAYS = (15, 25, 35, 45), (3, 8)
# Sentences of an article, from its start, from which an act stands a step deeper.
_DEPTHS = (3, 8, 20, 60)
# Sentences of an article from which it is a step longer; tenths of it from which an act stands a part further down.
_ARTICLES, _PARTS = (10, 25, 50, 100, 200), (1, 3, 6, 9)
# Words between who takes part and what is done, and words for him, from which it is a step more.
_FAR, _PHRASES = (3, 6, 10, 16), (2, 4, 7)
# Marks in a sentence that tell of more than one clause, or of words that are somebody's.
_MARKS = (":", ";", "-", "–", "(", "?", "!", "$", '"', "“", "”", "'")
# First persons in a thousand words from which a writer tells of himself.
_PERSONAL = (2, 8)


@made_once
def _model(language: Language) -> linear.Weights:
    return language.weights("coding/rows.weights.gz")


def confidence(language: Language, features: Sequence[str]) -> int:
    """How likely a row is right, as a logit times `linear.SCALE`; a language without the model trusts all of them."""
    model = _model(language)
    return linear.score(model, features) if model else _TRUSTED


class Confidence:
    """Reads how the acts of one article are told."""

    def __init__(self, reading: ArticleReading, parse: Parse) -> None:
        self._parse = parse
        self._starts = [sentence.start for sentence in reading.sentences]
        words = reading.article.text.lower().split()
        first = parse.language.words("coding/words.toml", "first_person")
        self._personal = _step(1000 * sum(word in first for word in words) // max(1, len(words)), _PERSONAL)

    def features(
        self, act: Act, actors: Sequence[Party], recipients: Sequence[Party], basis: str, *, is_said: bool
    ) -> list[str]:
        """How an act is told, by names that the model knows."""
        return [
            "bias",
            *self._told(act, basis, is_said=is_said),
            *self._dated(act, basis),
            *self._who(act, actors),
            *_whom(act, recipients),
            *self._each("actor", act, act.actors, actors),
            *self._each("recipient", act, act.recipients, recipients),
            *_between(act, actors, recipients),
        ]

    def _told(self, act: Act, basis: str, *, is_said: bool) -> Iterator[str]:
        parse, verb = self._parse, act.trigger
        first, end = parse.bounds[parse.sentence[verb]]
        dep = parse.deps[verb] if parse.deps[verb] in _DEPS else "other"
        yield f"type {act.type}"
        yield f"dep {dep}"
        yield f"tag {self._tense(verb)}"
        yield f"dep {dep} tag {parse.tags[verb]}"
        yield f"date {basis}"
        yield f"said {is_said}"
        yield f"personal {self._personal}"
        yield f"date {basis} personal {self._personal}"
        yield f"length {_step(end - first, _LENGTHS)}"
        depth = sum(start <= parse.starts[verb] for start in self._starts)
        yield f"depth {_step(depth, _DEPTHS)}"
        yield f"date {basis} depth {_step(depth, _DEPTHS)}"
        yield from (f"mark {mark}" for mark in _MARKS if mark in parse.words[first:end])

    def _dated(self, act: Act, basis: str) -> Iterator[str]:
        parse, verb = self._parse, act.trigger
        yield f"type {act.type} date {basis}"
        yield f"type {act.type} tag {parse.tags[verb]}"
        yield f"date {basis} tag {self._tense(verb)}"
        yield f"date {basis} dep {parse.deps[verb]}"
        depth = sum(start <= parse.starts[verb] for start in self._starts)
        yield f"sentences {_step(len(self._starts), _ARTICLES)}"
        yield f"part {_step(10 * depth // max(1, len(self._starts)), _PARTS)}"

    def _each(self, side: str, act: Act, heads: Sequence[int], parties: Sequence[Party]) -> Iterator[str]:
        """Where the first of a side stands, and what each of it is."""
        parse = self._parse
        yield f"{side}s {min(3, len(parties))} type {act.type}"
        if heads:
            head = heads[0]
            over = parse.heads[head]
            yield f"{side} dep {parse.deps[head]}"
            yield f"{side} tag {parse.tags[head]}"
            yield f"{side} lemma {'' if parse.tags[head][:3] == 'NNP' else parse.lemmas[head]}"
            yield f"{side} direct {over in (act.trigger, act.verb)}"
            if parse.deps[head] == "pobj":
                yield f"{side} prep {parse.lowers[over]} type {act.type}"
            between = range(min(head, act.trigger) + 1, max(head, act.trigger))
            yield f"{side} way {_step(len(between), _FAR)}"
            yield f"{side} behind {head > act.trigger} {parse.deps[head]}"
            yield f"{side} over a verb {any(parse.tags[word][0] == 'V' for word in between)}"
            yield f"{side} det {next((parse.lowers[c] for c in parse.children[head] if parse.deps[c] == 'det'), '')}"
        for party in parties[:3]:
            yield f"{side} by {party.settled_by} guessed {party.is_guessed}"
            yield f"{side} thing {party.is_thing}"
            yield f"{side} sector {(*party.coded.sectors, '-')[0]} type {act.type}"
            yield f"{side} country {bool(party.coded.country)} {party.coded.is_country}"
            yield f"{side} length {_step(len(party.text.split()), _PHRASES)}"

    def _tense(self, verb: int) -> str:
        parse = self._parse
        beside = [child for child in parse.children[verb] if parse.deps[child] in ("aux", "auxpass")]
        has = any(parse.lemmas[child] in grammar(parse.language).have for child in beside)
        return f"{parse.tags[verb]} {'has' if has else 'aux' if beside else 'bare'}"

    def _who(self, act: Act, actors: Sequence[Party]) -> Iterator[str]:
        parse = self._parse
        if not act.actors or not actors:
            yield "actor none"
            return
        head = act.actors[0]
        is_own = act.trigger in (parse.heads[head], parse.heads[parse.heads[head]])
        yield f"actor {parse.tags[head]}"
        yield f"actor own {is_own}"
        yield f"actor {actors[0].settled_by or 'unsettled'}"
        yield f"actor sector {(*actors[0].coded.sectors, '-')[0]}"
        yield f"actors {min(2, len(actors))}"
        yield f"actor words {_step(len(actors[0].text.split()), _WAYS)}"
        way = _step(abs(act.trigger - head), _WAYS)
        yield f"actor {'behind' if head > act.trigger else 'before'} {way}"


def _whom(act: Act, recipients: Sequence[Party]) -> Iterator[str]:
    if not recipients:
        yield "recipient none"
        yield f"type {act.type} recipient none"
        return
    yield f"recipient {recipients[0].settled_by or 'unsettled'}"
    yield f"recipient sector {(*recipients[0].coded.sectors, '-')[0]}"
    yield f"recipient guessed {recipients[0].is_guessed}"


def _between(act: Act, actors: Sequence[Party], recipients: Sequence[Party]) -> Iterator[str]:
    lands = [party.coded.country for party in (*actors, *recipients)]
    yield f"one land {len(lands) > 1 and len(set(lands)) == 1}"
    yield f"lands {len(set(lands) - {''}) > 1} type {act.type}"
    yield f"ahead {act.is_ahead}"
    yield f"mutual {act.is_mutual} type {act.type}"
    yield f"governed {act.trigger != act.verb} {act.base}"


def _step(size: int, steps: Sequence[int]) -> int:
    return sum(size >= step for step in steps)
