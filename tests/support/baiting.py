"""An archive with an attack wherever something can be held: in each field of articles, marks, lines and stories."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.archive import open as open_archive
from dateline.archive.archive import Archive
from dateline.model import Article

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg onload=alert(1)><style>*{color:red}</style></svg>",
    "javascript:alert(1)",
    "{{ 7*7 }}{% for x in y %}",
    "[x](javascript:alert(1)) ![y](https://evil.example/z.png)",
    "</title></textarea></script><script>alert(1)</script>",
    "' onmouseover='alert(1)",
    "\u202eevil\x1b[31m",
    "</style><style>@import url(https://evil.example/a.css);body{display:none}</style>",
    '" style="position:fixed;inset:0;background:url(https://evil.example/b.png)',
    "*{background:url(https://evil.example/c.png)}/* expression(alert(1)) */",
    "<link rel=stylesheet href=https://evil.example/d.css><base href=https://evil.example/>",
    '=HYPERLINK("https://evil.example/","here")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)",
    "\t=1+1",
)
BAIT = " ".join(PAYLOADS)


def baited() -> list[Article]:
    """Articles with an attack in each of their fields."""
    return [
        Article(
            id=f"{payload} {number}",
            text=f"Mayor {payload} said on Tuesday that the bridge of Tolm {BAIT} collapsed on Monday, 16 October.\n\n"
            f"{payload} The bridge will reopen on 23 October, the mayor said.",
            published=dt.date(2023, 10, 17) + dt.timedelta(number % 3),
            source=payload,
            title=payload,
            url=f"javascript:alert({number})",
            byline=payload,
            language="en",
        )
        for number, payload in enumerate(PAYLOADS)
    ]


@contextmanager
def baited_archive(path: Path) -> Iterator[Archive]:
    """One story of them, with attacks in what persons did to its lines, under every attack as a name."""
    with open_archive(path) as archive:
        archive.add(baited(), story=BAIT)
        story = archive.story(1)
        entries = story.timeline().entries
        for number, payload in enumerate(PAYLOADS):
            line = entries[number % len(entries)]
            for kind in ("note", "tag", "speaker", "headline"):
                story.mark(kind, line, payload, by=payload)
            story.write(payload, "2023-10-18", source=payload, by=payload)
        for kind in ("note", "tag", "headline"):
            story.mark(kind, entries[0], BAIT[:90] if kind == "tag" else BAIT, by=BAIT)
        archive.entitle(1, BAIT, by=BAIT)
        archive.saved.save(BAIT[:90], "/search?query=tolm", BAIT)
        yield archive
