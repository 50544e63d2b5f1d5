"""What `padan batch` does with what it was asked: plan, run with a progress bar, and say what came of it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer

from padan.index import open_searcher
from padan.notices import say
from padan.places import default_index
from search.batch import (
    BatchPlan,
    BatchSummary,
    Cluster,
    Engine,
    Processes,
    Progress,
    Questions,
    Shape,
    ThisProcess,
    Wanted,
    plan_batch,
    run_batch,
)
from search.catalogue import Catalogue
from search.errors import InputError
from search.types import DocumentChoice

_SMALL = 2_000_000  # bytes of input for which starting workers costs more than it saves
_MOST_WORKERS = 256
_STOPPED = 130  # what a shell says of a command that was interrupted


@dataclass(frozen=True, slots=True)
class BatchWish:
    """What `padan batch` was asked to do, as it was asked."""

    source: Path
    output: Path
    index: Path | None = None
    columns: Wanted = field(default_factory=Wanted)
    kind: DocumentChoice = "auto"
    k: int = 10
    gaps: bool = False
    nested: bool = False
    workers: int | None = None
    engine: str = "local"
    scheduler: str = ""
    resume: bool = False
    fresh: bool = False
    cache: bool = True


def match_table(wish: BatchWish) -> tuple[BatchSummary, Catalogue]:
    """Match every advert of a table; the catalogue tells the titles of the units that the summary counts."""
    if wish.resume and wish.fresh:
        raise InputError("--resume and --fresh contradict each other. Leave one of them out.")
    searcher = open_searcher(wish.index)  # builds the default index where there is none
    questions = Questions(wish.kind, wish.k, wish.gaps)
    index = wish.index or default_index()
    plan = plan_batch(wish.source, wish.output, index, wish.columns, questions, Shape(wish.nested), wish.cache)
    say(_read_as(plan))
    try:
        with _bar() as tell:
            summary = run_batch(plan, _engine(wish), wish.resume, wish.fresh, tell)
    except KeyboardInterrupt:
        say(f"stopped; what is done is kept in {plan.folder.name}. Go on with: --resume")
        raise typer.Exit(_STOPPED) from None
    return summary, searcher.catalogue


def summary_to_dict(summary: BatchSummary, catalogue: Catalogue) -> dict[str, Any]:
    """What `--json-summary` prints; keys may be added, never renamed."""
    tally, plan = summary.tally, summary.plan
    counts = tally.to_dict()
    units = [{"code": code, "title": _title(catalogue, code), "adverts": n} for code, n in counts["units"].items()]
    return {
        "input": str(plan.source),
        "output": str(plan.output),
        "errors": str(plan.errors) if tally.faults else None,
        "rows": tally.rows,
        "answered": tally.answered,
        "left_out": counts["faults"],
        "languages": counts["languages"],
        "kinds": counts["kinds"],
        "nothing_here": {"adverts": tally.nothing_here, "share": tally.nothing_here_share},
        "units": units,
        "seconds": round(summary.seconds, 1),
        "rows_a_second": round(summary.rate, 1),
        "rows_known_before": summary.known,
    }


def _title(catalogue: Catalogue, code: str) -> str:
    return catalogue.units[code].title if code in catalogue.units else ""


def _read_as(plan: BatchPlan) -> str:
    """Which columns were taken: a wrong guess shall be seen before the night is over."""
    columns = plan.columns
    others = [f"{name} '{column}'" for name, column in (("id", columns.id), ("title", columns.title)) if column]
    return f"reading {plan.source.name}: text '{columns.text}'" + "".join(f", {other}" for other in others)


def _engine(wish: BatchWish) -> Engine:
    if wish.workers is not None and not 1 <= wish.workers <= _MOST_WORKERS:
        raise InputError(f"--workers is {wish.workers}, but from 1 to {_MOST_WORKERS} can be started.")
    small = wish.source.stat().st_size < _SMALL
    if wish.scheduler and wish.engine != "dask":
        raise InputError("--scheduler goes with --engine dask.")
    workers = wish.workers or (1 if small else os.cpu_count() or 1)
    if wish.engine == "dask":
        return Cluster(wish.scheduler, workers)
    return ThisProcess() if workers == 1 else Processes(workers)


@contextmanager
def _bar() -> Iterator[Any]:
    """A bar on a terminal; elsewhere, as in a log of the night, a line for each tenth of the table."""
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Lines()
        return
    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[said]}"))
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=1.0, said="opening the index")
        yield lambda progress: bar.update(task, completed=progress.share, said=_said(progress))


class _Lines:
    """Says where a run is, once for each tenth of the table."""

    def __init__(self) -> None:
        self._tenth = 0

    def __call__(self, progress: Progress) -> None:
        if int(progress.share * 10) > self._tenth:
            self._tenth = int(progress.share * 10)
            say(f"{progress.share:.0%}, {_said(progress)}")


def _said(progress: Progress) -> str:
    faults = f", {progress.faults:,} left out" if progress.faults else ""
    left = "" if progress.left is None else f", {_time(progress.left)} left"
    return f"{progress.rows:,} rows{faults}, {progress.rate:,.0f} a second{left}"


def _time(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"
