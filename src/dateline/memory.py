"""What a process remembers from one call to the next, all of it, and how to let go of it.

Two things only are remembered: what was made of a language's data, which stays with the language, and the answers of
the functions named here, each of them a bounded number, or the one value that a data file gives. Nothing depends on
them: a call that finds nothing remembered gives the same result, later.
"""

import sys

from dateline import languages

REMEMBERING = (
    "dateline.coding.country_codes.alpha3",
    "dateline.coding.country_codes.by_alpha3",
    "dateline.coding.country_codes.codes",
    "dateline.entities.gazetteer._table",
    "dateline.entities.gazetteer.bearers",
    "dateline.languages.identification._known",
    "dateline.languages.language._empty_settings",
    "dateline.languages.language.shipped",
    "dateline.readers.databases.printed._months",
    "dateline.readers.databases.printed._printed",
    "dateline.readers.globs._compiled",
    "dateline.reading.entry_dates.date_of",
    "dateline.times.outlet_country._outlets",
    "dateline.times.resolving.partial._years_around",
    "dateline.times.values.days",
    "dateline.times.values.granularity",
    "dateline.web.pages.shell.asset",
    "dateline.web.pages.shell.environment",
    "dateline.writers.html._environment",
    "dateline.writers.json._timeline_reader",
)
"""Every function outside the languages that remembers answers, with its module."""


def reset() -> None:
    """Forget everything: memory is freed, and the next call reads its data anew. Safe beside running calls."""
    languages.forget()
    for name in REMEMBERING:
        module, _, function = name.rpartition(".")
        if module in sys.modules:
            getattr(sys.modules[module], function).cache_clear()
