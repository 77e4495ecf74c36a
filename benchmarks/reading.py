"""How fast and in how much memory files are read: pages a second, the memory of a web archive, and the samples' counts.

    python benchmarks/reading.py [--pages N] [--samples FOLDER]

The pages are made here: an article of some 600 words with menus, links and JSON-LD around it, as in news.
Figures to reach: 50 pages a second a core, and a web archive of 1,000 pages in less than 300 MB.
"""

import argparse
import gzip
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from dateline.readers import read

WORDS = (
    "the", "harbour", "talks", "minister", "port", "island", "fishing", "ground", "boat", "agreement", "union",
    "strike", "storm", "coast", "road", "ferry", "parliament", "contract", "delegation", "maps", "waters", "council",
    "said", "would", "after", "before", "because", "new", "first", "second", "week", "official",
)  # fmt: skip


def page(number: int) -> str:
    """A page of news, other than any other one."""
    chance = random.Random(number)

    def sentence() -> str:
        return " ".join(chance.choice(WORDS) for _ in range(18)).capitalize() + "."

    paragraphs = "".join(f"<p>{sentence()} {sentence()}</p>" for _ in range(18))
    links = "".join(f'<li class="item"><a href="/s/{i}"><span>{sentence()[:60]}</span></a></li>' for i in range(60))
    style = "".join(f".c{i}{{margin:{i}px;padding:{i}px}}" for i in range(300))
    ld = (
        f'{{"@context":"https://schema.org","@type":"NewsArticle","headline":"Talks {number}","datePublished":'
        '"2026-03-04T10:00:00Z","publisher":{"@type":"Organization","name":"The Meridian"}}'
    )
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Talks {number}</title>"
        f"<style>{style}</style><link rel='canonical' href='https://meridian.example/{number}'>"
        f"<script type='application/ld+json'>{ld}</script>"
        f"</head><body><header><nav><ul>{links}</ul></nav></header><main><article><h1>Talks {number}</h1>{paragraphs}"
        f"</article></main><aside><ul>{links}</ul></aside><footer><ul>{links}</ul></footer></body></html>"
    )


def record(number: int) -> bytes:
    """A record of a web archive."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(number).encode()
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032}>\r\n"
        "WARC-Date: 2026-03-09T00:00:00Z\r\n"
        f"WARC-Target-URI: https://meridian.example/{number}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + body + b"\r\n\r\n", 1)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=1_000, help="how many pages")
    parser.add_argument("--samples", type=Path, default=Path("/work/shared/samples"), help="the folder of samples")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "pages").mkdir()
        for number in range(min(asked.pages, 300)):
            (folder / "pages" / f"{number}.html").write_text(page(number), "utf-8")
        read(folder / "pages" / "0.html")  # the libraries are imported once
        start = time.process_time()
        found = len(read(folder / "pages").articles)
        seconds = time.process_time() - start
        print(f"pages: {found}, {found / seconds:.0f} a second a core (50 asked)")
        with (folder / "crawl.warc.gz").open("wb") as file:
            for number in range(asked.pages):
                file.write(record(number))
        found = len(read(folder / "crawl.warc.gz").articles)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
        print(f"web archive: {found} articles, {peak:.0f} MB at most (300 asked)")
    if asked.samples.is_dir():
        for file in sorted(path for path in asked.samples.rglob("*") if path.is_file()):
            reading = read(file, other_languages=True)
            left_out = f", {len(reading.problems)} left out" if reading.problems else ""
            print(f"{file.relative_to(asked.samples)}: {len(reading.articles)} articles{left_out}")


if __name__ == "__main__":
    main()
