"""Would a learned ranking of dates beat that of `dateline.timeline.select.dates`? Trained with whole topics left out.

    python benchmarks/train_dates.py                 Timeline17 and Entities under ../shared/corpora/tls

A logistic model is fitted to the signs of each date that a reference spans: is it in the reference? Each topic is
ranked by a model that has not seen it, and scored as in the standard setting, beside the formula and the count of
articles that speak of a date. The model is worth shipping when it wins on both sets; so far it does not.
"""

import argparse
import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

import tls
from dateline.languages import named
from dateline.model import Granularity
from dateline.reading.article import read_article
from dateline.text.copies import Copies, signature
from dateline.timeline.changes.versions import readable
from dateline.timeline.memory import Memory
from dateline.timeline.select import dates as rank
from dateline.timeline.select import passages
from dateline.timeline.select.passages import Passage
from dateline.timeline.select.subject import subject_of
from dateline.timeline.story import Story

# Strength of the pull towards zero: the middle of a range over which the outcome moves by less than .01.
RIDGE = 30.0
STEPS = 20

ENGLISH = named("en")

Vector = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Question:
    """The dates among which one reference chose."""

    group: str
    topic: str
    asked: int
    """Number of dates of the reference."""
    signs: Vector
    """One row a date, one column a sign."""
    formula: Vector
    chosen: Vector
    """1 for a date of the reference."""


def signs_of(story: Story) -> dict[str, list[float]]:
    """Seventeen signs of each date, the five of the formula first: logarithms of counts of articles and of days."""
    known = rank.date_features(story, Memory())
    copies = story.copies
    found = {}
    for value, those in story.dated.items():
        own = known[value]
        day = those[0].date.first

        def count(wanted: Sequence[bool], those: Sequence[Passage] = those) -> float:
            return math.log1p(copies.independent(p.article.id for p, take in zip(those, wanted, strict=True) if take))

        lags = [(p.article.published - p.date.last).days if p.article.published else 0 for p in those]
        beside = [(day + dt.timedelta(n)).isoformat() for n in range(-15, 16) if n]
        around = [known[other].articles if other in known else 0.0 for other in beside]
        found[value] = [
            *(math.log1p(sign) for sign in (own.articles, own.lead, own.chronologies, own.news, own.days_after)),
            math.log1p(len(those)),
            math.log1p(sum(1 / (1 + p.order) for p in those)),
            count([lag < 0 for lag in lags]),
            count([lag == 0 for lag in lags]),
            count([0 <= lag <= 1 for lag in lags]),
            count([lag > 3 for lag in lags]),
            count([lag > 14 for lag in lags]),
            math.log1p(len({p.article.published for p in those})),
            count([any(c.isdigit() for c in p.timex.text) for p in those]),
            count([p.order < 3 for p in those]),
            math.log1p(around[14]) + math.log1p(around[15]),
            math.log1p(sum(around)),
        ]
    return found


def questions(folder: Path) -> list[Question]:
    """One question for each reference of each topic under a folder."""
    found = []
    for topic in tls.topics_of(folder, steered=False):
        articles = readable(topic.articles)
        copies = Copies.among((article.id, signature(ENGLISH, article.text)) for article in articles)
        those = [
            p
            for article in articles
            for p in passages.of(read_article(article))
            if p.date.granularity is Granularity.DAY
        ]
        dated = passages.by_value(those)
        story = Story(ENGLISH, articles, copies, dated, (), {}, subject_of(those))
        formula = rank.scores(story)
        signs = signs_of(story)
        for reference in topic.references:
            days = [value for value in dated if min(reference) <= value <= max(reference)]
            found.append(
                Question(
                    folder.name,
                    topic.name,
                    len(reference),
                    np.array([signs[day] for day in days]),
                    np.array([formula[day] for day in days]),
                    np.array([float(day in reference) for day in days]),
                )
            )
    return found


def standard(signs: Vector) -> Vector:
    """Signs relative to the other dates of the same question."""
    scaled: Vector = (signs - signs.mean(axis=0)) / (signs.std(axis=0) + 1e-9)
    return scaled


def fitted(asked: Sequence[Question]) -> Vector:
    """Weights of a logistic model, the constant last; by Newton's method."""
    rows = np.vstack([np.c_[standard(q.signs), np.ones(len(q.chosen))] for q in asked])
    truth = np.concatenate([q.chosen for q in asked])
    weight = np.concatenate([np.full(len(q.chosen), len(q.chosen) ** -0.5) for q in asked])
    weight *= len(weight) / weight.sum()
    pull = np.diag([RIDGE] * (rows.shape[1] - 1) + [0.0])
    found = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (weight * (truth - chance)) - pull @ found
        bend = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows + pull
        found = found + np.linalg.solve(bend, slope)
    return found


def hit_rate(question: Question, score: Vector) -> float:
    """Precision, and recall, of as many of the best dates as the reference has."""
    best = np.argsort(-score, kind="stable")[: question.asked]
    return float(question.chosen[best].sum()) / question.asked


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[tls.CORPORA / "t17", tls.CORPORA / "entities"])
    asked = [question for folder in parser.parse_args().folders for question in questions(folder)]
    learned = {topic: fitted([q for q in asked if q.topic != topic])[:-1] for topic in sorted({q.topic for q in asked})}
    print(f"{'date F1':32}{'articles':>10}{'formula':>10}{'learned':>10}")
    for group in sorted({q.group for q in asked}):
        ours = [q for q in asked if q.group == group]
        for topic in dict.fromkeys(q.topic for q in ours):
            _line(f"  {topic}", [q for q in ours if q.topic == topic], learned)
        _line(group, ours, learned)


def _line(name: str, asked: Sequence[Question], learned: Mapping[str, Vector]) -> None:
    rows = [
        (hit_rate(q, q.signs[:, 0]), hit_rate(q, q.formula), hit_rate(q, standard(q.signs) @ learned[q.topic]))
        for q in asked
    ]
    print(f"{name:32}" + "".join(f"{value:>10.3f}" for value in np.mean(rows, axis=0)))


if __name__ == "__main__":
    main()
