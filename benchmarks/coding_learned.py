"""Types of event rows, by the tables, learned, and both: a linear model over parse features, one source left out.

    python benchmarks/coding_learned.py

For each set of the development data a model is trained on the other sets, without those of their texts that it has,
too. It tells the types of a text by logistic regression, one type against the rest, from its verbs with what
stands beside them. Scored as in `coding.py`; of false alarms less is better. Nothing of it is shipped. Needs
scikit-learn, which Dateline itself does not.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from coding import ENGLISH, SETS, Gold, as_record, coded, counts, gold_of, protocol
from dateline.events.parsing import parser
from dateline.events.parsing.parse import Parse
from dateline.model import Article
from dateline.reading.article import read_article
from train_attribution import matrix, vocabulary_of

# It has no types, and is needed by nothing but this script.
LogisticRegression: Any = import_module("sklearn.linear_model").LogisticRegression

# Inverse strength of the penalty, and the probability from which a type is told. Neither was tuned.
_LOOSENESS = 10.0
_TOLD = 0.5
_MEASURES = ("type_F1", "no-event")


def features(parse: Parse) -> list[str]:
    """The verbs of a parse with what stands beside them, and its other words by what they hang on."""
    found = ["bias"]
    for position, lemma in enumerate(parse.lemmas):
        if parse.tags[position][0] not in "VN":
            continue
        found += (f"l={lemma}", f"d={parse.deps[position]} {lemma}")
        if parse.tags[position][0] != "V":
            continue
        for child in parse.children[position]:
            found += (f"c={lemma} {parse.deps[child]}", f"w={lemma} {parse.deps[child]} {parse.lemmas[child]}")
    return found


def parsed(gold: Sequence[Gold]) -> Iterator[list[str]]:
    """The features of each text."""
    articles = [Article(id=line["id"], text=line["text"], published=None, source="gold") for line in gold]
    readings = [read_article(article) for article in articles]
    pairs = ((reading.article.text, reading.sentences) for reading in readings)
    return map(features, parser.load(ENGLISH).parse(pairs))


def learned(rows: Sequence[list[str]], gold: Sequence[Gold], asked: Sequence[list[str]]) -> list[list[Gold]]:
    """The events of the texts asked, as a model trained on the gold has them."""
    vocabulary = vocabulary_of(rows)
    known, unknown = matrix(rows, vocabulary), matrix(asked, vocabulary)
    found: list[list[Gold]] = [[] for _ in asked]
    for type_ in sorted({event["type"] for line in gold for event in line["events"]}):
        truth = [any(event["type"] == type_ for event in line["events"]) for line in gold]
        model = LogisticRegression(C=_LOOSENESS, max_iter=1000).fit(known, truth)
        for events, (_, share) in zip(found, model.predict_proba(unknown), strict=True):
            if share >= _TOLD:
                events.append({"type": type_, "actor": [], "recipient": []})
    return found


def main() -> None:
    gold = {name: gold_of(name) for name in SETS}
    rows = {name: list(parsed(lines)) for name, lines in gold.items()}
    for name, lines in gold.items():
        asked = {line["text"] for line in lines}
        others = [
            (line, row)
            for other in SETS
            if other != name
            for line, row in zip(gold[other], rows[other], strict=True)
            if line["text"] not in asked
        ]
        by_model = learned([row for _, row in others], [line for line, _ in others], rows[name])
        by_tables = [[as_record(each) for each in found if counts(each)] for found in coded(lines)]
        both = [first or second for first, second in zip(by_tables, by_model, strict=True)]
        for way, records in (("tables", by_tables), ("learned", by_model), ("both", both)):
            for line in protocol(name, lines, records):
                if line.startswith(_MEASURES):
                    print(f"{name:18} {way:8} {line}")


if __name__ == "__main__":
    main()
