"""What a sentence tells of an event: who says so, and whether it took place.

    from dateline.events import Statuses, load, triggers_of

    parse = next(load().parse([(text, sentences)]))
    statuses = Statuses(parse)
    print([(parse.words[trigger], statuses.of(trigger)) for trigger in triggers_of(parse)])

The names below are for who has sentences of his own; whole articles are read by `dateline.annotate`. Each is imported
when it is first used, since most of a run needs the surface layer alone.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.events.attribution.spans import attributions as attributions_of
    from dateline.events.mentions.mentions import mentions as mentions_of
    from dateline.events.mentions.participants import participants as participants_of
    from dateline.events.mentions.participants import place as place_of
    from dateline.events.mentions.triggers import triggers as triggers_of
    from dateline.events.parsing.parse import Parse
    from dateline.events.parsing.parser import Parser, installed, load
    from dateline.events.status.certainty import certainty as certainty_of
    from dateline.events.status.certainty import status_of
    from dateline.events.status.decision import Statuses

# Functions that bear the name of their module end in `_of` here, so that a name of this package is never two things.
_HOME = {
    "Parse": ("parsing.parse", "Parse"),
    "Parser": ("parsing.parser", "Parser"),
    "Statuses": ("status.decision", "Statuses"),
    "attributions_of": ("attribution.spans", "attributions"),
    "certainty_of": ("status.certainty", "certainty"),
    "installed": ("parsing.parser", "installed"),
    "load": ("parsing.parser", "load"),
    "mentions_of": ("mentions.mentions", "mentions"),
    "participants_of": ("mentions.participants", "participants"),
    "place_of": ("mentions.participants", "place"),
    "status_of": ("status.certainty", "status_of"),
    "triggers_of": ("mentions.triggers", "triggers"),
}

__all__ = [
    "Parse",
    "Parser",
    "Statuses",
    "attributions_of",
    "certainty_of",
    "installed",
    "load",
    "mentions_of",
    "participants_of",
    "place_of",
    "status_of",
    "triggers_of",
]


def __getattr__(name: str) -> object:
    if name in _HOME:
        module, own_name = _HOME[name]
        return getattr(importlib.import_module(f"dateline.events.{module}"), own_name)
    raise AttributeError(f"module 'dateline.events' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
