"""Which words are cues of attribution: what may be one, and what tells.

The idea of a classifier over words in their dependency context is that of Pareti et al. (2013), "Automatically
Detecting and Attributing Indirect Quotations"; here nouns, adjectives, prepositions and colons are candidates beside
the verbs.
"""

from dateline.events.attribution.quotes import Quoted
from dateline.events.parsing.parse import Parse
from dateline.languages import Language, made_once

_SILENT = frozenset(["det", "punct", "aux", "auxpass", "cc", "neg"])

# How many tokens around a cue count as near when quotation marks are sought.
_NEAR = 6


@made_once
def candidate_words(language: Language) -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
    """Words other than verbs that may be cues, as lemma and first letter of the tag; and verbs that never are."""
    rows = language.table("events/cue-words.tsv")
    others = frozenset((lemma, tag) for kind, lemma, tag in rows if kind == "may")
    return others, frozenset(lemma for kind, lemma, _ in rows if kind == "never")


def verbs(parse: Parse) -> list[int]:
    """The verbs of the parse, but for auxiliaries."""
    deps = parse.deps
    return [k for k, tag in enumerate(parse.tags) if tag[0] == "V" and deps[k] not in ("aux", "auxpass")]


def candidates(parse: Parse) -> list[int]:
    """The words that may be cues, in order."""
    others, never = candidate_words(parse.language)
    lemmas, deps = parse.lemmas, parse.deps
    found: list[int] = []
    for k, tag in enumerate(parse.tags):
        initial = tag[0]
        if initial == "V":
            if lemmas[k] not in never and deps[k] not in ("aux", "auxpass"):
                found.append(k)
        elif (lemmas[k], initial) in others:
            found.append(k)
    return found


def features(parse: Parse, cue: int, quoted: Quoted) -> list[str]:
    """What tells whether the word at `cue` attributes something to someone."""
    lemma, tag, dep, head = parse.lemmas[cue], parse.tags[cue], parse.deps[cue], parse.heads[cue]
    words, lemmas, tags, deps = parse.lowers, parse.lemmas, parse.tags, parse.deps
    first, last = parse.bounds[parse.sentence[cue]]
    found = [
        "bias",
        f"l={lemma}",
        f"w={words[cue]}",
        f"td={tag} {dep}",
        f"suffix={lemma[-3:]}",
        f"prefix={lemma[:3]}",
        f"at={min(cue - first, 3)} {tag}",
        f"to={min(last - cue, 4)} {tag}",
        f"h={lemmas[head]} {dep}" if head != cue else "root",
        f"ht={tags[head]} {dep} {tag}",
    ]
    below: set[str] = set()
    subject = False
    modal = negated = ""
    for child in parse.children[cue]:
        label = deps[child]
        if label in _SILENT:
            if label == "neg":
                negated = "not"
            elif label == "aux" and tags[child] == "MD":
                modal = lemmas[child]
            continue
        word = lemmas[child]
        if label in ("nsubj", "nsubjpass"):
            subject = True
            found += (f"s={word}", f"slt={lemma} {tags[child]}")
            continue
        below.add(label)
        if label in ("prep", "mark", "prt", "advmod", "agent"):
            label = f"{label}:{words[child]}"
        elif label in ("dobj", "pobj", "poss", "attr", "acomp", "oprd"):
            found += (f"ol={lemma} {word}", f"o={word}")
        elif label in ("ccomp", "xcomp", "advcl", "acl"):
            marker = parse.child(child, "mark", "aux")
            marked = words[marker] if marker is not None else ""
            label = f"{label} {tags[child]} {marked} {'<' if child < cue else '>'}"
        found += (f"c={label}", f"lc={lemma} {label}")
    found.append(f"frame={lemma} {' '.join(sorted(below))}")
    if not subject:
        found.append(f"nosubj={tag} {dep}")
    if modal or negated:
        found.append(f"modal={modal} {negated}")
    if cue > first:
        found += (f"n-1={words[cue - 1]}", f"nl-1={words[cue - 1]} {lemma}")
        if cue - 1 > first:
            found.append(f"nt-2={tags[cue - 2]} {tag}")
    if cue + 1 < last:
        found += (f"n1={words[cue + 1]}", f"nl1={words[cue + 1]} {lemma}")
        if cue + 2 < last:
            found += (f"n2={words[cue + 2]}", f"nt2={tags[cue + 2]} {tag}")
    found += _of_quotation(parse, cue, quoted, first, last)
    return found


def _of_quotation(parse: Parse, cue: int, quoted: Quoted, first: int, last: int) -> list[str]:
    """What the quotation marks around tell."""
    number = quoted.number
    lemma, tag = parse.lemmas[cue], parse.tags[cue]
    own = number[cue]
    if own >= 0:
        whole = number[first] == own and number[last - 1] == own
        return [f"quoted t={tag}", f"quoted whole={whole}"]
    found = []
    if max(number[first:last]) < 0:
        found.append("q no")
    else:
        before = _nearness(number[first:cue][::-1])
        after = _nearness(number[cue + 1 : last])
        found += (f"q={before}{after}", f"q l={before}{after} {lemma}", f"q t={before}{after} {tag} {parse.deps[cue]}")
    if last < len(number) and number[last] >= 0:
        found += (f"q next {tag}", f"q next {lemma}")
    return found


def _nearness(numbers: list[int]) -> str:
    """How near the first quoted token is, counted from the cue outwards: near, far, or none."""
    if not numbers or max(numbers) < 0:
        return "-"
    return "N" if max(numbers[:_NEAR]) >= 0 else "f"
