"""From nothing to a story on the screen, by the two commands that people type: how long it takes, printed.

    python benchmarks/first_look.py            in a new environment that is gone afterwards, with nothing in pip's cache
    python benchmarks/first_look.py --cached   with what pip has in its cache

The two commands are `pip install 'dateline[web]'`, here from this clone, and `dateline serve examples/storm/articles`.
The environment is made before the clock starts. A story is on the screen when its page is answered, with its lines.
"""

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

CLONE = Path(__file__).resolve().parents[1]
ARTICLES = CLONE / "examples" / "storm" / "articles"


def installed(python: Path, *, cached: bool) -> float:
    """Seconds of the first command."""
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"{CLONE}[web]"]
    began = time.perf_counter()
    subprocess.run(command if cached else [*command, "--no-cache-dir"], check=True, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def shown(dateline: Path) -> tuple[float, int]:
    """Seconds from the second command to the page of a story, and how many lines it has."""
    began = time.perf_counter()
    command = [str(dateline), "serve", str(ARTICLES), "--no-open", "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        address = next(found[1] for line in process.stderr if (found := re.search(r"at (http://\S+)/", line)))
        while True:
            with urllib.request.urlopen(f"{address}/stories/1", timeout=120) as answer:
                page = answer.read().decode()
                if answer.status == 200:
                    return time.perf_counter() - began, page.count('<article class="entry"')
            time.sleep(0.2)
    finally:
        process.terminate()
        process.wait(20)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cached", action="store_true", help="let pip use its cache")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        own = Path(folder) / "bin"
        made = resource.getrusage(resource.RUSAGE_CHILDREN)
        before = made.ru_utime + made.ru_stime
        first = installed(own / "python", cached=options.cached)
        second, lines = shown(own / "dateline")
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        json.dumps(
            {
                "pip install, s": round(first, 1),
                "dateline serve to a story, s": round(second, 1),
                "both, s": round(first + second, 1),
                "processor time of both, s": round(spent.ru_utime + spent.ru_stime - before, 1),
                "lines on the page": lines,
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
