"""The words and figures of a number in (`twenty-four`, `2 1/2`), its value out."""

from collections.abc import Callable, Mapping, Sequence

from dateline.times.grammar.word_classes import Value

ValuesOf = Callable[[str], Mapping[str, Value]]
"""The classes of a word, each with the word's value there."""

VAGUE = "X"
"""The number that `several` and `few` give."""

_ADDED = ("ONES", "TEENS", "TENS", "ORDINAL", "INT", "NTH", "TENSDECADE")


def read(words: Sequence[str], values_of: ValuesOf) -> int | float | str | None:
    """The number that `words` say (`twenty-four`, `2 1/2`, `a couple of`, `nineteenth`), VAGUE, or None."""
    total: float = 0
    group: float = 0
    seen = False
    for word in words:
        found = values_of(word)
        if "VAGUE" in found:
            return VAGUE
        if "SCALE" in found:
            scale = int(found["SCALE"])
            group = (group or 1) * scale
            if scale > 100:
                total, group = total + group, 0
            seen = True
        elif "COUPLE" in found:
            group, seen = (group or 1) * int(found["COUPLE"]), True
        elif "HALF" in found:
            group, seen = group + 0.5, True
        elif "FRACTION" in found:
            above, _, below = str(found["FRACTION"]).partition("/")
            group, seen = group + (int(above) / int(below) if int(below) else 0), True
        elif "NUM" in found:
            group, seen = group + float(str(found["NUM"]).replace(",", "")), True
        elif (name := next((name for name in _ADDED if name in found), None)) is not None:
            added = int(found[name])
            # "nineteen ninety-one", "two thousand nineteen", "twenty-four"
            group = group * 100 + added if group in range(10, 100) and added >= 10 else group + added
            seen = True
    if not seen:
        return 1 if words else None
    number = total + group
    return int(number) if number == int(number) else number
