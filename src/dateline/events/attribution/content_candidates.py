"""What may be the content of an attribution: candidates around a cue, and what tells them apart."""

from collections.abc import Iterable

from dateline.events.attribution.quotes import Quoted
from dateline.events.attribution.source_candidates import Stretch
from dateline.events.attribution.speech_words import days
from dateline.events.parsing.parse import Parse

Content = tuple[Stretch, ...]
Found = dict[Content, str]
"""Contents, each with how it was found: the labels from the cue up (`>`) and down (`<`) to it, and what was cut."""

# A quotation runs on through at most so many sentences beyond the cue's, or paragraphs before it: three of PolNeAR's
# 19,831 training attributions run on farther.
_LONGEST = 12

_FUNCTION = frozenset(["aux", "auxpass", "neg", "punct", "mark", "cc", "det", "case", "predet", "expl"])
_ADJUNCT = frozenset(
    ["aux", "auxpass", "neg", "advmod", "npadvmod", "dative", "prt", "prep", "agent", "nsubj", "nsubjpass", "punct"]
)
_LOOSE = frozenset(["conj", "cc", "advcl", "relcl", "prep", "acl", "parataxis", "npadvmod", "appos", "punct"])
_OPEN = frozenset(["prep", "xcomp", "dobj", "ccomp", "attr", "acomp", "agent"])


def candidates(parse: Parse, cue: int, source: Stretch | None, quoted: Quoted) -> Found:
    """Contents that `cue` may have; of several ways to find one, the first names it."""
    first, last = parse.bounds[parse.sentence[cue]]
    last -= 1
    found: Found = {}
    left, right = _clause(parse, cue, source, first, last)
    for kind, stretches in (
        *_below(parse, cue, last),
        *_above(parse, cue, left, right),
        ("before", ((first, left - 1),)),
        ("after", ((right + 1, last),)),
        ("after cue", ((cue + 1, last),)),
        ("around", ((first, left - 1), (right + 1, last))),
        *_around(parse, cue, left, right),
        *_quotations(cue, quoted, first, last),
    ):
        content = tuple([part for stretch in stretches if (part := _trimmed(parse, stretch, source)) is not None])
        if content:
            found.setdefault(content, kind)
    _running_on(parse, cue, quoted, last, found)
    return found


Ways = Iterable[tuple[str, tuple[Stretch, ...]]]


def _trimmed(parse: Parse, stretch: Stretch, source: Stretch | None) -> Stretch | None:
    """The stretch without the source and punctuation at its ends (quotation marks stay); None when nothing is left."""
    left, right = stretch
    if source is not None and left <= source[0] and source[1] <= right:
        if source[0] == left:
            left = source[1] + 1
        elif source[1] == right:
            right = source[0] - 1
    tags = parse.tags
    while left <= right and tags[left] in (",", ":", ".", "''"):
        left += 1
    while right >= left and tags[right] in (",", ":", ".", "``"):
        right -= 1
    return (left, right) if left <= right else None


def _clause(parse: Parse, cue: int, source: Stretch | None, first: int, last: int) -> Stretch:
    """The stretch that introduces: the cue, its source, and what hangs on the cue but may not be content."""
    left = right = cue
    for child in parse.children[cue]:
        if parse.deps[child] in _ADJUNCT:
            if parse.right[child] < cue:
                left = min(left, parse.left[child])
            elif cue < parse.left[child] <= right + 1:
                right = parse.right[child]
    if source is not None and first <= source[0] and source[1] <= last:
        left, right = min(left, source[0]), max(right, source[1])
    return left, right


def _below(parse: Parse, cue: int, last: int) -> Ways:
    """What hangs on the cue, to three steps down: whole, to the sentence's end, or cut before a loose part."""
    deps, left, right, children = parse.deps, parse.left, parse.right, parse.children
    for child in children[cue]:
        dep = deps[child]
        if dep in _FUNCTION:
            continue
        a, b = left[child], right[child]
        yield f"<{dep}", ((a, b),)
        if child > cue:
            yield f"<{dep} on", ((a, last),)
            yield f"<{dep} clause", ((a, right[cue]),)
        if a < cue < b:
            yield f"<{dep} right", ((cue + 1, b),)
            yield f"<{dep} left", ((a, cue - 1),)
        for second in children[child]:
            below = deps[second]
            if below in _FUNCTION:
                continue
            c, d = left[second], right[second]
            yield f"<{dep}<{below}", ((c, d),)
            if second > cue:
                yield f"<{dep}<{below} on", ((c, last),)
                if second > child and below in _LOOSE:
                    yield f"<{dep} before {below}", ((a, c - 1),)
            if dep in _OPEN:
                for third in children[second]:
                    under = deps[third]
                    if under in _FUNCTION:
                        continue
                    if under in _LOOSE and third > second > cue:
                        yield f"<{dep}<{below} before {under}", ((c, left[third] - 1),)
                    yield f"<{dep}<{below}<{under}", ((left[third], right[third]),)


def _above(parse: Parse, cue: int, clause_left: int, clause_right: int) -> Ways:
    """What the cue hangs on, to three steps up: `the plan that he called "absurd"`, `the claim, he said, that…`."""
    deps, left, right = parse.deps, parse.left, parse.right
    child = cue
    for depth, head in enumerate(parse.ancestors(cue)):
        dep = deps[child]
        a, b = left[head], right[head]
        yield f">{dep}", ((a, left[child] - 1), (right[child] + 1, b))
        yield f">{dep} left", ((a, left[child] - 1),)
        yield f">{dep} right", ((right[child] + 1, b),)
        yield f">{dep} but clause", ((a, clause_left - 1), (clause_right + 1, b))
        for sibling in parse.children[head]:
            if sibling != child and deps[sibling] not in _FUNCTION:
                yield f">{dep}<{deps[sibling]}", ((left[sibling], right[sibling]),)
                if depth == 0:
                    pair = sorted(((left[sibling], right[sibling]), (clause_right + 1, right[cue])))
                    if pair[0][1] < pair[1][0] <= pair[1][1]:
                        yield f">{dep}<{deps[sibling]} and on", tuple(pair)
        if depth == 2:
            return
        child = head


def _around(parse: Parse, cue: int, clause_left: int, clause_right: int) -> Ways:
    """A complement that the introducing clause cuts in two: `"It works," she said, "for now."`"""
    for label in ("ccomp", "parataxis"):
        child = parse.child(cue, label)
        if child is not None and parse.left[child] < cue < parse.right[child]:
            parts = ((parse.left[child], clause_left - 1), (clause_right + 1, parse.right[child]))
            yield f"<{label} around", parts


def _quotations(cue: int, quoted: Quoted, first: int, last: int) -> Ways:
    """Whole quotations of the cue's sentence."""
    own = quoted.number[cue]
    numbers = sorted({number for number in quoted.number[first : last + 1] if number >= 0 and number != own})
    runs = tuple([(max(first, quoted.first[number]), min(last, quoted.last[number])) for number in numbers])
    ahead = tuple([run for run in runs if run[0] > cue])
    behind = tuple([run for run in runs if run[1] < cue])
    yield "quotations", runs
    yield "quotation ahead", ahead[:1]
    yield "quotations ahead", ahead
    yield "quotation behind", behind[-1:]
    yield "quotations behind", behind


def _running_on(parse: Parse, cue: int, quoted: Quoted, last: int, found: Found) -> None:
    """Let every content that may, go on into the quoted sentences after, or take in those before."""
    number = quoted.number
    first = parse.bounds[parse.sentence[cue]][0]
    ahead = _quoted_after(parse, cue, quoted)
    how = ""
    if ahead is not None:
        how = _how_it_goes_on(parse, cue, ahead, quoted)
        for content, kind in list(found.items()):
            left, right = content[-1]
            if right + 3 >= last and right > cue and number[right] >= 0:
                found.setdefault((*content[:-1], (left, ahead[1])), f"{kind} ++{how}")
            elif right < cue or right + 3 >= last:
                found.setdefault((*content, ahead), f"{kind} +{how}")
        found.setdefault((ahead,), f"next{how}")
    behind = _quoted_before(parse, cue, quoted)
    if behind is not None:
        for content, kind in list(found.items()):
            left, right = content[0]
            if left <= first + 1 and number[left] >= 0:
                found.setdefault(((behind[0], right), *content[1:]), f"-- {kind}")
        found.setdefault((behind,), "previous")
        if ahead is not None:
            # `“Who knows?” she asked. “I do not.”`, where the mark that asks ends a sentence.
            found.setdefault((behind, ahead), f"previous +{how}")


def _how_it_goes_on(parse: Parse, cue: int, ahead: Stretch, quoted: Quoted) -> str:
    """Whether the quotation after stands in another line, has a verb of its own after it, resumes, was open before."""
    quotation = quoted.number[ahead[0]]
    end_of_sentence = parse.bounds[parse.sentence[ahead[1]]][1]
    return "".join(
        sign
        for sign, holds in (
            ("|", "\n" in parse.text[parse.ends[cue] : parse.starts[ahead[0]]]),
            ("v", any(tag[0] == "V" for tag in parse.tags[ahead[1] + 1 : end_of_sentence])),
            ("r", quoted.resumes[quotation]),
            ("o", quoted.first[quotation] < ahead[0]),
        )
        if holds
    )


def _quoted_after(parse: Parse, cue: int, quoted: Quoted) -> Stretch | None:
    """The quoted sentences right after the cue's, to the end of the last quotation that fills its sentence."""
    start = end = -1
    sentence = parse.sentence[cue] + 1
    for number in range(sentence, min(sentence + _LONGEST, len(parse.bounds))):
        first, last = parse.bounds[number]
        quotation = quoted.number[first]
        if quotation < 0:
            break
        if start < 0:
            start = first
        elif quoted.first[quotation] == first and not quoted.resumes[quotation]:
            break
        end = min(last - 1, quoted.last[quotation])
        if end < last - 2:
            break
    return None if start < 0 else (start, end)


def _quoted_before(parse: Parse, cue: int, quoted: Quoted) -> Stretch | None:
    """The quoted sentences right before the cue's."""
    start = -1
    sentence = parse.sentence[cue] - 1
    for number in range(sentence, max(sentence - _LONGEST, -1), -1):
        first, last = parse.bounds[number]
        if quoted.number[last - 1] < 0 or quoted.number[first] < 0:
            break
        start = first
    return None if start < 0 else (start, parse.bounds[parse.sentence[cue]][0] - 1)


def with_paragraphs_before(content: Content, quoted: Quoted) -> Content:
    """The content from the first paragraph of a speech on, when it begins with one that goes on from those before.

    Each paragraph of a long quotation opens with a mark and only the last one closes; who speaks is told once.
    """
    left, right = content[0]
    number = quoted.number[left]
    if number < 0 or left - quoted.first[number] > 1:
        return content
    for earlier in range(number - 1, max(-1, number - 1 - _LONGEST), -1):
        if not quoted.resumes[earlier + 1] or quoted.first[earlier] > quoted.last[earlier]:
            break
        left = quoted.first[earlier]
    return ((left, right), *content[1:])


def features(parse: Parse, cue: int, source: Stretch | None, content: Content, kind: str, quoted: Quoted) -> list[str]:
    """What tells whether `content`, found as `kind`, is the content of `cue`."""
    tags, lowers, deps, number = parse.tags, parse.lowers, parse.deps, quoted.number
    left, right = content[0][0], content[-1][1]
    first, last = parse.bounds[parse.sentence[cue]]
    lemma, tag = parse.lemmas[cue], tags[cue]
    size = sum([b - a for a, b in content])
    length = (
        "0" if size < 1 else "1" if size < 3 else "2" if size < 7 else "3" if size < 15 else "4" if size < 30 else "5"
    )
    share = share_quoted(content, quoted)
    gap = left - cue if left > cue else cue - right if right < cue else 0
    near = "0" if gap <= 1 else "1" if gap <= 2 else "2" if gap <= 5 else "3"
    word = lowers[left]
    before, before_tag = (lowers[left - 1], tags[left - 1]) if left > first else ("#", "#")
    after, after_tag, after_dep = ("#", "#", "#")
    if right + 1 < last:
        after, after_tag, after_dep = lowers[right + 1], tags[right + 1], deps[right + 1]
    own = "own" if number[cue] >= 0 else ""
    # A quotation cut in two by an edge of the content is a sign that the edge is wrong.
    edges = f"{_edge(number[left], quoted.first, left, 0)}{_edge(number[right], quoted.last, right, 1)}"
    # "…, officials said on Tuesday": a comma before the clause, a day after the cue.
    opening = cue if source is None or source[0] > cue else source[0]
    lead = tags[opening - 1] if opening > first else "#"
    tail = tags[cue + 1] if cue + 1 < last else "#"
    opening_day = days(parse.language)
    day = "day" if word in opening_day or (left < right and lowers[left + 1] in opening_day) else ""
    side = "" if source is None else "<" if source[1] < cue else ">"
    return [
        f"k={kind}",
        f"kl={kind} {lemma}",
        f"kd={kind} {tag} {deps[cue]}",
        f"kq={kind} {share} {own}",
        f"q={share} {edges} {own}",
        f"qk={edges} {kind}",
        f"ks={kind} {side} {tag}",
        f"kn={kind} {length}",
        f"k1={kind} {word}",
        f"kx={kind} {after_tag}",
        f"kxd={kind} {after_dep}",
        f"kp={kind} {before_tag}",
        f"ke={kind} {lead} {tail}",
        f"kday={kind} {day}",
        f"w1={word}",
        f"w-1={before}",
        f"lw-1={lemma} {before}",
        f"xw={after}",
        f"nl={length} {lemma}",
        f"g={near} {tag} {share}",
        f"parts={len(content)} {share}",
    ]


def share_quoted(content: Content, quoted: Quoted) -> str:
    """Whether the parts of a content, by their ends and middles, stand in quotation marks: `all`, `some` or `none`."""
    number = quoted.number
    inside = sum([(number[a] >= 0) + (number[(a + b) // 2] >= 0) + (number[b] >= 0) for a, b in content])
    return "all" if inside == 3 * len(content) else "some" if inside else "none"


def _edge(quotation: int, edges: list[int], position: int, slack: int) -> str:
    """Whether an edge of a content is that of a quotation (`=`), cuts one in two (`x`), or has none (`-`)."""
    if quotation < 0:
        return "-"
    return "=" if abs(edges[quotation] - position) <= slack else "x"
