"""What an answer names in, an address out under which it is looked up: a page where there are pages, else a resource.

Over standard input and output there are no pages: `dateline://articles/wire-1?chars=25,85` is then a resource of the
protocol, and what it gives is the passage itself.
"""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

ARTICLE = "dateline://articles/{article}{?chars}"
"""The template of the resources: the text of an article, or the code points from a start to an end of it."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where things stand."""

    pages: str | None = None
    """The address of the pages, without a slash at its end; None where there are none."""

    def article(self, article: str) -> str:
        """An article."""
        if self.pages is None:
            return f"dateline://articles/{quote(article, safe='', errors='replace')}"
        return f"{self.pages}/article?{urlencode({'id': article}, errors='replace')}"

    def passage(self, article: str, start: int, end: int) -> str:
        """A passage of an article."""
        if self.pages is None:
            return f"{self.article(article)}?chars={start},{end}"
        return f"{self.article(article)}&start={start}&end={end}#passage"

    def story(self, story: int) -> str:
        """A story."""
        return f"{self.pages or 'dateline:/'}/stories/{story}"

    def line(self, story: int, entry: str) -> str:
        """A line of a story's timeline."""
        return f"{self.story(story)}/lines/{quote(entry, safe='')}"
