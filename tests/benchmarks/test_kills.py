"""A short form of the kills: a process that adds and one that watches, each killed some times."""

import json
from pathlib import Path

import pytest

import kills
from local_site import serving
from stream import made_up


@pytest.mark.slow
def test_nothing_is_lost_and_nothing_is_there_twice(tmp_path: Path) -> None:
    pile = tmp_path / "pile.jsonl"
    pile.write_text("".join(json.dumps(one) + "\n" for one in made_up(150)), encoding="utf-8")
    where = str(tmp_path / "news.db")
    with serving() as site:
        commands = kills.adding(pile, where), kills.watching(kills.fill(site, 30), where)
        assert kills.run(where, commands, kills=4, seed=3) == (0, 0)
