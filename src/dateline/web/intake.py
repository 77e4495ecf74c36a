"""What somebody brings in, articles in the archive out, with an account of what was understood and what was left out.

One thing is taken in after another, in a thread of its own: a page that asks how far it is never waits. Files are
written to a folder that is gone afterwards, under names of ours where a name could lead elsewhere.
"""

import dataclasses
import datetime as dt
import hashlib
import json
import secrets
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from dateline.archive.adding import Added
from dateline.errors import DatelineError, InputError, NothingToRead
from dateline.model import Article
from dateline.readers import ReadResult, read
from dateline.web.answers import Intake, LeftOut, Stage, Taken
from dateline.web.desk import Desk
from dateline.web.failures import failure_of

_KEPT = 100
"""Accounts that are kept."""
_TIMELINES = 5
"""Stories whose timelines are made at once, for the account to say how many lines an article is told by."""
_LONGEST_NAME = 120

Brought = Callable[[Path], Sequence[DatelineError]]
"""Puts what was brought into a folder, and tells what could not be had."""


class Intakes:
    """What was brought to one archive, and how far it is."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: OrderedDict[str, Intake] = OrderedDict()
        self._lock = threading.Lock()
        self._worker = ThreadPoolExecutor(1, "intake")

    def close(self) -> None:
        """Take in no more; what was brought is finished."""
        self._worker.shutdown(wait=True)

    def of(self, identity: str) -> Intake | None:
        """How far something is."""
        return self._known.get(identity)

    def begin(
        self, what: str, bring: Brought, by: str, *, story: str | None = None, published: dt.date | None = None
    ) -> str:
        """Take something in, when its turn comes. Returns the id of its account."""
        identity = secrets.token_urlsafe(12)
        self._tell(Intake(identity, what, Stage.WAITING))
        self._worker.submit(self._take, identity, bring, by, story, published)
        return identity

    def watch(self, address: str, by: str) -> str:
        """Watch a feed from now on, and take in what it has. Returns the id of the account."""
        identity = secrets.token_urlsafe(12)
        self._tell(Intake(identity, address, Stage.WAITING))
        self._worker.submit(self._watched, identity, address)
        return identity

    def _take(self, identity: str, bring: Brought, by: str, story: str | None, published: dt.date | None) -> None:
        with self._account(identity), tempfile.TemporaryDirectory(prefix="dateline-") as where:
            folder = Path(where)
            self._tell(self._now(identity, stage=Stage.READING))
            problems = list(bring(folder))
            if problems and not any(folder.iterdir()):
                self._tell(self._now(identity, left_out=tuple(_left_out(problem, "") for problem in problems)))
                return
            result = read(folder, published=published, other_languages=True)
            shown = f"{folder}/"
            left_out = tuple(_left_out(problem, shown) for problem in (*problems, *result.problems))
            notes = tuple(note.replace(shown, "") for note in result.notes)
            self._tell(self._now(identity, left_out=left_out, notes=notes, total=len(result.articles)))
            articles = [_renamed(article, shown) for article in result.articles]
            if articles:
                self._add(identity, articles, result, shown, by, story)

    def _add(
        self, identity: str, articles: Sequence[Article], result: ReadResult, shown: str, by: str, story: str | None
    ) -> None:
        by_id = {article.id: article for article in articles}
        gave = {place.removeprefix(shown): given for place, given in result.told.items()}
        self._tell(self._now(identity, stage=Stage.ADDING))

        def tell(one: Added) -> None:
            self._tell(self._with(identity, one, by_id, gave))

        self._desk.archive.add(articles, story=story or None, by=by, processes=1, told_of=tell)
        self._understand(identity)

    def _watched(self, identity: str, address: str) -> None:
        from dateline.fetching.fetch import Fetcher  # noqa: PLC0415 - for the network alone
        from dateline.fetching.watching import Watch  # noqa: PLC0415

        with self._account(identity):
            self._tell(self._now(identity, stage=Stage.READING))
            archive = self._desk.archive

            def tell(one: Added) -> None:
                found = archive.article(one.article)
                self._tell(self._with(identity, one, {article.id: article for article in found}, {}))

            def leave_out(problem: InputError) -> None:
                known = self._now(identity)
                self._tell(dataclasses.replace(known, left_out=(*known.left_out, _left_out(problem, ""))))

            Watch(archive, Fetcher(), dt.timedelta(hours=1), archive.now, told_of=tell, left_out=leave_out).round(
                [address]
            )
            self._understand(identity)

    def _understand(self, identity: str) -> None:
        """How many lines each article is told by, where that is not too much to ask."""
        known = self._now(identity, stage=Stage.TELLING)
        self._tell(known)
        lines: dict[str, int] = {}
        for story in list(dict.fromkeys(one.story for one in known.articles if one.story is not None))[:_TIMELINES]:
            with suppress(NothingToRead):
                for entry in self._desk.told(story).timeline.entries:
                    for article in {passage.article for passage in entry.passages}:
                        lines[article] = lines.get(article, 0) + 1
        articles = tuple(dataclasses.replace(one, lines=lines.get(one.article)) for one in known.articles)
        self._tell(dataclasses.replace(known, articles=articles))

    def _with(self, identity: str, one: Added, by_id: dict[str, Article], gave: Any) -> Intake:
        known = self._now(identity)
        if one.problem:
            return dataclasses.replace(
                known, left_out=(*known.left_out, _left_out(one.problem, "")), done=known.done + 1
            )
        article = by_id.get(one.article)
        taken = Taken(
            one.article,
            str(one.became),
            one.story,
            article.title if article else None,
            article.source if article else None,
            article.published if article else None,
            gave.get(article.read_from, {}).get("read as") if article else None,
            gave.get(article.read_from, {}).get("published") if article else None,
            None,
        )
        return dataclasses.replace(known, articles=(*known.articles, taken), done=known.done + 1)

    def _now(self, identity: str, **changed: Any) -> Intake:
        return dataclasses.replace(self._known[identity], **changed)

    def _tell(self, intake: Intake) -> None:
        with self._lock:
            self._known[intake.id] = intake
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)

    def _account(self, identity: str) -> "_Account":
        return _Account(self, identity)


class _Account:
    """Whatever ends the taking in, the account says that it has ended, and why."""

    def __init__(self, intakes: Intakes, identity: str) -> None:
        self._intakes = intakes
        self._identity = identity

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        known = self._intakes.of(self._identity)
        if known is None:
            return error is None or isinstance(error, Exception)
        left_out = known.left_out
        if isinstance(error, Exception):
            failure = failure_of(error)
            left_out = (*left_out, LeftOut(known.what, failure.message, failure.hint or ""))
        self._intakes._tell(dataclasses.replace(known, stage=Stage.DONE, left_out=left_out))
        return isinstance(error, Exception)


def _left_out(problem: DatelineError, shown: str) -> LeftOut:
    if isinstance(problem, InputError):
        where = problem.where.replace(shown, "") if shown else problem.where
        # The form has a field for what is an option of the command.
        return LeftOut(where, problem.problem, problem.remedy.replace("with --published", "with the day on the form"))
    return LeftOut("", str(problem), "")


def _renamed(article: Article, shown: str) -> Article:
    return dataclasses.replace(article, read_from=article.read_from.removeprefix(shown))


def pasted(text: str, title: str, source: str, url: str, published: dt.date | None) -> Brought:
    """A text that somebody pasted, with what they say of it. Where they give no day, its own head or dateline tells."""
    given = {"title": title, "source": source, "url": url}
    known = {key: " ".join(value.split()) for key, value in given.items() if value.strip()}
    digest = hashlib.sha256(repr((text, known, published)).encode("utf-8", "replace")).hexdigest()[:12]
    if published:
        line = {**known, "id": f"pasted-{digest}", "text": text, "published": published.isoformat()}
        name, content = "pasted.jsonl", json.dumps(line)
    else:
        head = "".join(f"{key.capitalize()}: {value}\n" for key, value in known.items())
        name, content = f"pasted-{digest}.txt", f"{head}{text}"

    def bring(folder: Path) -> Sequence[DatelineError]:
        (folder / name).write_text(content, "utf-8", "replace")
        return ()

    return bring


def uploaded(files: Sequence[tuple[str, bytes]]) -> Brought:
    """Files, each with the name its owner's machine gives it, folders included."""

    def bring(folder: Path) -> Sequence[DatelineError]:
        for number, (name, content) in enumerate(files):
            path = folder / safe_name(name, number)
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists():
                path = path.with_name(f"{number}-{path.name}")
            path.write_bytes(content)
        return ()

    return bring


def fetched(addresses: Sequence[str]) -> Brought:
    """Pages of the web."""

    def bring(folder: Path) -> Sequence[DatelineError]:
        from dateline.fetching.fetch import Fetcher  # noqa: PLC0415 - for the network alone
        from dateline.fetching.folder import Folder  # noqa: PLC0415

        into, fetcher, problems = Folder(folder), Fetcher(), list[DatelineError]()
        for address in addresses:
            try:
                into.keep(fetcher.fetch(address))
            except InputError as error:
                problems.append(error)
        return problems

    return bring


def safe_name(name: str, number: int) -> PurePosixPath:
    """The name of a file within our folder, whatever it was called: nothing of it leads out of the folder."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    plain = ["".join(mark if mark.isprintable() and mark not in ':*?"<>|' else "_" for mark in part) for part in parts]
    # Readers leave hidden files of a folder aside; what somebody chose is read.
    kept = [part.lstrip(".")[-_LONGEST_NAME:] or "_" for part in plain[-4:]]
    return PurePosixPath(*kept) if kept else PurePosixPath(f"file-{number}")
