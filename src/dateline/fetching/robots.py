"""A site's robots.txt in, whether an address may be fetched and how long to wait out (RFC 9309)."""

from urllib.robotparser import RobotFileParser

AGENT = "Dateline"
"""The name by which sites know us; the whole agent adds the version and where to ask."""


class Robots:
    """What a site allows."""

    def __init__(self, text: str | None, status: int) -> None:
        """`text` is the file, `status` what came for it: nothing there allows all, a fault of the server nothing."""
        self.is_silent = status >= 500 or status == 429
        """Whether the server could not say what it allows."""
        self._parser = RobotFileParser()
        if status == 200 and text is not None:
            self._parser.parse(text.splitlines())
        else:
            self._parser.parse(["User-agent: *", "Disallow: /" if self.is_silent else "Allow: /"])

    def allows(self, address: str) -> bool:
        """Whether an address may be fetched."""
        return self._parser.can_fetch(AGENT, address)

    def delay(self) -> float:
        """Seconds that the site asks to be left between two requests."""
        try:
            return float(self._parser.crawl_delay(AGENT) or 0)
        except (TypeError, ValueError):
            return 0.0
