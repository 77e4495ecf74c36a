import csv
import io
import json

from dateline.model import Timeline
from dateline.writers import write


def test_the_columns_of_the_import_are_there_for_each_passage(timeline: Timeline) -> None:
    rows = list(csv.DictReader(io.StringIO(write(timeline, "timesketch"))))
    assert len(rows) == sum(len(entry.evidence) for entry in timeline.entries)
    assert {"message", "datetime", "timestamp_desc"} <= rows[0].keys()
    assert rows[0]["datetime"] == "1987-01-01T00:00:00+00:00"
    assert rows[0]["date"] == "1987"
    assert {row["timestamp_desc"] for row in rows} == {"event date", "planned for"}


def test_json_lines_hold_the_same(timeline: Timeline) -> None:
    lines = [json.loads(line) for line in write(timeline, "timesketchjsonl").splitlines()]
    assert [line["message"] for line in lines] == [
        row["message"] for row in csv.DictReader(io.StringIO(write(timeline, "timesketch")))
    ]
