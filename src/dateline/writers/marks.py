"""Marks, as lines for the terminal: by whom and when, what was done, to which line or story."""

from dateline.model import Mark, MarkKind, Marks
from dateline.writers.page import Page
from dateline.writers.phrasing.characters import folded, isolated

_WIDEST = 70


def write_marks(marks: Marks, page: Page) -> str:
    """A line for each mark, with its number, by which it is taken back."""
    if not marks.marks:
        return "No marks.\n"
    rows = [_row(mark) for mark in marks.marks]
    widths = [max(len(row[at]) for row in rows) for at in range(4)]
    return "".join(
        "  ".join([*(f"{cell:<{width}}" for cell, width in zip(row[:4], widths, strict=True)), row[4]]).rstrip() + "\n"
        for row in rows
    )


def _row(mark: Mark) -> tuple[str, str, str, str, str]:
    """Number, day, person, kind, and what it says and is on."""
    said = " ".join(filter(None, (_said(mark), _on(mark))))
    back = f" (taken back by {isolated(folded(mark.undone_by))})" if mark.undone_by else ""
    return str(mark.id), f"{mark.at:%Y-%m-%d %H:%M}", isolated(folded(mark.by)), mark.kind.value, said + back


def _said(mark: Mark) -> str:
    if mark.kind is MarkKind.WRITE:
        return ""
    return ", ".join(isolated(folded(value)) for value in mark.values if value)


def _on(mark: Mark) -> str:
    story = f"[story {mark.story}]" if mark.story is not None else ""
    if mark.lines:
        told = " + ".join(f"{line.entry} {line.date} “{_short(line.headline)}”" for line in mark.lines)
        return f"on {told} {story}".rstrip()
    articles = f"{', '.join(map(folded, mark.articles))} " if mark.articles else ""
    return f"{articles}{' → '.join(f'story {one}' for one in mark.stories)}"


def _short(text: str) -> str:
    told = isolated(folded(text))
    return told if len(told) <= _WIDEST else told[:_WIDEST].rsplit(" ", 1)[0] + " …"
