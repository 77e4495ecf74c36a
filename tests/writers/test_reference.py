from pathlib import Path

from dateline.writers.csv import CHANGES_COLUMNS, TIMELINE_COLUMNS
from dateline.writers.reference import reference
from dateline.writers.schema import RESULTS, load

_PAGE = Path(__file__).parents[2] / "docs" / "output.md"


def test_the_page_in_the_docs_is_up_to_date() -> None:
    assert _PAGE.read_text("utf-8") == reference(), "run python -m dateline.writers.reference > docs/output.md"


def test_every_field_of_every_output_is_on_it() -> None:
    page = reference()
    for result in RESULTS:
        schema = load(result)
        for name, noun in {schema["title"]: schema, **schema["$defs"]}.items():
            section = page.partition(f"### {name}\n")[2].partition("###")[0]
            assert all(f"| `{field}` |" in section for field in noun.get("properties", ()))
            assert all(f"| `{word['const']}` |" in section for word in noun.get("oneOf", ()))


def test_every_column_is_on_it() -> None:
    table = reference().partition("## CSV")[2]
    assert all(f"| `{column}` |" in table for column in (*TIMELINE_COLUMNS, *CHANGES_COLUMNS))


def test_links_lead_to_a_heading() -> None:
    page = reference()
    headings = {line[4:].lower() for line in page.splitlines() if line.startswith("### ")}
    targets = {part.partition(")")[0] for part in page.split("](#")[1:]}
    assert targets
    assert targets <= headings
