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
    from dateline.events.attributions import attributions as attributions_of
    from dateline.events.certainty import certainty as certainty_of
    from dateline.events.certainty import status_of
    from dateline.events.mentions import mentions as mentions_of
    from dateline.events.parse import Parse
    from dateline.events.parser import Parser, installed, load
    from dateline.events.participants import participants as participants_of
    from dateline.events.participants import place as place_of
    from dateline.events.status import Statuses
    from dateline.events.triggers import triggers as triggers_of

# Functions that bear the name of their module end in `_of` here, so that a name of this package is never two things.
_HOME = {
    "Parse": ("parse", "Parse"),
    "Parser": ("parser", "Parser"),
    "Statuses": ("status", "Statuses"),
    "attributions_of": ("attributions", "attributions"),
    "certainty_of": ("certainty", "certainty"),
    "installed": ("parser", "installed"),
    "load": ("parser", "load"),
    "mentions_of": ("mentions", "mentions"),
    "participants_of": ("participants", "participants"),
    "place_of": ("participants", "place"),
    "status_of": ("certainty", "status_of"),
    "triggers_of": ("triggers", "triggers"),
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
