"""A timeline and its copies in, who tells it out: each outlet's share, what it repeats, which texts are one."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from dateline.model import Form, Timeline
from dateline.text.copies import Copies
from dateline.web.answers import CopyGroup, OutletRow, Sources
from dateline.writers.phrasing.citations import outlet


def sources_of(timeline: Timeline, copies: Copies) -> Sources:
    """Who tells a timeline, and who copies whom."""
    outlets = {article.id: outlet(article) for article in timeline.articles}
    days = {article.id: article.published for article in timeline.articles}
    articles: dict[str, list[str]] = defaultdict(list)
    for article, name in outlets.items():
        articles[name].append(article)
    lines, first, alone = Counter[str](), Counter[str](), Counter[str]()
    repeats: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in timeline.entries:
        told = [passage for passage in entry.passages if passage.article in outlets]
        by = {outlets[passage.article] for passage in told}
        lines.update(by)
        dated = [day for passage in told if (day := days[passage.article])]
        first.update({outlets[p.article] for p in told if dated and days[p.article] == min(dated)})
        alone.update(by if len(by) == 1 else ())
        for passage in told:
            own = outlets[passage.article]
            if passage.origin and passage.origin != own:
                repeats[own][passage.origin] += 1
    rows = [
        OutletRow(
            name,
            tuple(own),
            lines[name],
            first[name],
            alone[name],
            tuple(Form(origin, count) for origin, count in repeats[name].most_common()),
        )
        for name, own in articles.items()
    ]
    return Sources(tuple(sorted(rows, key=lambda row: (-row.lines, row.outlet))), _groups(outlets, copies))


def _groups(present: Mapping[str, str], copies: Copies) -> tuple[CopyGroup, ...]:
    """The texts that several articles print, in order of publication."""
    groups: dict[str, list[str]] = {}
    for article in present:
        if copies.is_copy(article):
            groups.setdefault(copies.original(article), []).append(article)
    return tuple(CopyGroup(original, tuple(printed)) for original, printed in groups.items())
