"""Which event mentions, across articles, are of one happening.

A pair of mentions is judged by an inspectable logistic model over a few features: what the triggers share, what their
sentences share, and whether their articles tell one story. The weights are in `en/linking.json`; mentions are grouped
by average link (Lance and Williams 1967), so that a mention joins others only when it is like most of them.
"""

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from dateline.entities.names import find
from dateline.events.kinds import kinds_of_verb
from dateline.model import Span
from dateline.text.words import content_words, stem, words_of

# Characters on either side of a trigger in which its own participants stand, by a look at news sentences.
_NEAR = 60
# Likeness from which articles are of one story: the best on the training topics of ECB+ (pairs of articles, F1 .88).
_ONE_STORY = 0.1
# Share of letters that two words have in common from their first on, from which they may be of one family.
_FAMILY = 0.5
_PRONOUNS = frozenset(["it", "this", "that", "which", "these", "those", "what", "so"])

FEATURES = (
    *("lemma", "kind", "family", "words", "words_of_one_story", "contained", "pronoun"),
    *("story", "lemma_and_story", "kind_and_story", "kind_across_stories", "family_and_story", "story_only"),
    *("articles", "sentences", "near", "names", "lemma_and_sentences", "lemma_and_names"),
    *("one_article", "one_sentence", "lemma_often", "lemma_spread"),
)
"""What a pair is judged by, each from 0 to 1 but `lemma_often`, the logarithm of a count."""

Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Told:
    """A mention as it is compared."""

    article: str
    sentence: int
    """Where its sentence starts."""
    lemma: str
    trigger: str
    """The words of the trigger, in lower case."""
    stems: frozenset[str]
    kinds: frozenset[str]
    words: frozenset[str]
    """Content words of the sentence without the trigger, roughly stemmed."""
    near: frozenset[str]
    """Those right around the trigger."""
    names: frozenset[str]
    """Words of the names in the sentence."""


def told(article: str, text: str, sentence: Span, trigger: Span, lemma: str) -> Told:
    """A mention in an article's text; `lemma` is that of the trigger's head, in lower case."""
    words = trigger.of(text).lower()
    around = (
        text[max(sentence.start, trigger.start - _NEAR) : trigger.start],
        text[trigger.end : min(sentence.end, trigger.end + _NEAR)],
    )
    return Told(
        article,
        sentence.start,
        lemma,
        words,
        stems=frozenset(stem(word) for word in words_of(words) if len(word) > 2),
        kinds=kinds_of_verb(words.split()) | kinds_of_verb([lemma]),
        words=frozenset(content_words(sentence.of(text))) - {stem(lemma)},
        near=frozenset(content_words(" ".join(around))),
        names=frozenset(word for name in find(text, sentence) for word in content_words(name.text)),
    )


def link(mentions: Sequence[Told], texts: Mapping[str, str]) -> list[int]:
    """For each mention the number of the happening it is of, from 0 in order of first mention.

    `texts` are those of the articles, by id: they should be of one topic, since every pair of mentions is compared.
    """
    if not mentions:
        return []
    logits = features(mentions, texts) @ np.array([_model()[name] for name in FEATURES]) + _model()["bias"]
    return average_link(_square(1.0 / (1.0 + np.exp(-logits)), len(mentions)), _model()["threshold"])


@cache
def _model(language: str = "en") -> dict[str, float]:
    text = resources.files("dateline.events").joinpath(language, "linking.json").read_text(encoding="utf-8")
    return {name: float(weight) for name, weight in json.loads(text).items()}


def features(mentions: Sequence[Told], texts: Mapping[str, str]) -> Matrix:
    """The features of every pair of mentions, in the order of `itertools.combinations`."""
    articles = sorted({mention.article for mention in mentions})
    likeness, rarity = _articles(articles, texts)
    place = {article: number for number, article in enumerate(articles)}
    stories = average_link(likeness, _ONE_STORY)
    often = Counter(mention.lemma for mention in mentions)
    spread: dict[str, set[int]] = {}
    for mention in mentions:
        spread.setdefault(mention.lemma, set()).add(stories[place[mention.article]])
    rows = []
    for i, one in enumerate(mentions):
        for other in mentions[i + 1 :]:
            a, b = place[one.article], place[other.article]
            lemma = stem(one.lemma) == stem(other.lemma) or one.trigger == other.trigger
            both = (math.log(often[one.lemma]), len(spread[one.lemma]) / (max(stories) + 1)) if lemma else (0.0, 0.0)
            rows.append(_pair(one, other, rarity, (lemma, stories[a] == stories[b], float(likeness[a, b])), both))
    return np.array(rows, dtype=np.float64).reshape(-1, len(FEATURES))


def _pair(
    one: Told,
    other: Told,
    rarity: Mapping[str, float],
    known: tuple[bool, bool, float],
    lemma_in_topic: tuple[float, float],
) -> list[float]:
    lemma, story, articles = known
    kind = not lemma and bool(one.kinds & other.kinds)
    family = 0.0 if lemma else _family(one.lemma, other.lemma)
    stems = len(one.stems & other.stems) / max(1, min(len(one.stems), len(other.stems)))
    sentences = _share(one.words, other.words, rarity)
    names = _share(one.names, other.names, rarity)
    one_article = one.article == other.article
    return [
        *(lemma, kind, family, stems, stems * story),
        *(one.trigger in other.trigger or other.trigger in one.trigger, bool(_PRONOUNS & {one.trigger, other.trigger})),
        *(story, lemma and story, kind and story, kind and not story, family * story),
        story and not (lemma or kind or family),
        *(articles, sentences, _share(one.near, other.near, rarity), names, lemma * sentences, lemma * names),
        *(one_article, one_article and one.sentence == other.sentence, *lemma_in_topic),
    ]


def _family(one: str, other: str) -> float:
    """The share of letters in common from the first on, 0 below what makes a family of words."""
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    share = same / max(len(one), len(other))
    return share if share >= _FAMILY else 0.0


def _share(one: frozenset[str], other: frozenset[str], rarity: Mapping[str, float]) -> float:
    """The weight of the words two sets share, as a share of the lighter one."""
    shared = math.fsum(rarity.get(word, 1.0) for word in one & other)
    if not shared:
        return 0.0
    lighter = min(math.fsum(rarity.get(word, 1.0) for word in words) for words in (one, other))
    return shared / max(0.5, lighter)


def _articles(articles: Sequence[str], texts: Mapping[str, str]) -> tuple[Matrix, dict[str, float]]:
    """How alike articles are by their words (cosine, 0 to 1), and the rarity of each word among them (0 to 1)."""
    counts = [Counter(content_words(texts[article])) for article in articles]
    used = Counter(word for count in counts for word in count)
    size = len(articles) + 1
    rarity = {word: math.log(size / number) / math.log(size) for word, number in used.items()}
    vocabulary = {word: column for column, word in enumerate(sorted(w for w, n in used.items() if n > 1))}
    vectors = np.zeros((len(articles), len(vocabulary)))
    for row, count in enumerate(counts):
        for word, times in count.items():
            if word in vocabulary:
                vectors[row, vocabulary[word]] = (1 + math.log(times)) * rarity[word]
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.where(lengths > 0, lengths, 1.0)
    return vectors @ vectors.T, rarity


def _square(pairs: np.ndarray[tuple[int], np.dtype[np.float64]], size: int) -> Matrix:
    """Likenesses of pairs, in the order of `itertools.combinations`, as a symmetric matrix."""
    square = np.zeros((size, size))
    square[np.triu_indices(size, 1)] = pairs
    return square + square.T


def average_link(likeness: Matrix, least: float) -> list[int]:
    """Group what is alike: the two groups with the highest mean likeness are joined while it is at least `least`.

    The number of each one's group, from 0 in order of first appearance. Takes the cube of their number in the worst
    case, each step a matrix operation.
    """
    size = len(likeness)
    group = list(range(size))
    weight = np.ones(size)
    alike = likeness.astype(np.float64, copy=True)
    np.fill_diagonal(alike, -1.0)
    while size > 1:
        flat = int(alike.argmax())
        one, other = sorted(divmod(flat, size))
        if alike[one, other] < least:
            break
        merged = (weight[one] * alike[one] + weight[other] * alike[other]) / (weight[one] + weight[other])
        alike[one], alike[:, one] = merged, merged
        alike[other], alike[:, other] = -1.0, -1.0
        alike[one, one] = -1.0
        weight[one] += weight[other]
        group = [one if number == other else number for number in group]
    order = {number: place for place, number in enumerate(dict.fromkeys(group))}
    return [order[number] for number in group]
