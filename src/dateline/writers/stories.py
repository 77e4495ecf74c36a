"""Stories, and what a search found, as lines for the terminal."""

from collections.abc import Iterator

from dateline.model import Facet, Hit, SearchResult, Stories
from dateline.writers.page import Page
from dateline.writers.phrasing.characters import visible

# Values of a facet that are shown.
_VALUES = 5
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def write_stories(stories: Stories, page: Page) -> str:
    """A line for each story: id, days, articles, outlets, what is ahead, title."""
    rows = [("id", "first", "last", "articles", "outlets", "ahead", "title")]
    for story in stories.stories:
        days = (str(story.first or "-"), str(story.last or "-"))
        numbers = (str(len(story.articles)), str(story.outlets), str(story.ahead or ""))
        rows.append((str(story.id), *days, *numbers, visible(story.title)))
    widths = [max(len(row[at]) for row in rows) for at in range(6)]
    return "".join(
        "  ".join([*(f"{cell:<{width}}" for cell, width in zip(row[:6], widths, strict=True)), row[6]]).rstrip() + "\n"
        for row in rows
    )


def write_search(result: SearchResult, page: Page) -> str:
    """Each article found by a sentence of it, what was sought marked; lines of timelines; counts."""
    lines = [f"{result.total} article{'' if result.total == 1 else 's'} found", ""]
    for hit in result.articles:
        outlet = f"{hit.source}, " if hit.source else ""
        story = "" if hit.story is None else f", story {hit.story}"
        lines.append(
            visible(f"{hit.published or 'undated'}  {hit.title or hit.article} ({outlet}{hit.article}{story})")
        )
        lines += [f"    {_marked(hit, page.color)}", ""]
    if result.entries:
        lines.append("Lines of timelines")
        lines += [
            visible(f"{entry.first or 'undated'}  {entry.status}: {entry.headline} (story {entry.story})")
            for entry in result.entries
        ]
        lines.append("")
    if result.facets and result.total:
        lines += list(_facets(result))
    if result.cursor:
        lines.append(f"More with --cursor {result.cursor}")
    return "\n".join(lines).rstrip() + "\n"


def _marked(hit: Hit, color: bool) -> str:
    """The sentence with what was sought between marks: bold, or in brackets."""
    opening, closing = (_BOLD, _PLAIN) if color else ("[", "]")
    told, at = "", hit.start
    for start, end in hit.marks:
        before, found = hit.exact[at - hit.start : start - hit.start], hit.exact[start - hit.start : end - hit.start]
        told += f"{_one_line(before)}{opening}{_one_line(found)}{closing}"
        at = end
    return (told + _one_line(hit.exact[at - hit.start :])).strip()


def _one_line(text: str) -> str:
    return visible(text.replace("\r", " ").replace("\n", " "))


def _facets(result: SearchResult) -> Iterator[str]:
    facets = result.facets
    assert facets
    named: tuple[tuple[str, tuple[Facet, ...]], ...] = (
        ("outlets", facets.sources),
        ("published", facets.published),
        ("days told", facets.told),
        ("places", facets.places),
        ("people", facets.people),
        ("stories", facets.stories),
    )
    for name, values in named:
        if values:
            told = ", ".join(f"{value.value} {value.articles}" for value in values[:_VALUES])
            yield visible(f"{name}: {told}{', …' if len(values) > _VALUES else ''}")
