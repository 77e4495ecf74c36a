import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dateline.cli import reference, statuses
from dateline.writers import FORMATS

PAGE = Path(__file__).parent.parent.parent / "docs" / "commands.md"


def test_the_page_is_up_to_date() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == reference.reference(), "run: python -m dateline.cli.reference > docs/commands.md"


def test_the_page_and_the_help_tell_every_exit_status(dateline: Callable[..., Any]) -> None:
    told = dateline("--help").stdout.decode()
    for status, meaning in statuses.MEANINGS.items():
        assert f"| {status} | {meaning} |" in reference.reference()
        assert re.search(rf"^ +{status}  {re.escape(meaning)}$", told, re.MULTILINE)


def test_help_of_every_command_has_examples_and_names_every_format(dateline: Callable[..., Any]) -> None:
    for command, result in (("timeline", "timeline"), ("changes", "changes"), ("annotate", "annotations")):
        done = dateline(command, "--help")
        told = " ".join(done.stdout.decode().split())
        assert done.returncode == 0
        assert f"Examples: dateline {command}" in told
        assert set(FORMATS[result]) <= set(re.findall(r"\w+", told.split("Formats: ")[1].split(". ")[0]))
