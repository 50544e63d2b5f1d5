"""`python -m eval.growth --units 30000`: build time, size, speed and recall of each way to keep vectors."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Annotated

import faiss
import numpy as np
import typer

from eval.growth.kinds import KINDS, measure, tenth_best
from eval.growth.units import grow
from eval.labelled import Split, load_set
from indexer.assemble import assemble
from indexer.catalogue import load_catalogue
from indexer.passages import all_passages
from search import Searcher
from search.catalogue import Catalogue, Choices
from search.encode import load_encoder
from search.resources import data_dir
from search.store import save_index
from search.text.tokens import plain_words
from search.types import Decree, Unit, Vectors

app = typer.Typer(help="Grow a catalogue and measure it, in processor time of one core.", no_args_is_help=True)
Units = Annotated[int, typer.Option("--units", help="How many units of fifteen criteria.")]


@app.command()
def ways(
    units: Units = 1000,
    only: Annotated[list[str] | None, typer.Option(help="A way by its name; repeat for more (default: all).")] = None,
) -> None:
    """Print what each way to keep the vectors costs, and its recall@10 against exact in the same run."""
    queries = load_encoder().encode(_queries(), "query")
    rows = _embed(units)
    typer.echo(f"{len(rows):,} passages of {rows.shape[1]} numbers, {len(queries)} queries of the dev split")
    typer.echo(f"{'way':32} {'build':>8} {'size':>9} {'p50':>9} {'p95':>9}  recall@10")
    tenth = tenth_best(rows, queries)
    for kind in KINDS:
        if not only or kind.name in only:
            found = measure(kind, rows, queries, tenth)
            typer.echo(
                f"{kind.name:32} {found.build:6.0f} s {found.size / 1e6:6.0f} MB {found.p50 * 1e3:6.1f} ms "
                f"{found.p95 * 1e3:6.1f} ms  {found.recall:.3f}"
            )


@app.command()
def whole(units: Units = 1000) -> None:
    """Print what an index of the grown catalogue costs, and a search from the query to the units."""
    faiss.omp_set_num_threads(1)
    decree = Decree(1, 2000, "Grown", "Grown", tuple(_grown(units)))
    begun = process_time()
    index, _ = assemble(Catalogue((decree,), choices=Choices(deep=False)), {}, load_encoder())
    typer.echo(f"{len(index.passages):,} passages: built in {process_time() - begun:.0f} s")
    with tempfile.TemporaryDirectory() as folder:
        parts = save_index(Path(folder), index).parts
    typer.echo(", ".join(f"{name} {part.size / 1e6:.0f} MB" for name, part in parts.items()))
    searcher, times = Searcher(index), []
    searcher.search("pemanasan")
    for query in _queries():
        begun = process_time()
        searcher.search(query, depth="fast")
        times.append(process_time() - begun)
    p50, p95 = np.quantile(times, [0.5, 0.95]) * 1e3
    typer.echo(f"a search takes {p50:.0f} ms (p50), {p95:.0f} ms (p95)")


def _queries() -> list[str]:
    return [text.text for text in load_set("queries").of(Split.DEV).texts]


def _grown(units: int) -> Iterator[Unit]:
    seeds = [*load_catalogue([data_dir() / "decrees"]).units.values()]
    background = (data_dir() / "background" / "statements.txt").read_text("utf-8")
    words = sorted({word for word in plain_words(background) if len(word) > 4})
    return grow(seeds, words, units)


def _embed(units: int) -> Vectors:
    passages = all_passages(_grown(units))
    begun = process_time()
    rows = load_encoder().encode([passage.text for passage in passages])
    typer.echo(f"{units:,} units embedded in {process_time() - begun:.0f} s")
    return rows


if __name__ == "__main__":
    app()
