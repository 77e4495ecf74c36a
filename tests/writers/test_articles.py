import io
import json

from dateline.readers import read
from dateline.writers import write
from dateline.writers.articles import article_line

TEXT = "Title: Talks begin\nDate: 2026-03-04\nBy: Ann Lee\n\nPORT VAREN (Reuters) - Delegates met on Tuesday.\n"


def test_the_head_goes_into_keys_and_the_story_stays() -> None:
    (article,) = read("-", stdin=io.BytesIO(TEXT.encode())).articles
    line = json.loads(article_line(article))
    assert line["title"] == "Talks begin"
    assert line["published"] == "2026-03-04"
    assert line["byline"] == "Ann Lee"
    assert line["text"] == "PORT VAREN (Reuters) - Delegates met on Tuesday."


def test_what_is_written_is_read_as_it_was() -> None:
    given = {
        "id": "m-1", "published": "2026-03-04", "updated": "2026-03-05T10:00:00+00:00", "source": "The Meridian",
        "title": "Talks begin", "url": "https://meridian.example/1", "byline": "Ann Lee", "section": "World",
        "language": "en", "excerpt": True, "text": "Delegates met “at last” on Tuesday.\n\nThey left.",
    }  # fmt: skip
    (article,) = read("-", stdin=io.BytesIO(json.dumps(given).encode())).articles
    assert json.loads(write([article], "jsonl")) == given
