"""How right attributions are, and what they cost beside the parser.

    python benchmarks/attribution.py              PolNeAR dev, with peers that are installed
    python benchmarks/attribution.py --speed      time of this layer against the parser's own

Scored by `../shared/score/attribution.py`: F1 x 100 of contents, sources, cues and whole attributions, and the recall
of whole direct quotations. Dev is looked at rarely; what was tried out was measured on every eighth training article,
with models trained on the others (`train_attribution.py --keep-aside 8`).
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dateline.events.attribution.spans import attributions
from dateline.events.mentions.mentions import mentions
from dateline.events.parsing import parser
from dateline.events.parsing.parse import Parse
from dateline.languages import named
from dateline.model import Article, EventMention, Span
from dateline.text.sentences import split

ENGLISH = named("en")

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpora" / "attribution" / "polnear"
SCORER = SHARED / "score" / "attribution.py"

Row = dict[str, Any]


def read(part: str) -> list[Row]:
    return [json.loads(line) for line in (CORPUS / f"{part}.jsonl").read_text("utf-8").splitlines()]


def ours(rows: Sequence[Row]) -> Iterable[list[Row]]:
    """Dateline's attributions of each article."""
    parses = parser.load(ENGLISH).parse((row["text"], split(ENGLISH, row["text"])) for row in rows)
    for parse in parses:
        yield [{"source": told.source, "cue": told.cue, "content": told.content} for told in attributions(parse)]


def textacy(rows: Sequence[Row]) -> Iterable[list[Row]]:
    """textacy's `direct_quotations`, on spaCy's whole pipeline."""
    quotations: Any = import_module("textacy.extract").triples.direct_quotations
    model = import_module(parser.model_package(ENGLISH) or "spacy")
    for document in model.load(ENGLISH).pipe(row["text"] for row in rows):
        found = []
        try:
            for quotation in quotations(document):
                content, cues = quotation.content, quotation.cue
                found.append({"source": whole(quotation.speaker), "cue": whole(cues), "content": [extent([content])]})
        except ValueError:  # it gives up on unbalanced quotation marks
            pass
        yield found


def whole(tokens: Sequence[Any]) -> list[Span]:
    return [extent(tokens)] if tokens else []


def extent(tokens: Sequence[Any]) -> Span:
    """From the first character of the first token or span to the last of the last."""
    starts = [token.idx if hasattr(token, "idx") else token.start_char for token in tokens]
    ends = [token.idx + len(token) if hasattr(token, "idx") else token.end_char for token in tokens]
    return Span(min(starts), max(ends))


PEERS: dict[str, Callable[[Sequence[Row]], Iterable[list[Row]]]] = {"textacy": textacy}


def score(rows: Sequence[Row], system: Iterable[list[Row]]) -> dict[str, float]:
    """What the scorer prints, by name."""
    with tempfile.TemporaryDirectory() as folder:
        gold, found = Path(folder, "gold.jsonl"), Path(folder, "system.jsonl")
        gold.write_text("\n".join(map(json.dumps, rows)), "utf-8")
        lines = [json.dumps({"id": row["id"], "attributions": told}) for row, told in zip(rows, system, strict=True)]
        found.write_text("\n".join(lines), "utf-8")
        printed = subprocess.run(
            [sys.executable, SCORER, gold, found], capture_output=True, text=True, check=True
        ).stdout
    words = printed.split()
    return {name: float(value) for name, value in zip(words[::2], words[1::2], strict=True)}


def figures() -> tuple[dict[str, float], list[Path]] | None:
    """For the gate: the figures on dev with its file; None when corpus, scorer or parser are not at hand."""
    gold = CORPUS / "dev.jsonl"
    if not gold.exists() or not SCORER.exists() or not parser.installed(ENGLISH):
        return None
    rows = read("dev")
    reached = score(rows, ours(rows))
    return {name: reached[name] for name in ("content", "source", "cue", "whole", "direct")}, [gold]


def speed(rows: Sequence[Row]) -> None:
    """Print the time a token of spaCy by itself, of taking its trees over, and of the whole layer.

    Each is the best of three with a model loaded anew, since one that has seen the articles before is quicker.
    """
    model: Any = import_module(parser.model_package(ENGLISH) or "spacy")
    texts = [(row["text"], split(ENGLISH, row["text"])) for row in rows]
    sentences = [text[start:end] for text, spans in texts for start, end in spans]

    def by_itself() -> float:
        bare = model.load(exclude=["ner", "attribute_ruler", "lemmatizer"])
        return timed(lambda: sum(1 for _ in bare.pipe(sentences, batch_size=256)))

    def taken_over() -> float:
        loaded = parser.load(ENGLISH)
        return timed(lambda: sum(1 for _ in loaded.parse(texts)))

    def whole_layer() -> float:
        loaded = parser.load(ENGLISH)
        return timed(lambda: [len(told(row, parse)) for row, parse in zip(rows, loaded.parse(texts), strict=True)])

    def told(row: Row, parse: Parse) -> list[EventMention]:
        article = Article(row["id"], row["text"])
        return mentions(article, parse, attributions(parse))

    tokens = sum(len(parse) for parse in parser.load(ENGLISH).parse(texts))
    own = 0.0
    for name, work in (("spaCy by itself", by_itself), ("parse", taken_over), ("the whole layer", whole_layer)):
        seconds = min(work() for _ in range(3))
        own = own or seconds
        print(f"{name:16} {seconds:6.2f} s {1e6 * seconds / tokens:6.1f} µs a token, {seconds / own:5.2f} times spaCy")


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--speed", action="store_true", help="measure time instead")
    if arguments.parse_args().speed:
        speed(read("dev"))
        return
    rows = read("dev")
    systems = {"dateline": ours, **{name: peer for name, peer in PEERS.items() if find_spec(name)}}
    for name, system in systems.items():
        reached = score(rows, system(rows))
        shown = f"{name} {version(name)}"
        print(f"{shown:20}", *(f"{figure} {value:5.1f}" for figure, value in reached.items()))


if __name__ == "__main__":
    main()
