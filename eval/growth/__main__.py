"""`python -m eval.growth --units 30000`: build time, size, speed and recall of each way to keep vectors."""

from pathlib import Path
from time import process_time
from typing import Annotated

import numpy as np
import typer

from eval.growth.kinds import KINDS, measure, tenth_best
from eval.growth.units import grow
from eval.labelled import Split, load_set
from indexer.catalogue import load_catalogue
from indexer.passages import all_passages
from search.encode import load_encoder
from search.resources import data_dir
from search.text.tokens import plain_words


def main(
    units: Annotated[int, typer.Option(help="How many units of fifteen criteria.")] = 1000,
    only: Annotated[list[str] | None, typer.Option(help="A way by its name; repeat for more (default: all).")] = None,
    vectors: Annotated[Path | None, typer.Option(help="Keep the vectors here (.npy), or take them from there.")] = None,
) -> None:
    """Grow a catalogue and print what each way to keep its vectors costs: processor time of one core, and recall."""
    encoder = load_encoder()
    queries = encoder.encode([text.text for text in load_set("queries").of(Split.DEV).texts], "query")
    rows = np.load(vectors) if vectors and vectors.exists() else _embed(units)
    if vectors and not vectors.exists():
        np.save(vectors, rows)
    typer.echo(f"{len(rows):,} passages of {rows.shape[1]} numbers, {len(queries)} queries of the dev split")
    typer.echo(f"{'way':32} {'build':>8} {'size':>9} {'p50':>9} {'p95':>9}  recall@10")
    truth = tenth_best(rows, queries)
    for kind in KINDS:
        if only and kind.name not in only:
            continue
        found = measure(kind, rows, queries, truth)
        typer.echo(
            f"{kind.name:32} {found.build:6.0f} s {found.size / 1e6:6.0f} MB {found.p50 * 1e3:6.1f} ms "
            f"{found.p95 * 1e3:6.1f} ms  {found.recall:.3f}"
        )


def _embed(units: int) -> np.ndarray:
    seeds = [*load_catalogue([data_dir() / "decrees"]).units.values()]
    background = (data_dir() / "background" / "statements.txt").read_text("utf-8")
    words = sorted({word for word in plain_words(background) if len(word) > 4})
    begun = process_time()
    passages = all_passages(grow(seeds, words, units))
    typer.echo(f"{units:,} units with {sum(p.field == 'criterion' for p in passages):,} criteria grown")
    rows = load_encoder().encode([passage.text for passage in passages])
    typer.echo(f"embedded in {process_time() - begun:.0f} s")
    return rows


if __name__ == "__main__":
    typer.run(main)
