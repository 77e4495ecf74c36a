"""Train the models of `dateline.events.attribution.extraction` on PolNeAR and write them as whole-number weights.

    python benchmarks/train_attribution.py [--corpus DIR] [--out DIR] [--keep-aside 0]

Needs scikit-learn, which Dateline itself does not. The same articles give the same files, byte for byte.
"""

import argparse
import gzip
import json
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.events.attribution import content_candidates as contents
from dateline.events.attribution import cues, sureness
from dateline.events.attribution import source_candidates as sources
from dateline.events.attribution.extraction import Models, drafts
from dateline.events.attribution.quotes import Quoted, quoted
from dateline.events.attribution.source_candidates import Stretch
from dateline.events.attribution.sureness import Draft
from dateline.events.linear import SCALE, Weights
from dateline.events.parsing import parser
from dateline.events.parsing.parse import Parse
from dateline.languages import named
from dateline.text.sentences import split

ENGLISH = named("en")

# Neither has types, and neither is needed by anything but this script.
minimize: Any = import_module("scipy.optimize").minimize
csr_matrix: Any = import_module("scipy.sparse").csr_matrix
LogisticRegression: Any = import_module("sklearn.linear_model").LogisticRegression

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpora" / "attribution" / "polnear"
OUT = ROOT / "src" / "dateline" / "languages" / "en" / "events"

# Strengths of the ridge penalty, the best of three or four tried on training articles kept aside.
CUE_PENALTY = 5.0
SOURCE_PENALTY = 2.0
CONTENT_PENALTY = 3.0
WHOLE_PENALTY = 40.0

# Parts of the training articles, each tried with models trained on the others, from which the last model learns.
FOLDS = 4

# A feature counts from so many occurrences on.
RAREST = 4

# A noun, preposition or mark may be a cue when it was one so often, and in this part of its occurrences.
LEAST_CUES, LEAST_RATE = 3, 0.01
# A verb never is one when it occurred so often and was one in less than this part.
MANY, HARDLY = 30, 0.01
# A way to find contents is kept when it finds the right one in this part of its uses.
WORTH = 0.01
# A stretch is right when it shares half of its words with the gold one (Jaccard), as the scorer has it.
RIGHT = 0.5

Floats = NDArray[np.float64]
Features = Sequence[str]
Choice = tuple[list[Features], Floats]
"""The features of each candidate, and the share of the truth that each holds."""


@dataclass
class Gold:
    """One gold attribution as positions in a parse."""

    cue: int
    cue_words: frozenset[int]
    source: tuple[int, ...]
    content: tuple[int, ...]


@dataclass
class Example:
    """One training article."""

    parse: Parse
    quoted: Quoted
    gold: list[Gold]


def read(path: Path) -> list[Example]:
    """Parse the articles of a PolNeAR file and find its attributions in the parse."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    parses = parser.load(ENGLISH).parse((row["text"], split(ENGLISH, row["text"])) for row in rows)
    examples = []
    for row, parse in zip(rows, parses, strict=True):
        gold = []
        for attribution in row["attributions"]:
            cue = words(parse, attribution["cue"])
            content = words(parse, attribution["content"])
            if cue and content:
                gold.append(Gold(head(parse, cue), frozenset(cue), words(parse, attribution["source"]), content))
        examples.append(Example(parse, quoted(parse), gold))
    return examples


def words(parse: Parse, spans: Iterable[Sequence[int]]) -> tuple[int, ...]:
    """The positions that `spans` cover."""
    found: list[int] = []
    for start, end in spans:
        found += range(bisect_right(parse.ends, start), bisect_left(parse.starts, end))
    return tuple(position for position in found if parse.words[position].strip())


def head(parse: Parse, positions: Sequence[int]) -> int:
    """The position that the others hang on: a verb before a noun before an adjective before the first."""
    inside = set(positions)
    tops = [k for k in positions if parse.heads[k] not in inside or parse.heads[k] == k]
    return next((k for initial in "VNJ" for k in tops if parse.tags[k][0] == initial), tops[0])


def cue_words(examples: Sequence[Example]) -> list[tuple[str, str, str]]:
    """The table `cue-words`: which words other than verbs are candidates, and which verbs are not."""
    all_words: Counter[tuple[str, str]] = Counter()
    cue_count: Counter[tuple[str, str]] = Counter()
    for example in examples:
        parse = example.parse
        auxiliary = ("aux", "auxpass")
        all_words.update(
            (lemma, tag[0])
            for lemma, tag, dep in zip(parse.lemmas, parse.tags, parse.deps, strict=True)
            if dep not in auxiliary
        )
        cue_count.update((parse.lemmas[gold.cue], parse.tags[gold.cue][0]) for gold in example.gold)
    may = [
        ("may", *word)
        for word, count in cue_count.items()
        if word[1] != "V" and count >= LEAST_CUES and count / all_words[word] >= LEAST_RATE and word[0].strip()
    ]
    never = [
        ("never", *word)
        for word, count in all_words.items()
        if word[1] == "V" and count >= MANY and cue_count[word] / count < HARDLY
    ]
    return sorted(may) + sorted(never)


def matrix(rows: Iterable[Features], vocabulary: dict[str, int]) -> Any:
    """One row of zeros and ones for each list of features."""
    indices: list[int] = []
    ends = [0]
    for row in rows:
        indices += sorted({vocabulary[feature] for feature in row if feature in vocabulary})
        ends.append(len(indices))
    return csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(ends) - 1, len(vocabulary)))


def vocabulary_of(rows: Iterable[Features]) -> dict[str, int]:
    """A column for every feature that is not too rare."""
    counts = Counter(feature for row in rows for feature in set(row))
    return {feature: column for column, feature in enumerate(sorted(f for f in counts if counts[f] >= RAREST))}


def train_cues(examples: Sequence[Example]) -> dict[str, float]:
    """Logistic regression: is this candidate the cue of an attribution?"""
    rows: list[Features] = []
    truth: list[bool] = []
    for example in examples:
        right = {gold.cue for gold in example.gold}
        for cue in cues.candidates(example.parse):
            rows.append(cues.features(example.parse, cue, example.quoted))
            truth.append(cue in right)
    vocabulary = vocabulary_of(rows)
    model = LogisticRegression(C=1 / CUE_PENALTY, solver="liblinear").fit(matrix(rows, vocabulary), truth)
    learned = {feature: float(model.coef_[0][column]) for feature, column in vocabulary.items()}
    learned["bias"] += float(model.intercept_[0])
    return learned


def source_choices(examples: Sequence[Example]) -> list[Choice]:
    """For each gold attribution, the candidates for its source."""
    choices = []
    for example in examples:
        parse = example.parse
        for gold in example.gold:
            found = sources.candidates(parse, gold.cue)
            rows: list[Features] = [
                sources.features(parse, gold.cue, noun, stretch, sources.path(parse, gold.cue, noun), example.quoted)
                for noun, stretch in found
            ]
            rows.append(sources.features_of_none(parse, gold.cue))
            likeness = [jaccard(parse, (stretch,), gold.source) for _, stretch in found]
            choices.append((rows, shares([*likeness, 0.0 if gold.source else 1.0])))
    return choices


def content_choices(examples: Sequence[Example]) -> list[Choice]:
    """For each gold attribution, the candidates for its content, by the ways that are worth their while."""
    uses: Counter[str] = Counter()
    successes: Counter[str] = Counter()
    found = []
    for example in examples:
        parse = example.parse
        for gold in example.gold:
            source = (gold.source[0], gold.source[-1]) if gold.source else None
            ways = contents.candidates(parse, gold.cue, source, example.quoted)
            likeness = [jaccard(parse, content, gold.content) for content in ways]
            best = max(likeness, default=0.0)
            uses.update(ways.values())
            successes.update(
                kind for kind, value in zip(ways.values(), likeness, strict=True) if value >= RIGHT and value == best
            )
            found.append((example, gold.cue, source, ways, likeness))
    worth = {kind for kind in uses if successes[kind] / uses[kind] >= WORTH}
    choices = []
    for example, cue, source, ways, likeness in found:
        kept = [
            (content, kind, value)
            for (content, kind), value in zip(ways.items(), likeness, strict=True)
            if kind in worth
        ]
        rows: list[Features] = [
            contents.features(example.parse, cue, source, content, kind, example.quoted) for content, kind, _ in kept
        ]
        choices.append((rows, shares([value for _, _, value in kept])))
    return choices


def jaccard(parse: Parse, stretches: Iterable[Stretch], gold: Iterable[int]) -> float:
    """How alike two sets of words are, marks left out of account."""
    ours = {k for first, last in stretches for k in range(first, last + 1) if has_letter(parse.words[k])}
    theirs = {k for k in gold if has_letter(parse.words[k])}
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0


def has_letter(word: str) -> bool:
    return any(character.isalnum() for character in word)


def shares(likeness: Sequence[float]) -> Floats:
    """How the truth is shared among candidates: right ones only, and the better the more."""
    values = np.array([value**4 if value >= RIGHT else 0.0 for value in likeness])
    return values / values.sum() if values.any() else values


def train_choice(choices: Sequence[Choice], penalty: float) -> dict[str, float]:
    """A conditional log-linear model (multinomial logit) over the candidates of each choice."""
    answered = [(rows, truth) for rows, truth in choices if truth.any()]
    every = [row for rows, _ in answered for row in rows]
    vocabulary = vocabulary_of(every)
    x = matrix(every, vocabulary)
    transposed = x.T.tocsr()
    truth = np.concatenate([part for _, part in answered])
    sizes = [len(rows) for rows, _ in answered]
    starts = np.cumsum([0, *sizes[:-1]])
    group = np.repeat(np.arange(len(sizes)), sizes)

    def loss(w: Floats) -> tuple[float, Floats]:
        scores = x @ w
        top = np.maximum.reduceat(scores, starts)
        raised = np.exp(scores - top[group])
        total = np.add.reduceat(raised, starts)
        likelihood = float((truth * (scores - top[group] - np.log(total)[group])).sum())
        return 0.5 * penalty * float(w @ w) - likelihood, penalty * w - transposed @ (truth - raised / total[group])

    fitted = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 60})
    return {feature: float(fitted.x[column]) for feature, column in vocabulary.items()}


def train_models(examples: Sequence[Example]) -> Models:
    """The models that find an attribution's parts."""
    return Models(
        rounded(train_cues(examples)),
        rounded(train_choice(source_choices(examples), SOURCE_PENALTY), keep="p="),
        rounded(train_choice(content_choices(examples), CONTENT_PENALTY), keep="k="),
    )


def train_whole(examples: Sequence[Example]) -> Weights:
    """Logistic regression: does this draft hold? Each counts once for its content alone, once for its source too."""
    rows: list[Features] = []
    right: list[tuple[bool, bool]] = []
    for fold in range(FOLDS):
        models = train_models([example for number, example in enumerate(examples) if number % FOLDS != fold])
        for example in examples[fold::FOLDS]:
            found = drafts(example.parse, example.quoted, models)
            for number, draft in enumerate(found):
                rows.append(sureness.features(example.parse, found, number, example.quoted))
                right.append(is_right(example, draft))
    vocabulary = vocabulary_of(rows)
    truth = [content for content, _ in right] + [whole for _, whole in right]
    model = LogisticRegression(C=1 / WHOLE_PENALTY, solver="liblinear").fit(matrix([*rows, *rows], vocabulary), truth)
    learned = {feature: float(model.coef_[0][column]) for feature, column in vocabulary.items()}
    learned["bias"] += float(model.intercept_[0])
    return rounded(learned)


def is_right(example: Example, draft: Draft) -> tuple[bool, bool]:
    """Whether a draft has the content of a gold attribution with this cue, and whether it has its source too."""
    source = () if draft.source is None else (draft.source,)
    content = whole = False
    for gold in example.gold:
        if draft.cue in gold.cue_words and jaccard(example.parse, draft.content, gold.content) >= RIGHT:
            content = True
            whole = whole or jaccard(example.parse, source, gold.source) >= RIGHT
    return content, whole


def rounded(learned: dict[str, float], keep: str | None = None) -> Weights:
    """The weights as whole numbers, without those that come to nothing.

    Features that start with `keep` are kept even at nothing: their presence tells.
    """
    whole = {feature: round(weight * SCALE) for feature, weight in sorted(learned.items())}
    return {f: w for f, w in whole.items() if abs(w) >= SMALLEST or (keep and f.startswith(keep))}


def write(path: Path, learned: dict[str, float], keep: str | None = None) -> int:
    """Write the weights, rounded as by `rounded`; returns the size in bytes."""
    return write_rounded(path, rounded(learned, keep))


def write_rounded(path: Path, learned: Weights) -> int:
    """Write the weights; returns the size in bytes."""
    lines = [f"{feature}\t{weight}" for feature, weight in learned.items()]
    packed = gzip.compress("\n".join(lines).encode("utf-8"), 9, mtime=0)
    path.write_bytes(packed)
    return len(packed)


# Weights below this, in hundredths of a logit, are left out to keep the files small.
SMALLEST = 3


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--corpus", type=Path, default=CORPUS)
    arguments.add_argument("--out", type=Path, default=OUT)
    arguments.add_argument("--keep-aside", type=int, default=0, help="leave every Nth article out, to measure on")
    chosen = arguments.parse_args()
    examples = read(chosen.corpus / "train.jsonl")
    if chosen.keep_aside:
        examples = [example for number, example in enumerate(examples) if number % chosen.keep_aside]
    table = "".join("\t".join(row) + "\n" for row in cue_words(examples))
    (chosen.out / "cue-words.tsv").write_text(f"{CUE_WORDS_HEADER}\n{table}", "utf-8")
    ENGLISH.forget()
    for name, learned in train_models(examples)._asdict().items():
        print(name, write_rounded(chosen.out / f"{name}.weights.gz", learned))
    print("attributions", write_rounded(chosen.out / "attributions.weights.gz", train_whole(examples)))


CUE_WORDS_HEADER = (
    "# Written by benchmarks/train_attribution.py: words other than verbs that may be cues, verbs that never are\n"
    "# may or never\tlemma\tfirst letter of the Penn tag"
)

if __name__ == "__main__":
    main()
