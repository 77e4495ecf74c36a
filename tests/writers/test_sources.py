import datetime as dt
import json
from dataclasses import replace

from dateline.model import Timeline
from dateline.writers import write


def test_the_sources_as_csl_json(timeline: Timeline) -> None:
    first, second = json.loads(write(timeline, "csljson"))
    assert first == {
        "id": "wire-1",
        "type": "article-newspaper",
        "title": "Harbour bridge to open in May",
        "container-title": "Coast Wire",
        "issued": {"date-parts": [[2023, 4, 27]]},
        "URL": "https://coastwire.example/bridge?a=1&b=2",
    }
    assert "URL" not in second  # its address is a script


def test_the_sources_as_ris(timeline: Timeline) -> None:
    records = write(timeline, "ris").split("ER  - ")
    assert len(records) == 3
    assert "TI  - Harbour bridge to open in May\r\nT2  - Coast Wire\r\nPY  - 2023\r\nDA  - 2023/04/27/" in records[0]


def test_what_says_nothing_is_left_out_and_a_year_has_four_digits(timeline: Timeline) -> None:
    blank = replace(timeline.articles[0], id=" ", title="\u2009", source=" ", url=None, published=dt.date(987, 5, 4))
    (item,) = json.loads(write(replace(timeline, articles=(blank,)), "csljson"))
    assert item == {"id": " ", "type": "article-newspaper", "issued": {"date-parts": [[987, 5, 4]]}}
    record = write(replace(timeline, articles=(blank,)), "ris").split("\r\n")
    assert record[:4] == ["TY  - NEWS", "PY  - 0987", "DA  - 0987/05/04/", "ER  - "]
