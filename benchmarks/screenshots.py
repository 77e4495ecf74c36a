"""The example stories in, pictures of each page at two widths out: `docs/images/*.webp`.

    python benchmarks/screenshots.py

Chromium draws them, and makes them small: a picture of it is drawn on a canvas, which writes WebP.
"""

import base64
import shutil
import tempfile
import threading
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

import dateline
from dateline.web import serving
from dateline.web.app import app
from dateline.web.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
WIDTHS = {"wide": {"width": 1100, "height": 820}, "phone": {"width": 390, "height": 780}}
SHRINK = """async (png) => {
  const image = new Image(); image.src = 'data:image/png;base64,' + png; await image.decode();
  const canvas = document.createElement('canvas'); canvas.width = image.width; canvas.height = image.height;
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', 0.6).split(',')[1];
}"""


def pages(archive: dateline.Archive) -> dict[str, str]:
    """The name of each picture with the address it shows."""
    summit = next(story for story in archive.stories() if any(name.startswith("npa") for name in story.articles))
    path, story = f"/stories/{summit.id}", archive.story(summit.id)
    entries = story.timeline(dateline.Request(parse=False)).entries
    line = next((one for one in entries if len(one.history) > 1), entries[0])
    story.mark("star", line, by="ada")
    story.mark("note", line, "Ask the ministry when this was decided", by="ada")
    passage = line.evidence[0]
    return {
        "stories": "/stories?day=2019-04-23",
        "story": path,
        "line": f"{path}/lines/{line.id}",
        "changes": f"{path}/changes?since=2019-04-24",
        "figures": f"{path}/figures",
        "places": f"{path}/places",
        "names": f"{path}/names",
        "sources": f"{path}/sources",
        "marks": f"{path}/marks",
        "article": f"/article?id={passage.article}&start={passage.start}&end={passage.end}",
        "search": "/search?query=train",
        "add": "/add",
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, dateline.open(Path(folder) / "news.db") as archive:
        archive.add(dateline.read(ROOT / "examples/summit/articles", ROOT / "examples/storm/articles").articles)
        shown = pages(archive)
        settings = Settings(port=0, parse=False, owner="ada")
        at = serving.listening(settings)
        ready, servers = threading.Event(), list[Any]()

        def begun(server: object) -> None:
            servers.append(server)
            ready.set()

        thread = threading.Thread(target=serving.serve, args=(app(archive, settings), at, begun))
        thread.start()
        ready.wait(30)
        with sync_playwright() as playwright:
            browser: Any = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            blank = browser.new_page()
            for name, size in WIDTHS.items():
                page = browser.new_context(viewport=size).new_page()
                for picture, address in shown.items():
                    page.goto(f"http://127.0.0.1:{at.getsockname()[1]}{address}")
                    small = blank.evaluate(SHRINK, base64.b64encode(page.screenshot()).decode())
                    (IMAGES / f"{picture}-{name}.webp").write_bytes(base64.b64decode(small))
            browser.close()
        servers[0].should_exit = True
        thread.join()


if __name__ == "__main__":
    main()
