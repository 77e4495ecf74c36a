"""Archives in, how quickly `dateline serve` answers out: a story of 1,300 articles, a list of 10,000 stories.

    python benchmarks/serving.py                     all of it; the story is built once and kept in the system's folder
    python benchmarks/serving.py --requests 2000     a shorter run

Printed: how soon a page says that the story is being read, how soon the list of stories is answered meanwhile, and how
long the story takes; the first byte of its page, warm, the median and the slowest of fifty; the time until it is ready
in Chromium; a list of 10,000 stories; requests a second for the warm page by eight clients, those that failed, the
processor time of the server for each, and its memory before and after them. The story is of articles of the corpora in
`../shared`, filed by hand; where they are not there, this says so and ends.
"""

import argparse
import asyncio
import datetime as dt
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from sqlalchemy import insert

import dateline
from dateline.archive.database.connecting import connected, writing
from dateline.archive.database.rows import row_of
from dateline.archive.database.schema import articles, stories, versions
from dateline.model import Article

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "tls" / "entities"
TOPICS = ("Steve_Jobs", "Lance_Armstrong", "Hu_Jintao")
ARTICLES, STORIES, CLIENTS, SAMPLES = 1_300, 10_000, 8, 50
KEPT = Path(tempfile.gettempdir()) / "dateline-serving.db"


def one_story(path: Path) -> None:
    """An archive with one story of so many articles."""
    found: list[Article] = []
    for topic in TOPICS:
        reading = dateline.read(CORPUS / topic / "articles.jsonl")
        found += [article for article in reading.articles if article.id not in {one.id for one in found}]
    with dateline.open(path) as archive:
        archive.add(found[:ARTICLES], story="Many articles")


def many_stories(path: Path) -> None:
    """An archive with so many stories of an article each, as rows: what they tell is not asked for."""
    engine = connected(path)
    first = dt.date(2000, 1, 1)
    told = [
        Article(f"a{n}", f"Text {n}.", first + dt.timedelta(days=n), "Meridian", f"Story number {n}")
        for n in range(1, STORIES + 1)
    ]
    with writing(engine) as connection:
        opened = dt.datetime.now(dt.UTC).isoformat()
        rows = [
            {"id": n, "title": one.title, "alive": False, "revision": 1, "opened": opened}
            for n, one in enumerate(told, 1)
        ]
        connection.execute(insert(stories), rows)
        kept = [{**row_of(one), "id": n, "added": opened, "added_at": 1} for n, one in enumerate(told, 1)]
        connection.execute(insert(versions), kept)
        connection.execute(insert(articles), [{"id": one.id, "newest": n, "story": n} for n, one in enumerate(told, 1)])
    engine.dispose()


@contextmanager
def served(path: Path) -> Iterator[tuple[str, int]]:
    """The address of a server on an archive, and its process."""
    command = [
        sys.executable,
        "-m",
        "dateline",
        "serve",
        "--archive",
        str(path),
        "--no-open",
        "--no-parse",
        "--port",
        "0",
    ]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    for line in process.stderr:
        if found := re.search(r"at (http://\S+)/", line):
            yield found[1], process.pid
            break
    process.terminate()
    process.wait(20)


def memory(pid: int) -> float:
    """Megabytes that a process holds."""
    held = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text("utf-8"))
    return int(held[1]) / 1024 if held else 0.0


def first_bytes(address: str) -> list[float]:
    """Milliseconds to the first byte of a page, of so many requests."""
    took = []
    with httpx.Client(timeout=600) as client:
        for _ in range(SAMPLES + 1):
            began = time.perf_counter()
            with client.stream("GET", address) as answer:
                next(answer.iter_raw())
                took.append(1000 * (time.perf_counter() - began))
                answer.raise_for_status()
    return took[1:]


def processor(pid: int) -> float:
    """Seconds of processor time that a process has taken."""
    told = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def cold(story: str, other: str) -> dict[str, object]:
    """How a story is answered that nobody has asked for yet, and another page while it is being read."""
    began = time.perf_counter()
    first = httpx.get(story, timeout=600)
    said = time.perf_counter() - began
    meanwhile = []
    while httpx.get(story, timeout=600).status_code == 202:
        asked_at = time.perf_counter()
        httpx.get(other, timeout=600).raise_for_status()
        meanwhile.append(1000 * (time.perf_counter() - asked_at))
        time.sleep(0.2)
    return {
        "cold: first answer": first.status_code,
        "cold: first answer, s": round(said, 2),
        "cold: another page meanwhile, ms": {
            "median": round(statistics.median(meanwhile), 1), "slowest": round(max(meanwhile), 1)
        } if meanwhile else None,
        "cold: the story, s": round(time.perf_counter() - began, 1),
    }  # fmt: skip


async def asked(address: str, requests: int) -> tuple[float, int]:
    """Requests a second by several clients at once, and how many failed. A client of a few lines: the machine's cores
    are for the server.
    """
    left = iter(range(requests))
    failed = 0
    parts = urlsplit(address)
    request = f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept: text/html\r\n\r\n".encode()

    async def client() -> None:
        nonlocal failed
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port, limit=1 << 20)
        for _ in left:
            writer.write(request)
            head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 60)
            length = re.search(rb"(?i)content-length: (\d+)", head)
            body = await asyncio.wait_for(reader.readexactly(int(length[1]) if length else 0), 60)
            failed += not head.startswith(b"HTTP/1.1 200 ") or not body.endswith(b"</html>\n")
        writer.close()

    began = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(CLIENTS)))
    return requests / (time.perf_counter() - began), failed


def ready(address: str) -> float | None:
    """Milliseconds until Chromium has loaded a page; None where it is not there."""
    import shutil  # noqa: PLC0415

    path = shutil.which("chromium")
    if path is None:
        return None
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        took = []
        for _ in range(5):
            page = browser.new_page()
            page.goto(address)
            took.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
            page.close()
        browser.close()
    return float(statistics.median(took))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=10_000)
    options = parser.parse_args()
    if not CORPUS.exists():
        print(f"NOT MEASURED: {CORPUS} is not there")
        return
    if not KEPT.exists():
        one_story(KEPT)
    told: dict[str, object] = {}
    with served(KEPT) as (address, pid):
        story = f"{address}/stories/1"
        told |= cold(story, f"{address}/stories")
        for name, page in (("key and normal lines", story), ("all lines", f"{story}?level=all")):
            took = first_bytes(page)
            told[f"{name}: first byte, ms"] = {
                "median": round(statistics.median(took), 1),
                "slowest": round(max(took), 1),
            }
            told[f"{name}: page, kB"] = len(httpx.get(page).content) // 1000
            told[f"{name}: ready in Chromium, ms"] = ready(page)
        before = memory(pid)
        spent = processor(pid)
        rate, failed = asyncio.run(asked(story, options.requests))
        told["requests a second"] = round(rate, 1)
        told["processor time of the server for one, ms"] = round(1000 * (processor(pid) - spent) / options.requests, 2)
        told["failed"] = failed
        told[f"memory before and after {options.requests} requests, MB"] = [round(before), round(memory(pid))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.db"
        many_stories(path)
        with served(path) as (address, _):
            took = first_bytes(f"{address}/stories")
            told["a list of 10,000 stories: first byte, ms"] = {
                "median": round(statistics.median(took), 1), "slowest": round(max(took), 1)
            }  # fmt: skip
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()
