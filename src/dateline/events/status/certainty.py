"""How certain an event is, on the scale of UW factuality (Lee et al. 2015): −3 certainly not, 3 certainly so.

A ridge regression on the composed status and the words next to the event, trained by `benchmarks/train_certainty.py` on
UW's training sentences. It shades what a status says: `will reduce` and `hopes to reduce` are both expected.
"""

from dateline.events.linear import SCALE, score, weights
from dateline.events.parsing.parse import Parse
from dateline.events.status.decision import Statuses
from dateline.model import Status

# Where the rules say that an event is denied and the certainty is above this, they took too much into the scope of a
# negation. Tried from 0.6 to 1.5, five-fold on UW's training sentences and on the articles of `benchmarks/told`: below
# it, UW gains precision and whole articles lose denials; above it, the reverse.
_NOT_DENIED = 1.1

# Below this an event is denied that the rules hold for uncertain. Under another status certainty is hardly ever so low
# (3 of 21,000 events of UW's training sentences and PolNeAR's dev articles), and need not be asked.
_DENIED = 0.0

_AUXILIARY = frozenset(["aux", "auxpass", "neg", "mark", "det", "advmod", "amod", "prt", "cc"])


def certainty(parse: Parse, event: int, statuses: Statuses) -> float:
    """The certainty of the event at position `event`, from −3 to 3."""
    value = score(weights(parse.language, "certainty"), features(parse, event, statuses)) / SCALE
    return max(-3.0, min(3.0, value))


def status_of(parse: Parse, event: int, statuses: Statuses) -> Status:
    """The status of the event at position `event`: what the rules say, unless its certainty contradicts them."""
    status = statuses.of(event)
    if status is Status.UNCERTAIN and certainty(parse, event, statuses) < _DENIED:
        return Status.DENIED
    if (
        status is Status.DENIED
        and not statuses.is_denied_in_words(event)
        and certainty(parse, event, statuses) > _NOT_DENIED
    ):
        return Status.UNCERTAIN
    return status


def features(parse: Parse, event: int, statuses: Statuses) -> list[str]:
    """What tells how certain an event is."""
    status = statuses.of(event).value
    lemma, tag, dep, head = parse.lemmas[event], parse.tags[event], parse.deps[event], parse.heads[event]
    over = statuses.of(head).value if head != event and parse.tags[head][0] in "VNJ" else "-"
    found = [
        "bias",
        f"s={status}",
        f"l={lemma}",
        f"st={status} {tag}",
        f"sd={status} {dep}",
        f"sl={status} {lemma}",
        f"h={dep} {parse.lemmas[head]}",
        f"sh={status} {dep} {parse.lemmas[head]}",
        f"so={status} {over} {dep}",
        f"td={tag} {dep}",
    ]
    for child in parse.children[event]:
        if parse.deps[child] in _AUXILIARY:
            found += (f"c={parse.lowers[child]} {parse.deps[child]}", f"sc={status} {parse.lowers[child]}")
        else:
            found.append(f"c={parse.deps[child]}")
    above = head
    for _ in range(3):
        higher = parse.heads[above]
        if higher == above:
            break
        found.append(f"a={parse.lemmas[higher]} {parse.deps[above]}")
        above = higher
    if head != event:
        for child in parse.children[head]:
            if parse.deps[child] in _AUXILIARY:
                found.append(f"hc={parse.lowers[child]} {parse.deps[child]} {dep}")
    return found
