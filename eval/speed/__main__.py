"""`make bench`: a table of adverts through `padan batch`, beside a plain pipeline timed in the same run."""

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from eval.speed.plain import Split, adverts_a_second, sentences, statements
from eval.speed.profile import stages
from eval.speed.variations import adverts, varied
from eval.speed.watch import Memory
from indexer.build import build_index
from search.batch.bulk import Questions
from search.batch.columns import Columns
from search.batch.parts import ROWS, Order, jobs_of
from search.batch.read import open_source
from search.batch.write import Shape
from search.errors import MissingExtraError, PadanError
from search.resources import data_dir
from search.store import build_in_force, open_index

_SPREAD = 500  # adverts for the plain pipeline, taken evenly from all
_SPLITS: dict[str, Split] = {"by sentence": sentences, "by Padan's statements": statements}


@dataclass(frozen=True, slots=True)
class Timed:
    """One run of `padan batch`: seconds, seconds of processor time, and memory in bytes."""

    seconds: float
    work: float
    peak: int | None


def main(
    source: Annotated[Path, typer.Argument(help="Adverts as JSONL with a key `text`.")],
    count: Annotated[int, typer.Option("--adverts", help="How many variations of them.")] = 4000,
    workers: Annotated[int, typer.Option(help="Processes of the batch.")] = 2,
    plain: Annotated[float, typer.Option(help="Seconds of processor time for each way of the plain pipeline.")] = 10.0,
) -> None:
    """Print adverts a second, the ratio to a plain pipeline, peak memory, and where the time goes."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        texts = adverts(source)
        table = _table(folder / "adverts.jsonl", varied(texts, count))
        few = _table(folder / "few.jsonl", texts[:1])
        index = folder / "index"
        build_index([data_dir() / "decrees"], index, deep=False)
        typer.echo(f"{count:,} adverts, variations of {len(texts):,} of {source.name}; {workers} workers")
        spread = range(0, count, max(count // _SPREAD, 1))
        rates = _plain([text for at, text in enumerate(varied(texts, count)) if at in spread], index, plain)
        start = _batch(few, index, workers, []).work
        typer.echo(f"padan batch takes {start:.1f} s of processor time to start {workers} workers and end")
        for name, options in (("with the cache", []), ("without the cache", ["--no-cache"])):
            run = _batch(table, index, workers, options)
            held = "" if run.peak is None else f", at most {run.peak / 2**20:,.0f} MiB held by all processes"
            rate = count / (run.work - start)
            typer.echo(f"padan batch {name}: {rate:.0f} adverts a second of one core{held}")
            typer.echo(f"  {count / run.seconds:.0f} a second on this machine as busy as it was, the start included")
            for split, slow in rates.items():
                typer.echo(f"  {rate / slow:.0f} times MiniLM {split}")
        _profile(table, index)


def _plain(texts: list[str], index: Path, seconds: float) -> dict[str, float]:
    rates = {}
    for name, split in _SPLITS.items():
        try:
            rates[name] = adverts_a_second(texts, open_index(index), split, seconds)
        except MissingExtraError as error:
            typer.echo(f"The plain pipeline was not timed: {error}")
            return {}
        typer.echo(f"MiniLM {name}, cosine over all passages: {rates[name]:.1f} adverts a second of one core")
    return rates


def _batch(table: Path, index: Path, workers: int, options: list[str]) -> Timed:
    """Run the command as a user would, its start included."""
    output = table.with_name("matches.parquet")
    command = [sys.executable, "-m", "padan", "batch", table, "-o", output, "--index", index]
    begun, worked = perf_counter(), _work()
    with subprocess.Popen(
        [*map(str, command), "--workers", str(workers), "--fresh", *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        memory = Memory(process.pid)
        process.wait()
    memory.stop()
    if process.returncode:
        raise PadanError(f"padan batch ended with {process.returncode}; run it by hand to see why")
    return Timed(perf_counter() - begun, _work() - worked, memory.peak)


def _table(path: Path, texts: Iterable[str]) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({"id": number, "text": text}) + "\n")
    return path


def _work() -> float:
    """Processor time of the processes that this one started and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _profile(table: Path, index: Path) -> None:
    order = Order(index, build_in_force(index) or "", "matches.jsonl", Questions(), Shape(), remember=False)
    jobs = jobs_of(open_source(table).rows(Columns("text", "id")), ROWS)
    typer.echo("Where the time of one worker goes (without the cache; the profiler itself slows small functions):")
    for name, share in stages(order, next(jobs), next(jobs)):
        typer.echo(f"  {share:5.0%}  {name}")


if __name__ == "__main__":
    typer.run(main)
