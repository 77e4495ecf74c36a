"""The tools that change an archive, for who started the server with `--write`: articles are added, lines are marked.

What an assistant does is kept under a name that says so, and each mark can be taken back.
"""

from typing import Annotated, Any

from pydantic import Field

from dateline.errors import OptionError
from dateline.model import Mark, MarkKind
from dateline.model.hand import OF_STORIES
from dateline.web.api.answers import AddReport
from dateline.web.assistants.tools import EntryId, StoryId
from dateline.web.bulk import report_of
from dateline.web.desk import Desk

_AT_ONCE = 20
# Marks of a line that are made on it; a line of one's own is not.
_KINDS = tuple(kind for kind in MarkKind if kind not in (*OF_STORIES, MarkKind.WRITE))


class WritingTools:
    """What an assistant may do to one archive. A method a tool."""

    def __init__(self, desk: Desk, by: str) -> None:
        self._desk = desk
        self._by = by

    def add(
        self,
        articles: Annotated[
            list[dict[str, Any]],
            Field(
                description="Each with `text` and `published` (YYYY-MM-DD); `id`, `source`, `title`, `url`, `byline`, "
                "`language`, `updated` where they are known.",
                min_length=1,
                max_length=_AT_ONCE,
            ),
        ],
        story: Annotated[
            str | None, Field(description="A story to file them under, by its id or a name.", max_length=200)
        ] = None,
    ) -> AddReport:
        """Add articles, word for word as they were published. What becomes of each is told; a known one is passed over.

        Never add what you wrote or summed up yourself: every line of a timeline is quoted from an article.
        """
        return report_of(self._desk.archive, articles, story, self._by)

    def mark(
        self,
        story: StoryId,
        entry: EntryId,
        kind: Annotated[MarkKind, Field(description=f"One of {', '.join(_KINDS)}.")],
        values: Annotated[
            list[Annotated[str, Field(max_length=2_000)]],
            Field(
                description="Of `star` and `hide` none; of `join` the ids of the other lines, of `split` the numbers "
                "of the passages that leave, from 1; of the others one text: note, tag, TIMEX3 date, status, name.",
                max_length=_AT_ONCE,
            ),
        ] = [],  # noqa: B006 - the schema is made of it, and nobody changes it
    ) -> Mark:
        """Mark a line: star, hide, note, tag; correct its date, status, speaker, headline; join it to others, split it.

        What Dateline reads stays beside what you put in its place. `undo` takes a mark back by its id.
        """
        if kind not in _KINDS:
            raise OptionError(f"a line cannot be marked with {kind.value!r}. Use one of {', '.join(_KINDS)}")
        _, line = self._desk.line(story, entry)
        given: list[Any] = list(values)
        if kind is MarkKind.JOIN:
            given = [self._desk.line(story, other)[1] for other in values]
        return self._desk.story(story).mark(kind, line, *given, by=self._by)

    def undo(self, mark: Annotated[int, Field(description="The id of the mark.", ge=1, le=2**31 - 1)]) -> Mark:
        """Take a mark back."""
        return self._desk.archive.undo(mark, by=self._by)
