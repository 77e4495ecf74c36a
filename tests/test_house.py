"""The house is in order: tests mirror the package, tasks have one home, words and paths in the documents are real."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "dateline"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "examples" / "README.md"])
TASKS = sorted(path.name for path in (ROOT / "scripts").iterdir())

MODEL = "parts of one model, judged together: tests/events/attribution/test_spans.py and benchmarks/attribution.py"
MIGRATED = "held to the schema: tests/archive/database/test_migrating.py"
GOLDEN = "the golden files of its format: tests/readers/test_golden.py"
# Modules without a test file of their own name → why.
TESTED_ELSEWHERE = {
    "__main__.py": "one line, run by tests/cli",
    "_version.py": "one line",
    "archive/database/counters.py": "as every batch counts: tests/archive/test_adding.py",
    "archive/filing.py": "as articles are added: tests/archive/test_adding.py, test_archive.py",
    "archive/hand/filed.py": "as it is asked of an archive: tests/archive/hand/test_stories.py",
    "archive/hand/record.py": "as marks are made and taken back: tests/archive/hand/test_marking.py",
    "archive/database/migrations/env.py": "run by every test of an archive: tests/archive/database/test_migrating.py",
    "archive/database/migrations/versions/0001_first.py": MIGRATED,
    "archive/database/migrations/versions/0002_marks.py": MIGRATED,
    "archive/database/migrations/versions/0003_feeds.py": MIGRATED,
    "archive/database/migrations/versions/0004_searches.py": MIGRATED,
    "archive/rereading.py": "as it is asked for: tests/archive/test_readings.py",
    "archive/database/schema.py": "tables alone, held to the migrations: tests/archive/database/test_migrating.py",
    "archive/searching/words.py": "as it is sought: tests/archive/searching/test_search.py, test_checking.py",
    "cli/add.py": "as a user meets it: tests/cli/test_archive.py",
    "cli/annotate.py": "as a user meets it: tests/cli/test_commands.py",
    "cli/changes.py": "as a user meets it: tests/cli/test_commands.py",
    "cli/events.py": "as a user meets it: tests/cli/test_commands.py",
    "cli/input.py": "as a user meets it: tests/cli/test_commands.py",
    "cli/keeping.py": "as a user meets it: tests/cli/test_archive.py",
    "cli/options.py": "as a user meets it: tests/cli/test_commands.py",
    "cli/search.py": "as a user meets it: tests/cli/test_archive.py",
    "cli/stories.py": "as a user meets it: tests/cli/test_archive.py",
    "cli/statuses.py": "numbers and their meanings: tests/cli/test_running.py and test_reference.py",
    "cli/timeline.py": "as a user meets it: tests/cli/test_commands.py",
    "entities/kind_words.py": "word lists: tests/languages/test_und.py",
    "events/attribution/content_candidates.py": MODEL,
    "events/attribution/cues.py": MODEL,
    "events/attribution/extraction.py": MODEL,
    "events/attribution/source_candidates.py": MODEL,
    "events/attribution/sureness.py": MODEL,
    "events/attribution/parsed_sources.py": "the words of a source: tests/events/attribution/test_spans.py",
    "events/attribution/speech_words.py": "word lists: tests/languages/test_und.py",
    "events/parsing/grammar.py": "word lists: tests/languages/test_und.py",
    "events/speakers/source.py": "fields alone, each described",
    "events/speakers/words.py": "word lists: tests/languages/test_und.py",
    "events/surface/article.py": "what was said before: tests/events/speakers/test_speakers.py",
    "events/surface/lexicon.py": "word lists: tests/languages/test_und.py",
    "events/surface/sources.py": "the words of a source: tests/events/surface/test_speech.py",
    "model/changes.py": "fields alone, each described: tests/writers/test_schema.py",
    "model/evidence.py": "fields alone, each described: tests/writers/test_schema.py",
    "model/hand.py": "fields alone, each described: tests/writers/test_schema.py",
    "model/event_row.py": "fields alone, each described: tests/writers/event_rows",
    "model/feed.py": "fields alone, each described: tests/archive/test_feeds.py",
    "model/saved.py": "fields alone, each described: tests/archive/test_saved.py",
    "model/documented.py": "two settings: tests/writers/test_schema.py",
    "model/story.py": "fields alone, each described: tests/writers/test_schema.py",
    "model/timeline.py": "fields alone, each described: tests/writers/test_schema.py",
    "readers/archives/compressed.py": GOLDEN,
    "readers/archives/members.py": GOLDEN,
    "readers/archives/tarred.py": GOLDEN,
    "readers/archives/zipped.py": GOLDEN,
    "readers/databases/europresse.py": GOLDEN,
    "readers/databases/factiva.py": GOLDEN,
    "readers/databases/factiva_xml.py": GOLDEN,
    "readers/databases/kinds.py": GOLDEN,
    "readers/databases/lexisnexis.py": GOLDEN,
    "readers/databases/nexis_uni.py": GOLDEN,
    "readers/databases/printed.py": GOLDEN,
    "readers/databases/proquest.py": GOLDEN,
    "readers/documents/docx.py": GOLDEN,
    "readers/documents/epub.py": GOLDEN,
    "readers/documents/odt.py": GOLDEN,
    "readers/documents/parts.py": GOLDEN,
    "readers/documents/pdf.py": GOLDEN,
    "readers/documents/rtf.py": GOLDEN,
    "readers/mail/mailbox.py": GOLDEN,
    "readers/mail/message.py": GOLDEN,
    "readers/records/fields.py": GOLDEN,
    "readers/records/makers.py": GOLDEN,
    "readers/records/newsml.py": GOLDEN,
    "readers/records/shapes.py": GOLDEN,
    "readers/records/tei.py": GOLDEN,
    "readers/tables/columns.py": GOLDEN,
    "readers/tables/csv.py": GOLDEN,
    "readers/tables/kinds.py": GOLDEN,
    "readers/tables/parquet.py": GOLDEN,
    "readers/tables/xlsx.py": GOLDEN,
    "readers/web/blocks.py": GOLDEN,
    "readers/web/charset.py": GOLDEN,
    "readers/web/feed.py": GOLDEN,
    "readers/web/mhtml.py": GOLDEN,
    "readers/web/page.py": GOLDEN,
    "readers/web/structured.py": GOLDEN,
    "readers/web/warc.py": GOLDEN,
    "events/chosen.py": "fields, and one comparison: tests/events/test_rereading.py",
    "cli/user.py": "as a user meets it: tests/cli/test_serve.py",
    "web/api/answers.py": "fields alone, each described: tests/web/api/test_openapi.py",
    "web/api/examples.py": "held to the schemas: tests/web/api/test_openapi.py",
    "web/api/routes.py": "a list, held to the table of rules: tests/web/access/test_table.py",
    "web/assistants/answers.py": "fields alone, each described: tests/web/assistants/test_server.py",
    "web/access/visits.py": "as the guard asks: tests/web/access/test_guard.py",
    "web/answers.py": "fields alone, each described",
    "web/pages/shell.py": "as every page is shown: tests/web/test_app.py",
    "writers/page.py": "fields alone, used by every writer",
}


def modules() -> list[str]:
    """The modules of the package, from its folder on; not those that only gather names."""
    return sorted(
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if path.name != "__init__.py" and not path.relative_to(PACKAGE).parts[0].startswith(".")
    )


def has_test(module: str) -> bool:
    path = Path(module)
    return (ROOT / "tests" / path.parent / f"test_{path.name}").exists()


@pytest.mark.parametrize("module", modules())
def test_every_module_has_its_test_file_or_a_reason(module: str) -> None:
    assert has_test(module) != (module in TESTED_ELSEWHERE), module


def test_reasons_are_given_for_modules_that_are_there() -> None:
    assert set(TESTED_ELSEWHERE) <= set(modules())


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("test_*.py")), ids=lambda path: path.name)
def test_every_test_file_in_a_room_mirrors_a_module_or_says_what_it_holds(path: Path) -> None:
    assert path.read_text("utf-8").startswith('"""') or has_module(path), path


def has_module(path: Path) -> bool:
    own = path.relative_to(ROOT / "tests")
    return (PACKAGE / own.parent / own.name.removeprefix("test_")).exists()


def test_the_justfile_calls_each_script_by_its_name() -> None:
    recipes = re.findall(r"^(\w[\w-]*).*:\n    @scripts/([\w-]+)", (ROOT / "Justfile").read_text("utf-8"), re.MULTILINE)
    assert sorted(recipes) == [(name, name) for name in TASKS]


def test_all_tests_are_run_by_the_command_of_the_readme() -> None:
    command = re.search(r"&& \.venv/bin/(pytest .+)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert command
    assert f"exec .venv/bin/{command[1]}" in (ROOT / "scripts" / "test-all").read_text("utf-8")


def test_ci_does_every_task_of_check() -> None:
    checked = re.search(r"for task in (.+); do", (ROOT / "scripts" / "check").read_text("utf-8"))
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    assert checked
    # The README's command is `test-all`; that the pages are as the code makes them is a test.
    assert [task for task in checked[1].split() if task not in ci] == ["docs", "test-all"]


def terms() -> list[tuple[str, str]]:
    """Each word of the glossary with the module it is explained by."""
    rows = re.findall(
        r"^\| (.+?) \| .+? \| `(.+?)` \|$", (ROOT / "docs" / "glossary.md").read_text("utf-8"), re.MULTILINE
    )
    return [(term, module) for words, module in rows for term in words.split(", ")]


@pytest.mark.parametrize(("term", "module"), terms(), ids=lambda value: value)
def test_a_word_of_the_glossary_is_used_where_it_says(term: str, module: str) -> None:
    path = ROOT / module if module.startswith("benchmarks/") else PACKAGE / module
    assert re.search(rf"(?<![a-z]){term.split(maxsplit=1)[0]}", path.read_text("utf-8"), re.IGNORECASE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_a_page_names_are_there(page: Path) -> None:
    """Of what stands in backquotes with a folder and an ending, or as a module: each is found from somewhere."""
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    named = re.findall(r"`((?:[\w.-]+/)+[\w.-]*\.(?:py|toml|tsv|rules|md|json|jsonl|gz))`", text)
    roots = (
        ROOT,
        ROOT / "src",
        PACKAGE,
        PACKAGE / "writers",
        ROOT / "tests",
        ROOT / "benchmarks",
        PACKAGE / "languages" / "en",
        page.parent,
    )
    gone = [name for name in named if not any((root / name).exists() for root in roots)]
    assert gone == []
