"""A function that takes bundles of options → a command, which ends with a line and a status for every outcome."""

import dataclasses
import inspect
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from dateline.cli import statuses
from dateline.errors import DatelineError, InputError, UnforeseenFault, is_fault, summary

if TYPE_CHECKING:
    from dateline.processes import Progress
    from dateline.request import Request


@dataclasses.dataclass(slots=True)
class Run:
    """One run of a command: how much it says, and what it had to leave out."""

    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress and no notes. Errors are still written.")
    ] = False
    problems: list[InputError] = dataclasses.field(default_factory=list, init=False)
    """What had to be left out so far; named on standard error when the command ends, however it ends."""

    def note(self, text: str) -> None:
        """Say what is worth knowing and cost nothing."""
        if not self.quiet:
            say(f"note: {text}")

    def note_missing_parser(self, parse: bool | None) -> None:
        """Say what is missing and how to get it, when a parse was not declined and there is no parser."""
        from dateline.errors import MissingParser
        from dateline.events.parsing.parser import parsed_languages

        if parse is None and not parsed_languages():
            self.note(str(MissingParser()))

    @contextmanager
    def progress(self, what: str) -> Iterator["Progress | None"]:
        """A progress bar on standard error when that is a terminal; None otherwise."""
        if self.quiet or not sys.stderr.isatty():
            yield None
            return
        from rich.console import Console
        from rich.progress import Progress as Bar

        # Without a thread of its own, beside which no process could be forked.
        with Bar(console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
            task = bar.add_task(what, total=None)

            def advance(done: int, total: int) -> None:
                shown = done == total or done % max(1, total // 100) == 0
                bar.update(task, completed=done, total=total, refresh=shown)

            yield advance

    @contextmanager
    def asking(self, request: "Request") -> Iterator["Request"]:
        """The request with a progress bar, and with what has to be left out put to the rest that was left out."""
        with self.progress("analysing") as progress:
            yield dataclasses.replace(request, progress=progress, problem=self.problems.append, note=self.note)


def say(text: str) -> None:
    """A line on standard error; nothing where that takes none."""
    with suppress(OSError):
        typer.echo(f"dateline: {text}", err=True)


def as_command(function: Callable[..., None]) -> Callable[..., None]:
    """`function`, which takes bundles and a `Run`, with a parameter for each option, as typer wants it."""
    hints = get_type_hints(function, include_extras=True)
    parameters: list[inspect.Parameter] = []
    bundles: dict[str, type] = {}
    for parameter in inspect.signature(function).parameters.values():
        hint = hints[parameter.name]
        if dataclasses.is_dataclass(hint) and isinstance(hint, type):
            bundles[parameter.name] = hint
            parameters += _options_of(hint)
        else:
            parameters.append(parameter.replace(annotation=hint, kind=inspect.Parameter.KEYWORD_ONLY))

    @wraps(function)
    def command(**options: Any) -> None:
        for name, bundle in bundles.items():
            own = [field.name for field in dataclasses.fields(bundle) if field.init]
            options[name] = bundle(**{option: options.pop(option) for option in own})
        with _ended(options["run"]):
            function(**options)

    # typer reads both.
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return command


def _options_of(bundle: type) -> list[inspect.Parameter]:
    hints = get_type_hints(bundle, include_extras=True)
    return [
        inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=_default(field),
            annotation=hints[field.name],
        )
        for field in dataclasses.fields(bundle)
        if field.init
    ]


def _default(field: "dataclasses.Field[Any]") -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return inspect.Parameter.empty if field.default is dataclasses.MISSING else field.default


@contextmanager
def _ended(run: Run) -> Iterator[None]:
    """What came of a run, told and turned into its exit status."""
    failure = None
    try:
        yield
    except BrokenPipeError:
        # The reader of our output has seen enough (`| head`); Python must not complain of it again on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except DatelineError as error:
        failure = str(error)
    except KeyboardInterrupt:
        say("stopped")
        raise typer.Exit(statuses.INTERRUPTED) from None
    except BaseException as fault:
        if not is_fault(fault) or isinstance(fault, typer.Exit):
            raise
        failure = f"unforeseen fault: {summary(fault)}; please report this with what DATELINE_DEBUG=1 prints"
        if _debugging():
            import traceback

            traceback.print_exception(fault)
    for problem in run.problems:
        say(f"left out: {problem}")
        if isinstance(problem, UnforeseenFault) and _debugging():
            say(problem.trace)
    if failure is not None:
        say(failure)
        raise typer.Exit(statuses.FAILED)
    if run.problems:
        raise typer.Exit(statuses.LEFT_OUT)


def _debugging() -> bool:
    return os.environ.get("DATELINE_DEBUG", "") not in {"", "0"}
