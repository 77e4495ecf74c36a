"""A list of feeds in, as readers of feeds give it to one another (OPML 2.0), and out."""

import re
from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from dateline.errors import OptionError
from dateline.model import Feed

_OPENS = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<opml\b", re.DOTALL | re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")


def is_opml(text: str) -> bool:
    """Whether a text is such a list."""
    return bool(_OPENS.match(text))


def feeds_of(text: str) -> list[str]:
    """The addresses of the feeds of a list, at whatever depth, in their order."""
    try:
        from lxml import etree  # noqa: PLC0415 - for these lists alone
    except ImportError:
        raise OptionError("OPML is read by lxml. pip install 'dateline[formats]' brings it") from None
    tree = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    found = [] if tree is None else [(one.get("xmlUrl") or "").strip() for one in tree.iter("outline")]
    return [address for address in found if _ADDRESS.fullmatch(address)]


def written(feeds: Iterable[Feed]) -> str:
    """A list of feeds."""
    outlines = "".join(
        f'    <outline type="rss" text={quoteattr(feed.title or feed.address)} xmlUrl={quoteattr(feed.address)}/>\n'
        for feed in feeds
    )
    head = "  <head>\n    <title>Feeds that Dateline watches</title>\n  </head>\n"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n{head}  <body>\n{outlines}  </body>\n</opml>\n'
    )
