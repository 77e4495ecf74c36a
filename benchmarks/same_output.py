"""Two revisions in, whether they write the same bytes out: for changes that must not change what a reader gets.

    python benchmarks/same_output.py v0.1.0               that revision against the working tree
    python benchmarks/same_output.py v0.1.0 HEAD --only example
    python benchmarks/same_output.py v0.1.0 --keep /tmp/out   what was written stays there, to be compared by eye

Each job is one command of Dateline, run by this Python once with the sources of each revision. What a revision wrote is
kept in the system's folder for temporary files, so that the next comparison runs the working tree alone; `--fresh` runs
both.
Jobs on corpora that may not be passed on here are left out with a notice where `../shared` does not have them. The
status is 1 when any output differs; the first lines of each difference are printed.
"""

import argparse
import difflib
import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
# Lines of a difference that are printed.
SHOWN = 20


class Job(NamedTuple):
    """One command of Dateline: its name, its arguments, and the path that must be there for it to run."""

    name: str
    arguments: tuple[str, ...]
    needs: Path


def jobs() -> Iterator[Job]:
    """Everything that is compared."""
    for story, since in (("summit", "2019-04-25"), ("storm", "2023-10-11")):
        folder = ROOT / "examples" / story / "articles"
        for kind in ("table", "json", "markdown", "csv", "html", "ics", "timelinejs", "jsonld", "geojson"):
            yield Job(f"example {story} {kind}", ("timeline", str(folder), "--format", kind), folder)
        yield Job(f"example {story} json unparsed", ("timeline", str(folder), "--format", "json", "--no-parse"), folder)
        yield Job(f"example {story} limits", ("timeline", str(folder), "-fjson", "--dates=5", "--sentences=1"), folder)
        yield Job(f"example {story} changes", ("changes", str(folder), "--since", since, "--format", "json"), folder)
        yield Job(f"example {story} layers", ("annotate", str(folder)), folder)
        yield Job(f"example {story} layers unparsed", ("annotate", str(folder), "--no-parse"), folder)
    for name, path, pattern in (
        ("summit reports", SHARED / "reports" / "summit", "*.txt"),
        ("haiti", SHARED / "corpora" / "tls" / "t17" / "haiti", "articles.jsonl"),
        ("finan", SHARED / "corpora" / "tls" / "t17" / "finan", "articles.jsonl"),
        ("wcl50", SHARED / "corpora" / "stories" / "newswcl50", "articles.jsonl"),
    ):
        files = sorted(str(file) for file in path.rglob(pattern))
        yield Job(f"{name} json", ("timeline", *files, "--format", "json"), path)
        yield Job(f"{name} json unparsed", ("timeline", *files, "--format", "json", "--no-parse"), path)
    timebank = SHARED / "corpora" / "timex" / "timebank" / "articles.jsonl"
    yield Job("timebank times", ("annotate", str(timebank), "--layers", "times"), timebank)
    polnear = SHARED / "corpora" / "attribution" / "polnear" / "dev.jsonl"
    yield Job("polnear layers", ("annotate", str(polnear)), polnear)


def run(job: Job, sources: Path) -> str:
    """What the job writes with these sources, its status last."""
    done = subprocess.run(
        [sys.executable, "-m", "dateline", *job.arguments, "--quiet"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(sources), "COLUMNS": "100", "PYTHONHASHSEED": "0"},
        capture_output=True,
        check=False,
    )
    written = done.stdout.decode("utf-8", "replace")
    return f"{written}\nstatus {done.returncode}\n{done.stderr.decode('utf-8', 'replace')}"


def kept_by(revision: str | None) -> Path | None:
    """The folder in which what a revision wrote is kept; None for the working tree, which may change."""
    if revision is None:
        return None
    commit = subprocess.run(
        ["git", "rev-parse", revision], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.strip()
    folder = Path(tempfile.gettempdir()) / "dateline-same-output" / commit
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def written(job: Job, tree: Path, kept: Path | None) -> str:
    """What the job writes with the sources of a tree, by what is kept of it where there is any."""
    if kept is None:
        return run(job, tree)
    digest = hashlib.sha256()
    for file in sorted(job.needs.rglob("*") if job.needs.is_dir() else [job.needs]):
        if file.is_file():
            digest.update(file.read_bytes())
    place = kept / f"{job.name.replace(' ', '-')}-{digest.hexdigest()[:12]}.txt"
    if not place.exists():
        unfinished = place.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(run(job, tree).encode())
        unfinished.replace(place)
    # As bytes: read as text, the line ends of iCalendar and CSV would come back as others.
    return place.read_bytes().decode()


def sources(revision: str | None, folder: Path) -> Path:
    """The `src` folder of a revision, checked out into `folder`; that of the working tree for None."""
    if revision is None:
        return ROOT / "src"
    archive = subprocess.run(["git", "archive", revision, "src"], cwd=ROOT, capture_output=True, check=True).stdout
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive, check=True)
    return folder / "src"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", help="a revision, as git names it")
    parser.add_argument("after", nargs="?", help="another one; the working tree when left out")
    parser.add_argument("--only", default="", help="only the jobs whose name holds these letters")
    parser.add_argument("--keep", type=Path, help="a folder in which what was written stays")
    parser.add_argument("--fresh", action="store_true", help="run the revisions again, whatever was kept of them")
    parser.add_argument("--jobs", type=int, default=1, help="how many commands run at once")
    asked = parser.parse_args()
    differing = compared = 0
    with tempfile.TemporaryDirectory() as before, tempfile.TemporaryDirectory() as after:
        trees = (sources(asked.before, Path(before)), sources(asked.after, Path(after)))
        wanted = [job for job in jobs() if asked.only in job.name]
        for job in wanted:
            if not job.needs.exists():
                print(f"{job.name:<32} NOT COMPARED, {job.needs} is not at hand")
        present = [job for job in wanted if job.needs.exists()]
        with ThreadPoolExecutor(asked.jobs) as pool:
            kept = [None if asked.fresh else kept_by(revision) for revision in (asked.before, asked.after)]
            outcomes = pool.map(
                lambda job: [written(job, tree, folder) for tree, folder in zip(trees, kept, strict=True)], present
            )
            for job, (one, other) in zip(present, outcomes, strict=True):
                compared += 1
                differing += one != other
                print(
                    f"{job.name:<32} {'the same' if one == other else 'DIFFERS'}  {len(one):>9,} characters", flush=True
                )
                if one != other:
                    told(one, other)
                if asked.keep:
                    keep(asked.keep, job, one, other)
    print(f"{compared - differing} of {compared} the same")
    sys.exit(1 if differing else 0)


def told(one: str, other: str) -> None:
    """Print the first lines of a difference, long ones cut."""
    lines = difflib.unified_diff(one.splitlines(), other.splitlines(), "before", "after", n=0, lineterm="")
    for number, line in enumerate(lines):
        if number == SHOWN:
            print("    …")
            return
        print(f"    {line[:200]}")


def keep(folder: Path, job: Job, one: str, other: str) -> None:
    """Write what was compared, a file for each side."""
    folder.mkdir(parents=True, exist_ok=True)
    for side, written in (("before", one), ("after", other)):
        (folder / f"{job.name.replace(' ', '-')}.{side}.txt").write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
