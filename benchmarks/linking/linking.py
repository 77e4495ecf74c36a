"""Which event mentions, across articles, are of one happening.

A pair of mentions is judged by what the triggers share, what stands around them, whether their articles tell one story,
and how the topic uses their words: same lemma within one story is hard to beat (Barhom et al. 2019), so what remains to
be learned is where it fails. The judge is a few boosted trees, `en/linking.json`, trained by
`benchmarks/train_linking.py`. Mentions are grouped by average link, so that a mention joins others only when it is like
most of them.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from dateline.entities.names import find
from dateline.events.mentions.event_kinds import kinds_of_verb
from dateline.languages import named
from dateline.model import Span
from dateline.text.words import content_words, stem, words_of
from linking import boosted, stories
from linking.average_link import Matrix, average_link

ENGLISH = named("en")

# Characters on either side of a trigger in which its own participants stand, by a look at news sentences.
_NEAR = 60
# Content words on one side of a trigger that are most often its subject or object.
_BESIDE = 4
# Share of letters that two words have in common from their first on, from which they may be of one family.
_FAMILY = 0.5
# The lightest a set of words can be when it is compared: one rare word in common is no proof.
_LIGHTEST = 0.5
Numbers = np.ndarray[tuple[int], np.dtype[np.intp]]

_PRONOUNS = frozenset(["it", "this", "that", "which", "these", "those", "what", "so"])

FEATURES = (
    *("lemma", "kind", "family", "words", "pronoun", "verbs", "verb_and_noun", "commonest", "least_common"),
    *("story", "plane", "one_article", "one_sentence", "often", "least_often", "most_often", "least_told", "most_told"),
    *("sentences", "near", "left", "right", "names"),
    *("uses_sentences", "uses_near", "uses_left", "uses_right", "uses_names", "side_by_side", "in_one_article"),
)
"""What a pair is judged by. Of the triggers: one lemma, one kind or family of words where the lemma differs, words in
common, whether one is a pronoun, both or just one a verb, how common their lemmas are in English; of the articles: one
story, likeness, one article, one sentence; how often (logarithm) the topic has the lemma, and in which share of the
articles of its story; of the context: words in common in the sentence, near, left and right of the trigger, names; the
same on average of all uses of the two lemmas; how often (logarithm) one sentence has both, and in which share of the
articles of the rarer one both stand."""


@dataclass(frozen=True, slots=True)
class Told:
    """A mention as it is compared."""

    article: str
    sentence: int
    """Where its sentence starts."""
    lemma: str
    verb: bool
    trigger: str
    """The words of the trigger, in lower case."""
    stems: frozenset[str]
    kinds: frozenset[str]
    words: frozenset[str]
    """Content words of the sentence without the trigger, roughly stemmed."""
    near: frozenset[str]
    """Those right around the trigger."""
    left: frozenset[str]
    """The last ones before the trigger."""
    right: frozenset[str]
    """The first ones behind it."""
    names: frozenset[str]
    """Words of the names in the sentence."""


def told(article: str, text: str, sentence: Span, trigger: Span, lemma: str, *, verb: bool) -> Told:
    """A mention in an article's text; `lemma` is that of the trigger's head, in lower case, which is a verb or not."""
    words = trigger.of(text).lower()
    around = (
        text[max(sentence.start, trigger.start - _NEAR) : trigger.start],
        text[trigger.end : min(sentence.end, trigger.end + _NEAR)],
    )
    return Told(
        article,
        sentence.start,
        lemma,
        verb,
        words,
        stems=frozenset(stem(ENGLISH, word) for word in words_of(ENGLISH, words) if len(word) > 2),
        kinds=kinds_of_verb(ENGLISH, words.split()) | kinds_of_verb(ENGLISH, [lemma]),
        words=frozenset(content_words(ENGLISH, sentence.of(text))) - {stem(ENGLISH, lemma)},
        near=frozenset(content_words(ENGLISH, " ".join(around))),
        left=frozenset(content_words(ENGLISH, text[sentence.start : trigger.start])[-_BESIDE:]),
        right=frozenset(content_words(ENGLISH, text[trigger.end : sentence.end])[:_BESIDE]),
        names=frozenset(word for name in find(ENGLISH, text, sentence) for word in content_words(ENGLISH, name.text)),
    )


def link(mentions: Sequence[Told], texts: Mapping[str, str]) -> list[int]:
    """For each mention the number of the happening it is of, from 0 in order of first mention.

    `texts` are those of the articles, by id: they should be of one topic, since every pair of mentions is compared.
    """
    judge = boosted.model("linking")
    return group(judge.probabilities(features(mentions, texts)), len(mentions), judge.threshold)


def group(likeness: boosted.Vector, size: int, least: float) -> list[int]:
    """Groups of `size` mentions, by the likeness of every pair in the order of `itertools.combinations`."""
    square = np.zeros((size, size))
    square[np.triu_indices(size, 1)] = likeness
    return average_link(square + square.T, least)


def features(mentions: Sequence[Told], texts: Mapping[str, str]) -> Matrix:
    """The features of every pair of mentions, in the order of `itertools.combinations`."""
    if len(mentions) < 2:
        return np.zeros((0, len(FEATURES)))
    known = {**_of_triggers(mentions), **_of_articles(mentions, texts), **_of_context(mentions, texts)}
    known |= _of_uses(mentions, known)
    pairs = np.triu_indices(len(mentions), 1)
    return np.stack([known[name][pairs] for name in FEATURES], axis=1)


def _of_triggers(mentions: Sequence[Told]) -> dict[str, Matrix]:
    lemma = _same_lemma(mentions)
    kinds = _incidence([mention.kinds for mention in mentions])
    stems = _incidence([mention.stems for mention in mentions])
    shortest = _lower(stems.sum(axis=1))
    pronoun = np.array([mention.trigger in _PRONOUNS for mention in mentions], dtype=float)
    verb = np.array([mention.verb for mention in mentions], dtype=float)
    rank = np.array([_commonness(mention.lemma) for mention in mentions], dtype=float)
    return {
        "lemma": lemma,
        "kind": (kinds @ kinds.T > 0) * (1 - lemma),
        "family": _of_lemmas(mentions, _family) * (1 - lemma),
        "words": stems @ stems.T / np.maximum(1, shortest),
        "pronoun": _higher(pronoun),
        "verbs": _lower(verb),
        "verb_and_noun": _higher(verb) - _lower(verb),
        "commonest": _lower(rank),
        "least_common": _higher(rank),
    }


def _of_articles(mentions: Sequence[Told], texts: Mapping[str, str]) -> dict[str, Matrix]:
    articles = sorted({mention.article for mention in mentions})
    place = {article: number for number, article in enumerate(articles)}
    of = np.array([place[mention.article] for mention in mentions])
    plane = stories.plane([texts[article] for article in articles])
    story = np.array(stories.stories(plane))
    lemmas = [stem(ENGLISH, mention.lemma) for mention in mentions]
    often = Counter(lemmas)
    articles_of = Counter(story.tolist())
    tellers: dict[tuple[int, str], set[str]] = defaultdict(set)
    for mention, lemma, number in zip(mentions, lemmas, story[of].tolist(), strict=True):
        tellers[number, lemma].add(mention.article)
    times = np.array([math.log(often[lemma]) for lemma in lemmas])
    share = np.array(
        [
            len(tellers[number, lemma]) / articles_of[number]
            for lemma, number in zip(lemmas, story[of].tolist(), strict=True)
        ]
    )
    sentence = np.array([mention.sentence for mention in mentions])
    one_article = _equal(of)
    return {
        "story": _equal(story[of]),
        "plane": plane[np.ix_(of, of)],
        "one_article": one_article,
        "one_sentence": one_article * _equal(sentence),
        "often": _lower(times) * _same_lemma(mentions),
        "least_often": _lower(times),
        "most_often": _higher(times),
        "least_told": _lower(share),
        "most_told": _higher(share),
    }


def _of_context(mentions: Sequence[Told], texts: Mapping[str, str]) -> dict[str, Matrix]:
    rarity = stories.rarity([texts[article] for article in sorted({mention.article for mention in mentions})])
    return {
        "sentences": _share([mention.words for mention in mentions], rarity),
        "near": _share([mention.near for mention in mentions], rarity),
        "left": _share([mention.left for mention in mentions], rarity),
        "right": _share([mention.right for mention in mentions], rarity),
        "names": _share([mention.names for mention in mentions], rarity),
    }


def _of_uses(mentions: Sequence[Told], known: Mapping[str, Matrix]) -> dict[str, Matrix]:
    """What the uses of two lemmas have in common: one sentence says little; what stands side by side is two things."""
    lemmas = [stem(ENGLISH, mention.lemma) for mention in mentions]
    lemma = _numbers(lemmas)
    # The first mention of a story stands for it.
    use = _numbers(list(zip(lemmas, known["story"].argmax(axis=1).tolist(), strict=True)))
    others = 1 - np.eye(len(mentions))
    pairs = np.maximum(1, _sums(others, use, use))
    article = _numbers([mention.article for mention in mentions])
    told_in = np.minimum(1, _sums(np.eye(len(mentions)), use, article))
    both = told_in @ told_in.T / _lower(told_in.sum(axis=1))
    return {
        **{
            f"uses_{name}": (_sums(known[name] * others, use, use) / pairs)[np.ix_(use, use)]
            for name in ("sentences", "near", "left", "right", "names")
        },
        "side_by_side": np.log1p(_sums(known["one_sentence"] * others, lemma, lemma))[np.ix_(lemma, lemma)],
        "in_one_article": both[np.ix_(use, use)],
    }


def _numbers(values: Sequence[Hashable]) -> Numbers:
    """A number for each value, from 0 in order of first appearance."""
    number = {value: place for place, value in enumerate(dict.fromkeys(values))}
    return np.array([number[value] for value in values])


def _sums(matrix: Matrix, row: Numbers, column: Numbers) -> Matrix:
    """The sums of a matrix over rows of one number and columns of one number."""
    rows = np.zeros((row.max() + 1, matrix.shape[1]))
    np.add.at(rows, row, matrix)
    sums = np.zeros((column.max() + 1, len(rows)))
    np.add.at(sums, column, rows.T)
    return sums.T


def _same_lemma(mentions: Sequence[Told]) -> Matrix:
    lemmas = np.array([stem(ENGLISH, mention.lemma) for mention in mentions])
    triggers = np.array([mention.trigger for mention in mentions])
    return np.maximum(_equal(lemmas), _equal(triggers))


def _of_lemmas(mentions: Sequence[Told], measure: Callable[[str, str], float]) -> Matrix:
    """A measure of each two mentions' lemmas, taken once for each two lemmas."""
    lemmas = sorted({mention.lemma for mention in mentions})
    measured = np.array([[measure(one, other) for other in lemmas] for one in lemmas])
    place = {lemma: number for number, lemma in enumerate(lemmas)}
    of = np.array([place[mention.lemma] for mention in mentions])
    return np.asarray(measured[np.ix_(of, of)])


def _family(one: str, other: str) -> float:
    """The share of letters in common from the first on, 0 below what makes a family of words."""
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    share = same / max(len(one), len(other))
    return share if share >= _FAMILY else 0.0


@cache
def _ranks() -> dict[str, int]:
    text = (Path(__file__).parent / "common-words.tsv").read_text(encoding="utf-8")
    rows = (row.split("\t") for row in text.splitlines() if not row.startswith("#"))
    return {word: int(rank) for rank, words in rows for word in words.split()}


def _commonness(word: str) -> int:
    """Twice the logarithm of a word's rank in English, one more than the highest for a rare word."""
    return _ranks().get(word, max(_ranks().values()) + 1)


def _share(sets: Sequence[frozenset[str]], rarity: Mapping[str, float]) -> Matrix:
    """The weight of the words each two sets share, as a share of the lighter one."""
    words = _incidence(sets, rarity)
    shared = words @ words.T
    return shared / np.maximum(_LIGHTEST, _lower(np.diag(shared)))


def _incidence(sets: Sequence[frozenset[str]], weight: Mapping[str, float] | None = None) -> Matrix:
    """A row for each set, a column for each word: the product of two rows is the weight of what they share."""
    column = {word: place for place, word in enumerate(sorted(frozenset().union(*sets)))}
    rows = np.zeros((len(sets), len(column)))
    for row, words in enumerate(sets):
        for word in words:
            rows[row, column[word]] = 1.0 if weight is None else math.sqrt(weight.get(word, 1.0))
    return rows


def _equal(values: np.ndarray) -> Matrix:
    return np.asarray(values[:, None] == values[None, :], dtype=np.float64)


def _lower(values: np.ndarray) -> Matrix:
    return np.asarray(np.minimum(values[:, None], values[None, :]), dtype=np.float64)


def _higher(values: np.ndarray) -> Matrix:
    return np.asarray(np.maximum(values[:, None], values[None, :]), dtype=np.float64)
