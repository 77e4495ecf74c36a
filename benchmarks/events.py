"""Cross-document event coreference on ECB+: Dateline's linking beside the same-lemma baseline.

    python benchmarks/events.py [--corpus ../shared/corpora/events/ecbplus/dev.jsonl]

Gold event mentions of the validated sentences, within a topic. The baseline makes one happening of all mentions of a
topic whose heads have one lemma. Scores: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), CEAF-e (Luo 2005) and
their mean, as the CoNLL shared tasks have it. Needs SciPy; the lemmas are those of the parser's model.
"""

import argparse
import itertools
import json
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

from dateline.events.parsing import parser
from dateline.events.parsing.parse import Parse
from dateline.languages import named
from dateline.model import Span
from linking import linking

ENGLISH = named("en")

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpora" / "events" / "ecbplus"

Clusters = Mapping[Hashable, Hashable]
"""For each mention the cluster it is in."""


class Score(NamedTuple):
    """Precision and recall, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class Conll(NamedTuple):
    """The three scores of the CoNLL shared tasks."""

    muc: Score
    b_cubed: Score
    ceaf_e: Score

    @property
    def average(self) -> float:
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


@dataclass(frozen=True)
class Topic:
    """The mentions of a topic, in the order of its articles."""

    number: int
    texts: dict[str, str]
    mentions: list[linking.Told]
    chains: list[str]
    """The gold chain of each."""


def _sets(clusters: Clusters) -> dict[Hashable, set[Hashable]]:
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, cluster in clusters.items():
        found[cluster].add(mention)
    return found


def muc(key: Clusters, response: Clusters) -> Score:
    """Links: how many of those that hold a cluster together the other side has too."""

    def share(one: Clusters, other: Clusters) -> float:
        clusters = _sets(one).values()
        links = sum(len(cluster) - 1 for cluster in clusters)
        kept = sum(len(cluster) - len({other[mention] for mention in cluster}) for cluster in clusters)
        return kept / links if links else 0.0

    return Score(share(response, key), share(key, response))


def b_cubed(key: Clusters, response: Clusters) -> Score:
    """Mentions: how much of each one's cluster is shared."""
    gold, found = _sets(key), _sets(response)
    shared = {mention: len(gold[key[mention]] & found[response[mention]]) for mention in key}
    return Score(
        sum(shared[mention] / len(found[response[mention]]) for mention in key) / len(key),
        sum(shared[mention] / len(gold[key[mention]]) for mention in key) / len(key),
    )


def ceaf_e(key: Clusters, response: Clusters) -> Score:
    """Clusters: the best one-to-one assignment by Dice's coefficient."""
    gold, found = list(_sets(key).values()), list(_sets(response).values())
    alike = np.array([[2 * len(one & other) / (len(one) + len(other)) for other in found] for one in gold])
    total = float(alike[linear_sum_assignment(-alike)].sum())
    return Score(total / len(found), total / len(gold))


def conll(known: Sequence[Topic], linked: Sequence[Sequence[Hashable]]) -> Conll:
    """Scores over all topics: `linked[i][j]` is the cluster of mention `j` of topic `i`."""
    key: dict[Hashable, Hashable] = {}
    response: dict[Hashable, Hashable] = {}
    for topic, clusters in zip(known, linked, strict=True):
        for number, (chain, cluster) in enumerate(zip(topic.chains, clusters, strict=True)):
            key[topic.number, number] = (topic.number, chain)
            response[topic.number, number] = (topic.number, cluster)
    return Conll(muc(key, response), b_cubed(key, response), ceaf_e(key, response))


def topics(corpus: Path) -> list[Topic]:
    """The topics of a file of ECB+, with what the linking compares."""
    rows = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    sentences = [[_sentence(row, number) for number in sorted({s for _, _, s in row["tokens"]})] for row in rows]
    parsed = parser.load(ENGLISH).parse((row["text"], spans) for row, spans in zip(rows, sentences, strict=True))
    heads = {row["id"]: _heads(row, parse) for row, parse in zip(rows, parsed, strict=True)}
    found = []
    for number, articles in itertools.groupby(
        sorted(rows, key=lambda row: int(row["topic"])), lambda row: row["topic"]
    ):
        topic = Topic(number, {}, [], [])
        for row in articles:
            topic.texts[row["id"]] = row["text"]
            for mention in row["mentions"]:
                if mention["kind"] == "event" and mention["validated"]:
                    trigger = Span(mention["start"], mention["end"])
                    sentence = _sentence(row, mention["sentence"])
                    lemma, verb = heads[row["id"]][mention["id"]]
                    topic.mentions.append(linking.told(row["id"], row["text"], sentence, trigger, lemma, verb=verb))
                    topic.chains.append(mention["chain"])
        found.append(topic)
    return found


def _sentence(row: dict[str, Any], number: int) -> Span:
    tokens = [(start, end) for start, end, sentence in row["tokens"] if sentence == number]
    return Span(tokens[0][0], tokens[-1][1])


def _heads(row: dict[str, Any], parse: Parse) -> dict[str, tuple[str, bool]]:
    """The lemma of the head of each event mention of an article, and whether it is a verb, by the mention's id."""
    found = {}
    for mention in row["mentions"]:
        inside = [
            i
            for i, (start, end) in enumerate(zip(parse.starts, parse.ends, strict=True))
            if start < mention["end"] and mention["start"] < end
        ]
        head = next((i for i in inside if parse.heads[i] not in inside or parse.heads[i] == i), None)
        found[mention["id"]] = (
            (mention["text"].lower(), False) if head is None else (parse.lemmas[head], parse.tags[head].startswith("V"))
        )
    return found


def figures() -> tuple[dict[str, float], list[Path]] | None:
    """For the gate: CoNLL F1 x 100 on dev with its file; None when corpus or parser are not at hand."""
    gold = CORPUS / "dev.jsonl"
    if not gold.exists() or not parser.installed(ENGLISH):
        return None
    known = topics(gold)
    return {"CoNLL": 100 * conll(known, [linking.link(topic.mentions, topic.texts) for topic in known]).average}, [gold]


def main() -> None:
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("--corpus", type=Path, default=CORPUS / "dev.jsonl")
    known = topics(command.parse_args().corpus)
    mentions = sum(len(topic.mentions) for topic in known)
    chains = sum(len(set(topic.chains)) for topic in known)
    print(f"{len(known)} topics, {mentions} mentions, {chains} happenings")
    linked: dict[str, Sequence[Sequence[Hashable]]] = {
        "same lemma": [[mention.lemma for mention in topic.mentions] for topic in known],
        "Dateline": [linking.link(topic.mentions, topic.texts) for topic in known],
    }
    print(
        f"{'':12}{'MUC P':>8}{'R':>7}{'F1':>7}{'B³ P':>8}{'R':>7}{'F1':>7}{'CEAF-e P':>10}{'R':>7}{'F1':>7}{'CoNLL':>8}"
    )
    for name, clusters in linked.items():
        score = conll(known, clusters)
        columns = [f"{100 * value:7.1f}" for each in score for value in (each.precision, each.recall, each.f1)]
        print(f"{name:12} {''.join(columns)} {100 * score.average:7.1f}")


if __name__ == "__main__":
    main()
