"""Who may be the source of an attribution: candidates around a cue, and what tells them apart."""

from dateline.events.attribution.quotes import Quoted
from dateline.events.parsing.parse import Parse

Stretch = tuple[int, int]
"""First and last position, inclusive."""

# Candidates are sought in the cue's sentence, this many positions to either side. Of the 18,359 sources of PolNeAR's
# training articles 6 lie farther off, and 72 in another sentence.
_REACH = 60

_PRONOUN = frozenset(("PRP", "PRP$", "WP", "WP$"))
_NOMINAL = frozenset(["NN", "NNS", "NNP", "NNPS", "WDT", "DT", "CD", "EX", "JJ", "VBG", "FW"]) | _PRONOUN
_MODIFIER = frozenset(["compound", "amod", "det", "nmod"])
_ROLES = _MODIFIER | frozenset(
    [
        "nsubj",
        "nsubjpass",
        "pobj",
        "dobj",
        "poss",
        "conj",
        "appos",
        "ROOT",
        "npadvmod",
        "attr",
        "dep",
        "agent",
        "csubj",
        "dative",
    ]
)
_TRAILERS = frozenset(["relcl", "acl", "appos", "advcl", "parataxis"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass", "agent", "poss", "auxpass", "expl"])


def candidates(parse: Parse, cue: int) -> list[tuple[int, Stretch]]:
    """The noun phrases around `cue`, as head and stretch: each with all that hangs on it, and without its trailers."""
    first, last = parse.bounds[parse.sentence[cue]]
    tags, deps = parse.tags, parse.deps
    found: list[tuple[int, Stretch]] = []
    for head in range(max(first, cue - _REACH), min(last, cue + _REACH + 1)):
        if tags[head] not in _NOMINAL or deps[head] not in _ROLES or head == cue:
            continue
        if deps[head] in _MODIFIER and parse.heads[head] != cue and tags[head] not in _PRONOUN:
            continue
        left, right = parse.left[head], parse.right[head]
        if left <= cue <= right:
            # The cue hangs on the source ("analysts who say"): the source ends before the clause that holds the cue.
            if cue < head:
                left = cue + 1
            else:
                right = _before(parse, head, cue)
        if left <= head <= right:
            found.append((head, (left, right)))
            for cut in _cuts(parse, head, right):
                found.append((head, (left, cut)))
    return found


def _before(parse: Parse, head: int, cue: int) -> int:
    """The last position before the dependent of `head` that holds `cue`."""
    for child in parse.children[head]:
        if parse.left[child] <= cue <= parse.right[child]:
            return parse.left[child] - 1
    return head


def _cuts(parse: Parse, head: int, right: int) -> list[int]:
    """Last positions without the first relative clause, apposition or other trailer after the head, or the last one."""
    ends = [
        parse.left[child] - 1
        for child in parse.children[head]
        if child > head and parse.deps[child] in _TRAILERS and head < parse.left[child] <= right
    ]
    # The comma before the trailer goes with it.
    return sorted({end - (parse.tags[end] == "," and end > head) for end in (*ends[:1], *ends[-1:])} - {right})


def top(parse: Parse, stretch: Stretch) -> int:
    """The word of a stretch that the others hang on."""
    first, last = stretch
    for position in range(first, last + 1):
        head = parse.heads[position]
        if (head < first or head > last or head == position) and parse.deps[position] != "punct":
            return position
    return last


def path(parse: Parse, start: int, goal: int, longest: int = 5) -> str:
    """The labels from `start` up (`>`) and down (`<`) to `goal`; `far` beyond `longest` steps either way."""
    heads, deps = parse.heads, parse.deps
    up = [start]
    while heads[up[-1]] != up[-1] and len(up) <= longest:
        up.append(heads[up[-1]])
    down = ""
    position = goal
    for _ in range(longest):
        if position in up:
            climbed = "".join([f">{deps[step]}" for step in up[: up.index(position)]])
            return climbed + down
        down = f"<{deps[position]}{down}"
        position = heads[position]
    return "far"


def features(parse: Parse, cue: int, head: int, stretch: Stretch, way: str, quoted: Quoted) -> list[str]:
    """What tells whether the noun phrase `stretch` with head `head` is the source of `cue`; `way` is the path to it."""
    left, right = stretch
    lemmas, tags, deps, number = parse.lemmas, parse.tags, parse.deps, quoted.number
    tag, dep = tags[head], deps[head]
    lemma, cue_tag = lemmas[cue], tags[cue]
    side, gap = ("<", cue - right) if head < cue else (">", left - cue)
    near = "0" if gap <= 1 else "1" if gap <= 3 else "2" if gap <= 8 else "3" if gap <= 20 else "4"
    marks = "same" if number[head] == number[cue] else "in" if number[head] >= 0 else "out"
    name = "N" if tag[:3] == "NNP" else "P" if tag in _PRONOUN else "n"
    between = ""
    for position in range(min(head, cue) + 1, max(head, cue)):
        if tags[position][0] == "V":
            between = "v"
            break
    kept = cut = ""
    for child in parse.children[head]:
        if child > head and deps[child] in _TRAILERS:
            if child <= right:
                kept = deps[child]
            else:
                cut = deps[child]
                break
    by = parse.lowers[parse.heads[head]] if dep == "pobj" else ""
    return [
        f"p={way}",
        f"pt={way} {cue_tag}",
        f"pl={way} {lemma}",
        f"pc={way} {deps[cue]}",
        f"dn={dep} {side} {near}{between}",
        f"l={lemmas[head]}",
        f"n={near} {side} {name} {marks}",
        f"pq={way} {marks}",
        f"q={marks} {name}",
        f"cl={lemma} {side} {name}",
        f"ct={cue_tag} {deps[cue]} {side} {name} {dep}",
        f"trailer={kept} {cut} {side}",
        f"first={parse.lowers[left]} {dep}",
        f"by={by} {way}",
    ]


def features_of_none(parse: Parse, cue: int) -> list[str]:
    """What tells that the source of `cue` is left out."""
    tag, dep = parse.tags[cue], parse.deps[cue]
    labels = " ".join(sorted({parse.deps[child] for child in parse.children[cue]} & _SUBJECTS))
    return ["none", f"none l={parse.lemmas[cue]}", f"none c={tag} {dep} {labels}"]
