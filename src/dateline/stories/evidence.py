"""An article and a story in, the log odds that the article tells that story out: a logistic model, to be looked into.

What is weighed has a name each, so that a decision can be given with its reason. Weights, of each feature and of each
product of two, are a language's (`stories/joining*.weights.gz`), learned by `benchmarks/train_stories.py`.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dateline.languages import Language, made_once
from dateline.stories.features import Features
from dateline.stories.live import Live, LiveStory

FEATURES = (
    "words",  # cosine of the words
    "names",  # cosine of the names
    "words told",  # how much of the article's words the story has told
    "names told",  # how much of its names
    "name",  # the rarest name that the story is about
    "gap",  # log of the days from the story's nearest end
    "size",  # log of the story's articles
    "days",  # days told of in both, up to three
    "title",  # how much of the title's words the story has told
    "short",  # whether the article is hardly more than a headline
    "late",  # the gap beside the story's pace, in logs
    "core",  # how much of what most of the story's articles tell is told again
    "core names",  # the same of names
)
_SHORT = FEATURES.index("short")
# The files of weights: for reports, and for headlines alone.
WEIGHTS = ("joining", "joining-headlines")
# Whole numbers in a file of weights to one of log odds.
SCALE = 1_000_000
BIAS = "#bias"
# A name as rare as this is as good as unheard of.
_RAREST = 8.0
_MOST_DAYS = 3
# Terms that are given as a reason.
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Logistic:
    """The weights of a logistic model."""

    bias: float
    linear: tuple[float, ...]
    products: tuple[tuple[tuple[int, float], ...], ...]
    """By the number of the first feature, those of the second with their weight."""

    def log_odds(self, features: tuple[float, ...]) -> float:
        """What the features say together."""
        total = self.bias
        for value, weight, products in zip(features, self.linear, self.products, strict=True):
            if value:
                for other, both in products:
                    weight += both * features[other]  # noqa: PLW2901 - the hot loop
                total += weight * value
        return total


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of a language: a headline alone is weighed by others than a report, as it has so little to tell."""

    reports: Logistic
    headlines: Logistic

    def log_odds(self, features: tuple[float, ...]) -> float:
        """What the features say together."""
        return (self.headlines if features[_SHORT] else self.reports).log_odds(features)


class Weighed(NamedTuple):
    """An article with what its words and names weigh among the stories that are alive."""

    features: Features
    words: Mapping[str, float]
    names: Mapping[str, float]
    """The rarity of each term."""
    word_norm: float
    name_norm: float
    words_in_all: float
    names_in_all: float
    title_in_all: float

    @classmethod
    def among(cls, live: Live, features: Features) -> "Weighed":
        """An article weighed among the stories alive."""
        words = live.rarities(features.words)
        names = live.rarities(features.names)
        return cls(
            features,
            words,
            names,
            math.sqrt(sum((told * words[term]) ** 2 for term, told in features.words.items())),
            math.sqrt(sum((told * names[term]) ** 2 for term, told in features.names.items())),
            sum(words.values()),
            sum(names.values()),
            sum(words.get(term, 0.0) for term in features.title),
        )


def evidence(article: Weighed, story: LiveStory) -> tuple[float, ...]:
    """What speaks for and against an article's telling a story, in the order of `FEATURES`."""
    told, mass = article.features, 1.0 / story.mass
    dot = have = core = 0.0
    known, rarity = story.words, article.words
    for term in filter(known.__contains__, rarity):
        share, rare = known[term] * mass, rarity[term]
        weight = share * rare
        dot += told.words[term] * rare * weight
        have += weight
        core += share * weight
    name_dot = name_have = name_core = best = 0.0
    known, rarity = story.names, article.names
    for term, emphasis in told.names.items():
        if term in known:
            share, rare = known[term] * mass, rarity[term]
            weight = share * rare
            name_dot += emphasis * rare * weight
            name_have += weight
            name_core += share * weight
            best = max(best, weight)
    words, rare_words = story.words, article.words
    title = sum(rare_words[term] * words[term] * mass for term in told.title if term in words and term in rare_words)
    gap = math.log1p(story.gap(told.day))
    return (
        _share(dot, article.word_norm * story.word_norm),
        _share(name_dot, article.name_norm * story.name_norm),
        _share(have, article.words_in_all),
        _share(name_have, article.names_in_all),
        best / _RAREST,
        gap,
        math.log(story.size),
        min(_MOST_DAYS, sum(day in story.days for day in told.days)) / _MOST_DAYS,
        _share(title, article.title_in_all),
        float(told.is_short),
        gap - math.log1p(story.pace),
        _share(core, story.word_core),
        _share(name_core, story.name_core),
    )


def shared(article: Weighed, story: LiveStory) -> tuple[str, ...]:
    """The words and names that tie an article to a story most, as a reason to be shown."""
    weights: dict[str, float] = {}
    for told, rarity, known in (
        (article.features.names, article.names, story.names),
        (article.features.words, article.words, story.words),
    ):
        for term, emphasis in told.items():
            if term in known:
                weights[term] = emphasis * known[term] / story.mass * rarity[term] ** 2
    return tuple(sorted(weights, key=lambda term: (-weights[term], term))[:_SHOWN])


def _share(part: float, whole: float) -> float:
    return part / whole if whole > 0.0 else 0.0


@made_once
def model(language: Language) -> Model | None:
    """The weights of a language; None where nobody has learned any, and then no story is joined."""
    reports, headlines = (language.weights(f"stories/{name}.weights.gz") for name in WEIGHTS)
    return Model(logistic(reports), logistic(headlines)) if reports and headlines else None


def logistic(weights: Mapping[str, int]) -> Logistic:
    """A model of the weights of features and of their products, in whole numbers, by name."""
    numbers = range(len(FEATURES))

    def weight(name: str) -> float:
        return weights.get(name, 0) / SCALE

    return Logistic(
        weight(BIAS),
        tuple(weight(name) for name in FEATURES),
        tuple(
            tuple((other, weight(f"{FEATURES[one]}*{FEATURES[other]}")) for other in numbers if other >= one)
            for one in numbers
        ),
    )
