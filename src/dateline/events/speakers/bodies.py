"""The words of a source in, the whole name of a body or an outlet out: `All Norden Airways`, `Department of Justice`.

What is cut off a person's name (a rank, a weekday, an `and` that joins two) may be a part of a body's: where the words
around end or open with one that names a kind of body, the whole run of capitals is its name.
"""

from collections.abc import Sequence

from dateline.entities.countries import by_adjective
from dateline.entities.name_words import name_words
from dateline.events.parsing.grammar import grammar
from dateline.events.speakers.words import small_name_words
from dateline.languages import Language


def whole_name(language: Language, words: Sequence[str], name: Sequence[str]) -> Sequence[str]:
    """The name that a run of words gives, of which `name` is what was read of it; `name` where no more is certain."""
    runs = [run for run in _runs(language, words) if _holds(run, name)]
    if not runs or len(runs[0]) <= len(name):
        return name
    run = runs[0]
    known = name_words(language)
    last, kinds = run[-1].lower(), known.organisation | known.headed
    is_body = last in kinds or any(word.lower() in kinds for word in run[:-1] if _leads(language, run, word))
    if not is_body:
        return name
    if name[-1].lower() in small_name_words(language) or _is_only_kind(language, name):
        return run
    if (
        list(run[: len(name)]) == list(name)
        and name[-1].lower() in kinds
        and run[len(name)].lower() in grammar(language).of
    ):
        # "Norden Office of the High Envoy for Fish" is no "Norden Office".
        return run
    lost = run[: len(run) - len(name)] if list(run[-len(name) :]) == list(name) else ()
    whole = bool(lost) and not any(_is_beside(language, word) for word in lost)
    return run if whole else name


def _leads(language: Language, run: Sequence[str], word: str) -> bool:
    """Whether a word of a run stands before one that joins the rest to it: `Department of`."""
    at = list(run).index(word)
    return at + 1 < len(run) and run[at + 1].lower() in small_name_words(language) | grammar(language).to


def _is_only_kind(language: Language, name: Sequence[str]) -> bool:
    """Whether a name says no more than what kind of body it is: `Corporation`, `Department`."""
    known = name_words(language)
    return len(name) == 1 and name[0].lower() in known.organisation | known.headed


def _is_beside(language: Language, word: str) -> bool:
    """Whether a word with a capital before a name tells something of it and is no part of it: a rank, a demonym."""
    known = name_words(language)
    lower = word.lower()
    return lower in known.title or word in by_adjective(language) or lower in known.rank


def _runs(language: Language, words: Sequence[str]) -> list[list[str]]:
    """The runs of words with capitals, small words that join two of them included; what is owned begins a new one."""
    joining = small_name_words(language) | grammar(language).and_ | grammar(language).to
    possessive = name_words(language).possessive
    runs: list[list[str]] = [[]]
    for word in words:
        if word[:1].isupper() and word.lower() not in grammar(language).articles:
            runs[-1].append(word)
            if word.endswith(possessive):
                runs.append([])
        elif runs[-1] and (word.lower() in joining or _is_within(language, runs[-1][-1], word)):
            runs[-1].append(word)
        else:
            runs.append([])
    for run in runs:
        while run and run[-1].lower() in joining | grammar(language).the:
            run.pop()
    return [run for run in runs if run]


def _is_within(language: Language, before: str, word: str) -> bool:
    """Whether an article goes on with a name: `Office of the High Envoy`."""
    return word.lower() in grammar(language).the and before.lower() in grammar(language).of


def _holds(run: Sequence[str], name: Sequence[str]) -> bool:
    """Whether a run holds a name's words that have capitals."""
    return all(word in run for word in name if word[:1].isupper())
