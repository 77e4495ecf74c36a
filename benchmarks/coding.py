"""Event rows on the development data of PLOVER: types, actors to country and sector, false alarms.

    python benchmarks/coding.py                 every set, scored by the protocol of the data (`score.py` beside it)
    python benchmarks/coding.py --rules         which row of the tables fires how often there, and how rightly
    python benchmarks/coding.py --set plv       one set
    python benchmarks/coding.py --set supposed  what is planned, denied or supposed, and what of it is written as done
    python benchmarks/coding.py --set rows      rows of whole articles that were read by hand, draw by draw

`judged/rows.jsonl` has the rows that were read: where each stands, its type, and its fault, no text. Each draw is of
what was written then; what was wrong in one was mended before the next. Right is one of which type, actor, recipient,
date and status are, an empty cell being none of them. The model of confidence has not seen the last draws. Rows that it
dropped, which were read to train it, are counted by themselves.

`judged/not-done.jsonl` has 200 sentences of our own, each with the types that may be written as done; most have none.
They were written before the coder was run on them, and what it made of them was read twice.

The other data is third-party text and stays where it is. What counts as an event is what has been done, with promises,
threats and refusals as events of their own. With the pair given (PLV), everything that the two take part in counts.
"""

import argparse
import datetime as dt
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline.coding.country_codes import BODIES
from dateline.coding.reading import Telling, is_done, tellings
from dateline.coding.who import code
from dateline.events.parsing import parser
from dateline.languages import named
from dateline.model import Article
from dateline.reading.article import read_article

ENGLISH = named("en")
CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "plover"
SETS = ("plover_gsr", "plv", "cameo_conflibert", "statements")
PHRASES = "actor_phrases"
SUPPOSED = "supposed"
ROWS = "rows"
JUDGED = Path(__file__).resolve().parent / "judged" / "not-done.jsonl"
JUDGED_ROWS = JUDGED.with_name("rows.jsonl")
# Sentences of a hundred that may write as done what was not.
_AIM = 3

# How the lines of `score.py` are called here: the first words of each → figure. Of false alarms, what is none counts.
_FIGURES = {
    "plover_gsr": {
        "type_F1": "gold records: type F1",
        "actor country ": "gold records: actor country",
        "recipient country ": "gold records: recipient country",
        "record: type+both": "gold records: whole record",
    },
    "plv": {"type_F1": "news sentences: type F1"},
    "plv --pair": {"type_macroF1": "news sentences: type of a pair, macro F1"},
    "cameo_conflibert": {"type_F1": "random news: type F1", "no-event": "random news: no false alarm"},
    "statements": {"no-event": "statements: no false alarm"},
}

Gold = dict[str, Any]


def gold_of(name: str) -> list[Gold]:
    """The lines of a set."""
    text = (CORPUS / "dev" / f"{name}.dev.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def coded(gold: Sequence[Gold]) -> Iterator[list[Telling]]:
    """What each text tells; texts have no day."""
    articles = [Article(id=line["id"], text=line["text"], published=None, source="gold") for line in gold]
    return tellings([read_article(article) for article in articles], parser.load(ENGLISH))


def counts(telling: Telling) -> bool:
    """Whether an act counts as an event: it was done, or it is one of what is yet to be done."""
    return is_done(telling) or bool(telling.planned) or telling.type in ("REJECT", "THREATEN")


def as_record(telling: Telling) -> Gold:
    """An act as `score.py` takes it."""
    sides = {"actor": telling.actors, "recipient": telling.recipients}
    return {
        "type": telling.type,
        **{
            side: [
                {
                    "text": party.text,
                    "code": party.coded.country or None,
                    "sector": party.coded.sectors[0] if party.coded.sectors else None,
                }
                for party in parties
            ]
            for side, parties in sides.items()
        },
    }


def scored(name: str, told: Sequence[tuple[Gold, list[Telling]]]) -> Iterator[tuple[str, str]]:
    """The lines of the protocol for a set, each with the set's name and its options."""
    for option in ((), ("--pair",)) if name == "plv" else ((),):
        records = [[as_record(each) for each in found if option or counts(each)] for _, found in told]
        for line in protocol(name, [line for line, _ in told], records, option):
            yield " ".join((name, *option)), line


def protocol(
    name: str, gold: Sequence[Gold], records: Sequence[Sequence[Gold]], option: Sequence[str] = ()
) -> list[str]:
    """What `score.py` prints of the records of each line of a set."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predicted.jsonl"
        lines = [json.dumps({"id": line["id"], "events": found}) for line, found in zip(gold, records, strict=True)]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = [sys.executable, str(CORPUS / "score.py"), str(CORPUS / "dev" / f"{name}.dev.jsonl"), str(path)]
        done = subprocess.run([*command, *option], capture_output=True, text=True, check=True)
    return [line.strip() for line in done.stdout.splitlines()[1:]]


def phrases() -> tuple[float, float]:
    """Shares of actor phrases with the right country, and with the right country and primary sector."""
    right = both = total = 0
    for line in gold_of(PHRASES):
        if "country" not in line and "code_1" not in line:
            continue
        try:
            day = dt.date.fromisoformat(line.get("date", ""))
        except ValueError:
            day = None
        found = code(ENGLISH, line["text"], day)
        country, sector = found.country, found.sectors[0] if found.sectors else ""
        if country in BODIES:
            country, sector = "", country
        if line.get("date") and day is None and not country:
            # A few give a country where others give a day.
            country = code(ENGLISH, line["date"]).country
        total += 1
        right += country == (line.get("country") or "")
        both += country == (line.get("country") or "") and sector == (line.get("code_1", sector) or "")
    return right / total, both / total


def supposed() -> Iterator[tuple[Gold, list[Telling]]]:
    """The judged sentences, each with what is written of it as done."""
    gold = [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]
    day = dt.date(2024, 5, 16)
    articles = [
        Article(id=str(number), text=line["text"], published=day, source="judged") for number, line in enumerate(gold)
    ]
    told = tellings([read_article(article) for article in articles], parser.load(ENGLISH))
    for line, found in zip(gold, told, strict=True):
        yield line, [telling for telling in found if is_done(telling)]


def is_overstated(line: Gold, done: Sequence[Telling]) -> bool:
    """Whether a sentence has anything written as done that it does not tell as done."""
    return any(telling.type not in line["done"] for telling in done)


def found_done(told: Sequence[tuple[Gold, list[Telling]]]) -> tuple[int, int]:
    """Of the sentences that tell an act as done, how many have one written, and how many there are."""
    telling = [(line, done) for line, done in told if line["done"]]
    return sum(any(act.type in line["done"] for act in done) for line, done in telling), len(telling)


def print_supposed() -> None:
    """What is written as done in the judged sentences, and the sentences where that is wrong."""
    told = list(supposed())
    wrong = [(line, done) for line, done in told if is_overstated(line, done)]
    for line, done in wrong:
        types = ", ".join(telling.type for telling in done)
        print(f"  {line['kind']}: {line['text']} ({types})")
    print(f"planned, denied or supposed written as done: {len(wrong)} of {len(told)} (aim ≤ {_AIM} %)")
    print("acts told as done that are written: {} of {}".format(*found_done(told)))


def print_rows() -> None:
    """How many rows of each draw were right, and the faults of the others."""
    draws: dict[tuple[int, str, bool], list[Gold]] = defaultdict(list)
    for line in JUDGED_ROWS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        draws[row["draw"], row["corpus"], row.get("dropped", False)].append(row)
    for (_, corpus, dropped), read in draws.items():
        faults = Counter(row["fault"] for row in read if row["fault"])
        told = ", ".join(f"{fault} {number}" for fault, number in sorted(faults.items()))
        right = len(read) - faults.total()
        seen = "dropped" if dropped else "last draw" if read[0]["exam"] else "draw"
        print(f"{corpus:36} {seen:9} {right:3} of {len(read):3} right ({right / len(read):.0%}); {told}")


def figures() -> tuple[dict[str, float], list[Path]] | None:
    """Every figure in percent, larger being better, and the files it rests on; None where they are not at hand."""
    if not CORPUS.exists() or not parser.installed(ENGLISH):
        return None
    found: dict[str, float] = {}
    for name in SETS:
        gold = gold_of(name)
        for measured, line in scored(name, list(zip(gold, coded(gold), strict=True))):
            for opening, figure in _FIGURES[measured].items():
                if line.startswith(opening):
                    value = 100 * float(line.split("[")[0].split()[-1])
                    found[figure] = 100 - value if "alarm" in figure else value
    country, both = phrases()
    found["actor phrases: country"], found["actor phrases: country and sector"] = 100 * country, 100 * both
    told = list(supposed())
    overstated = sum(is_overstated(line, done) for line, done in told)
    written, acts = found_done(told)
    found["supposed: not written as done"] = 100 * (1 - overstated / len(told))
    found["supposed: acts written"] = 100 * written / acts
    return found, [*(CORPUS / "dev" / f"{name}.dev.jsonl" for name in (*SETS, PHRASES)), JUDGED]


def print_rules(names: Sequence[str]) -> None:
    """For each row of the tables how often it fires in the sets, and in how many of these the gold has its type."""
    fired: Counter[str] = Counter()
    right: Counter[str] = Counter()
    types: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        gold = gold_of(name)
        for line, found in zip(gold, coded(gold), strict=True):
            known = {
                type_
                for event in line["events"]
                for type_ in (event["type"], *event.get("type_alt", ()), *event.get("type_any", ()))
            }
            for telling in filter(counts, found):
                fired[telling.rule] += 1
                right[telling.rule] += telling.type in known or telling.type in line.get("allow", ())
                types[telling.rule][telling.type] += 1
    print(f"{'row':44} {'type':10} {'fires':>6} {'right':>6}")
    for rule, number in fired.most_common():
        print(f"{rule[:44]:44} {types[rule].most_common(1)[0][0]:10} {number:6} {right[rule] / number:6.0%}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument(
        "--set", choices=(*SETS, PHRASES, SUPPOSED, ROWS), action="append", help="only this set; may be repeated"
    )
    arguments.add_argument("--rules", action="store_true", help="list the rows of the tables")
    chosen = arguments.parse_args()
    names = chosen.set or [*SETS, PHRASES, SUPPOSED, ROWS]
    if chosen.rules:
        print_rules([name for name in names if name in SETS])
        return
    for name in names:
        if name in (SUPPOSED, ROWS):
            (print_supposed if name == SUPPOSED else print_rows)()
            continue
        if name == PHRASES:
            country, both = phrases()
            print(f"{PHRASES}\n  country {country:.3f}\n  country and sector {both:.3f}")
            continue
        gold = gold_of(name)
        for measured, line in scored(name, list(zip(gold, coded(gold), strict=True))):
            print(f"{measured}  {line}")


if __name__ == "__main__":
    main()
