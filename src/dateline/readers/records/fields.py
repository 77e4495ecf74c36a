"""A JSON object and a path in, a field of an article out, in Dateline's own words and with what gave it.

Whatever shape an object has, its values are taken the same way: a text without its mark-up, names as people write them,
a time in whatever style.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dateline.errors import InputError
from dateline.readers import stamps
from dateline.readers.web.blocks import plain_text

Value = Mapping[str, Any]
Make = Callable[[Value, str], Iterator["Shaped | InputError"]]
"""What makes articles of an object: it is given the object and where that stands."""


@dataclass(slots=True)
class Shaped:
    """One article of a record: its fields, what gave each, and its place where the record holds several."""

    kind: str
    fields: dict[str, Any] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    excerpt: bool = False
    where: str | None = None

    def take(self, name: str, value: Any, by: str) -> None:
        """Keep a value for a field that has none yet."""
        if name not in self.fields and value is not None and str(value).strip() not in ("", "None", "null"):
            self.fields[name] = str(value)
            self.told[name] = by


def at(value: Any, path: str) -> Any:
    """The value at a path such as `meta.dates.0.value`; None where there is none."""
    for part in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(part)
        elif isinstance(value, list) and part.lstrip("-").isdecimal() and -len(value) <= int(part) < len(value):
            value = value[int(part)]
        else:
            return None
    return value


def paragraphs(value: Any) -> str:
    """A text of whatever parts a record holds it in, a paragraph each."""
    if isinstance(value, list):
        return "\n\n".join(paragraphs(item) for item in value)
    if isinstance(value, Mapping):
        return "\n\n".join(paragraphs(item) for item in value.values())
    return "" if value is None else str(value)


def joined(value: Any) -> str | None:
    """Names as people write them: a list with commas, of objects their names."""
    if value is None or value == "":
        return None
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(joined, value))) or None
    if isinstance(value, Mapping):
        return joined(value.get("name") or value.get("byline") or value.get("title"))
    return str(value)


def take_day(made: Shaped, name: str, value: Any, by: str, where: str) -> None:
    """Take a time in whatever style it is written; one of an update that cannot be read counts for nothing."""
    if value is None or str(value).strip() in ("", "None", "null"):
        return
    try:
        made.take(name, stamps.iso(value, where), by)
    except InputError:
        if name == "published":
            raise


def one_of(
    kind: str, paths: Mapping[str, tuple[str, ...]], is_teaser: Callable[[Value, Shaped], bool] | None = None
) -> Make:
    """A shape of one article an object: field → the paths that may give it, the surest first."""

    def make(value: Value, where: str) -> Iterator[Shaped | InputError]:
        made = Shaped(kind)
        for name, ways in paths.items():
            for path in ways:
                found = at(value, path)
                if name in ("published", "updated"):
                    take_day(made, name, found, f"{kind}: {path}", where)
                elif name == "text":
                    made.take(name, plain_text(paragraphs(found)), f"{kind}: {path}")
                else:
                    made.take(name, joined(found), f"{kind}: {path}")
        made.excerpt = is_teaser is not None and is_teaser(value, made)
        made.fields.setdefault("text", "")
        yield made

    return make
