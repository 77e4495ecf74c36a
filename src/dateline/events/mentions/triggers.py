"""Which words name events, as the guidelines of TimeML mark them (Saurí et al. 2006): verbs, nouns and adjectives.

Most verbs do. For the rest, a linear model over the word and its place in the tree decides: `the talks collapsed` tells
of an event and `the peace talks team` of none. It is trained by `benchmarks/train_triggers.py`.
"""

from dataclasses import dataclass

from dateline.events.linear import score, weights
from dateline.events.parsing.grammar import grammar
from dateline.events.parsing.parse import Parse
from dateline.languages import Language, made_once

# Least scores, in hundredths of a logit, from which a word names an event. Below zero, since an event that is passed
# over is lost and one too many costs a line of an annotation; found in steps of 30 by three-fold cross-validation on
# UW's training sentences, where nouns reach recall 89 at precision 65 and lower ones lose more than they bring.
_LEAST = {"N": -70, "J": -160, "V": -40}

_AUXILIARY = frozenset(["aux", "auxpass"])
# Places where a verb is mostly a preposition or an adjective: `according to`, `based in`.
_UNSURE = frozenset(["prep", "amod"])
_PREDICATIVE = frozenset(["acomp", "oprd", "amod", "ccomp", "advcl", "conj", "ROOT"])
_BESIDE_BE = frozenset(["attr", "acomp", "prep", "expl", "xcomp", "advmod", "ccomp"])
_OWN_WORDS = frozenset(["prep", "det", "poss", "amod"])


@dataclass(frozen=True, slots=True)
class _TriggerWords:
    kind_of_noun: dict[str, str]
    """Lemmas of nouns that may name events, with their kind in `event-nouns.tsv`."""
    light: frozenset[str]
    """Verbs that name an event in some of their places only."""
    endings: tuple[str, ...]
    """Those of nouns of acts."""


@made_once
def _trigger_words(language: Language) -> _TriggerWords:
    words = language.settings("events/mentions.toml")
    return _TriggerWords(
        {noun: kind for kind, nouns in language.table("events/event-nouns.tsv") for noun in nouns.split()},
        frozenset(words["light"].split()),
        tuple(words["endings"].split()),
    )


def triggers(parse: Parse) -> list[int]:
    """The words that name events, in text order."""
    model = weights(parse.language, "triggers")
    found: list[int] = []
    for position, tag in enumerate(parse.tags):
        kind = kind_of(parse, position) if tag[0] in "VNJ" else ""
        if kind == "":
            continue
        if kind == "sure" or (model and score(model, features(parse, position, kind)) >= _LEAST[tag[0]]):
            found.append(position)
    return found


def kind_of(parse: Parse, position: int) -> str:
    """`sure` for what surely names an event, nothing for what cannot, else the kind the model knows it by."""
    tag, dep, lemma = parse.tags[position], parse.deps[position], parse.lemmas[position]
    words = _trigger_words(parse.language)
    if tag[0] == "V":
        if dep in _AUXILIARY:
            return ""
        return "V" if dep in _UNSURE or lemma in words.light else "sure"
    if tag[:2] == "NN":
        kind = words.kind_of_noun.get(lemma)
        if kind == "always":
            return "mostly" if dep == "compound" else "sure"
        return kind or ("ing" if lemma.endswith(words.endings) and tag[:3] != "NNP" else "")
    return "J" if tag == "JJ" and dep in _PREDICATIVE else ""


def features(parse: Parse, position: int, kind: str) -> list[str]:
    """What tells whether a word of this kind names an event."""
    tag, dep, lemma = parse.tags[position], parse.deps[position], parse.lemmas[position]
    head = parse.heads[position]
    found = ["bias", f"l={tag[0]} {lemma}", f"d={kind} {tag} {dep}", f"h={kind} {dep} {parse.tags[head]}"]
    children = parse.children[position]
    if lemma in grammar(parse.language).be:
        found.append("be=" + " ".join(sorted({parse.deps[child] for child in children} & _BESIDE_BE)))
    elif kind != "V":
        found += {f"c={kind} {_named(parse, child)}" for child in children}
    return found


def _named(parse: Parse, child: int) -> str:
    return parse.lowers[child] if parse.deps[child] in _OWN_WORDS else parse.deps[child]
