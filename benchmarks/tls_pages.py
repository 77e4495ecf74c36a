"""A page that sets a timeline beside its reference, day by day, for people to read where they part."""

import html
from collections.abc import Mapping, Sequence
from pathlib import Path

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{title}</title>
<style>
body {{ font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem }}
table {{ border-collapse: collapse; width: 100% }}
td, th {{ border-top: 1px solid #ccc; padding: .4rem .8rem; text-align: left; vertical-align: top; width: 45% }}
td:first-child, th:first-child {{ white-space: nowrap; width: 10%; font-variant-numeric: tabular-nums }}
tr.ours td:first-child {{ background: #fde8d8 }} tr.theirs td:first-child {{ background: #e3e8f8 }}
tr.both td:first-child {{ background: #dff2df }} p {{ margin: 0 0 .3rem }}
</style>
<h1>{title}</h1>
<p>{both} days in both, {ours} in ours alone, {theirs} in the reference alone.</p>
<table><tr><th>Day</th><th>Ours</th><th>Reference</th></tr>
{rows}
</table></html>
"""


def write(path: Path, title: str, ours: Mapping[str, Sequence[str]], theirs: Mapping[str, Sequence[str]]) -> None:
    """Write the page; both timelines are given as sentences by day."""
    side = {
        day: "both" if day in ours and day in theirs else "ours" if day in ours else "theirs"
        for day in {*ours, *theirs}
    }
    rows = "\n".join(
        f'<tr class="{side[day]}"><td>{day}</td>{_cell(ours.get(day, ()))}{_cell(theirs.get(day, ()))}</tr>'
        for day in sorted(side)
    )
    counts = {name: list(side.values()).count(name) for name in ("both", "ours", "theirs")}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_PAGE.format(title=html.escape(title), rows=rows, **counts), encoding="utf-8")


def _cell(sentences: Sequence[str]) -> str:
    return f"<td>{''.join(f'<p>{html.escape(sentence)}</p>' for sentence in sentences)}</td>"
