"""`python -m eval.growth whole --units 30000`: what a large catalogue costs, and what its approximations lose."""

import resource
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter, process_time
from typing import Annotated

import faiss
import numpy as np
import typer

from eval.growth.kinds import KINDS, hits, measure, size_of, tenth_best
from eval.growth.units import grow
from eval.labelled import Split, load_set
from indexer.assemble import assemble
from indexer.catalogue import load_catalogue
from indexer.passages import all_passages
from search import Searcher
from search.catalogue import Catalogue, Choices
from search.encode import load_encoder
from search.rank.dense import POOL
from search.resources import data_dir
from search.store import StoredIndex, save_index
from search.text.tokens import plain_words
from search.types import Decree, Unit, Vectors

app = typer.Typer(help="Grow a catalogue and measure it.", no_args_is_help=True)
Units = Annotated[int, typer.Option("--units", help="How many units of fifteen criteria.")]


@app.command()
def ways(
    units: Units = 1000,
    only: Annotated[list[str] | None, typer.Option(help="A way by its name; repeat for more (default: all).")] = None,
) -> None:
    """Print what each way to keep the vectors costs, and its recall@10 against exact in the same run."""
    queries, rows = _embedded_queries(), _embed(units)
    typer.echo(f"{len(rows):,} passages of {rows.shape[1]} numbers, {len(queries)} queries of the dev split")
    typer.echo(f"{'way':32} {'build':>8} {'size':>9} {'p50':>9} {'p95':>9} {'one core':>9}  recall@10")
    tenth = tenth_best(rows, queries)
    for kind in KINDS:
        if not only or kind.name in only:
            found = measure(kind, rows, queries, tenth)
            typer.echo(
                f"{kind.name:32} {found.build:6.0f} s {found.size / 1e6:6.0f} MB {found.p50 * 1e3:6.1f} ms "
                f"{found.p95 * 1e3:6.1f} ms {found.work * 1e3:6.1f} ms  {found.recall:.3f}"
            )


@app.command()
def whole(units: Units = 1000) -> None:
    """Print what an index of the grown catalogue costs, a search from the query to the units, and what it loses."""
    decree = Decree(1, 2000, "Grown", "Grown", tuple(_grown(units)))
    begun, worked = perf_counter(), process_time()
    index, _ = assemble(Catalogue((decree,), choices=Choices(deep=False)), {}, load_encoder())
    built = f"{perf_counter() - begun:.0f} s by the clock, {process_time() - worked:.0f} s of processor time"
    typer.echo(f"{len(index.passages):,} passages: built in {built}, at most {_peak():,.0f} MB of memory")
    with tempfile.TemporaryDirectory() as folder:
        parts = save_index(Path(folder), index).parts
    typer.echo(", ".join(f"{name} {part.size / 1e6:.0f} MB" for name, part in parts.items()))
    typer.echo(f"The vectors have {size_of(index.vectors) / 1e6:.0f} MB.")
    answers = _time(Searcher(index))
    _compare(index, answers, _embed(units))


def _time(searcher: Searcher) -> list[set[str]]:
    """Ask every query of a warm searcher → the ten units of each; prints how long it took."""
    queries = _queries()
    for query in queries[:3]:
        searcher.search(query, depth="fast")
    clock, work, answers = [], [], []
    for query in queries:
        begun, worked = perf_counter(), process_time()
        answer = searcher.search(query, depth="fast")
        clock.append(perf_counter() - begun)
        work.append(process_time() - worked)
        answers.append({hit.code for hit in answer.results})
    for name, times in (("by the clock", clock), ("of processor time", work)):
        p50, p95 = np.quantile(times, [0.5, 0.95]) * 1e3
        typer.echo(f"A warm search takes {p50:.1f} ms {name} (p50), {p95:.1f} ms (p95).")
    return answers


def _compare(index: StoredIndex, answers: list[set[str]], rows: Vectors) -> None:
    """Print recall@10 of the index against exact: of the nearest passages, and of the units of whole answers."""
    queries = _embedded_queries()
    scores, found = index.vectors.search(queries, min(POOL, len(rows)))
    order = np.argsort(-scores, axis=1, kind="stable")[:, :10]
    nearest = np.take_along_axis(found, order, axis=1).tolist()
    typer.echo(f"recall@10 of passages against exact: {hits(rows, queries, nearest, tenth_best(rows, queries)):.4f}")
    exact = faiss.IndexFlatIP(rows.shape[1])
    exact.add(rows)
    searcher = Searcher(replace(index, vectors=exact))
    kept = [
        len({hit.code for hit in searcher.search(query, depth="fast").results} & units) / max(len(units), 1)
        for query, units in zip(_queries(), answers, strict=True)
    ]
    typer.echo(f"recall@10 of units against an exact index: {np.mean(kept):.4f}")


def _peak() -> float:
    """The most memory this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def _queries() -> list[str]:
    return [text.text for text in load_set("queries").of(Split.DEV).texts]


def _embedded_queries() -> Vectors:
    return load_encoder().encode(_queries(), "query")


def _grown(units: int) -> Iterator[Unit]:
    seeds = [*load_catalogue([data_dir() / "decrees"]).units.values()]
    background = (data_dir() / "background" / "statements.txt").read_text("utf-8")
    words = sorted({word for word in plain_words(background) if len(word) > 4})
    return grow(seeds, words, units)


def _embed(units: int) -> Vectors:
    passages = all_passages(_grown(units))
    return load_encoder().encode([passage.text for passage in passages])


if __name__ == "__main__":
    app()
