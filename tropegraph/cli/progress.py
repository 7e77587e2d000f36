"""How far a build is, as one line on a terminal: pages, rate, time left."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from tropegraph.building import progress
from tropegraph.building.progress import OnProgress
from tropegraph.cli.common import err

_WORDS = {progress.READING: "Reading pages", progress.RESOLVING: "Joining facts"}


@contextmanager
def build_progress() -> Iterator[OnProgress | None]:
    """A progress line on standard error; gives the function that a build calls, `None` where it is no terminal."""
    if not err.is_terminal:
        yield None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[pages]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task(_WORDS[progress.READING], total=None, pages="")

        def report(now: progress.Progress) -> None:
            known = now.share >= 0
            elapsed = bar.tasks[0].elapsed
            bar.update(
                task,
                description=_WORDS[now.stage],
                total=1.0 if known else None,
                completed=max(now.share, 0.0),
                pages=pages(now, elapsed or 0.0),
            )

        yield report


def pages(now: progress.Progress, seconds: float) -> str:
    """Pages so far, and how many a second."""
    kept = f", kept {now.kept:,}" if now.kept else ""
    rate = f" ({now.read / seconds:,.0f}/s)" if seconds >= 1 and now.stage == progress.READING else ""
    return f"read {now.read:,}{kept}{rate}"
