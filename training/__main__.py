"""Command line of the recipe: python -m training static | deep | measure | variants | ablation | sources."""

import json
import logging
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import platformdirs
import typer

from search.errors import PadanError
from training.errors import PackageMissingError, TrainingError

if TYPE_CHECKING:
    from training.recipe import Folders

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
MODEL = ROOT / "data" / "models" / "padan-id-en"
DEEP = ROOT / "data" / "models" / "padan-id-en-deep"
CACHE = Path(platformdirs.user_cache_dir("padan")) / "training"


Corpora = Annotated[Path, typer.Option(help="Folder with parallel/, pairs/, lexical/, mono/")]
Adverts = Annotated[Path, typer.Option(help="Adverts (JSON lines); only `use: train-or-test` rows are read")]
Yardstick = Annotated[Path, typer.Option(help="What is measured on and never trained on")]
Output = Annotated[Path, typer.Option(help="Folder to write the model to")]
Cache = Annotated[Path, typer.Option(help="Where teachers' vectors and broken-off runs are kept")]
ADVERTS = SHARED / "postings" / "dev.jsonl.gz"


@app.command()
def static(
    corpora: Corpora = SHARED / "corpora",
    adverts: Adverts = ADVERTS,
    yardstick: Yardstick = SHARED / "bench",
    output: Output = MODEL,
    cache: Cache = CACHE,
    minutes: Annotated[float | None, typer.Option(help="Teach each seed no longer than this")] = None,
    new_pieces: Annotated[bool, typer.Option(help="Learn pieces anew instead of keeping the bundled model's")] = False,
    seed: int = 0,
) -> None:
    """Make the bundled static encoder from the training corpora."""
    from training.recipe import static as make

    kept = None if new_pieces else MODEL / "tokenizer.json"
    typer.echo(make(_folders(corpora, adverts, yardstick, cache, output), minutes, seed, pieces=kept))


@app.command()
def deep(
    corpora: Corpora = SHARED / "corpora",
    adverts: Adverts = ADVERTS,
    yardstick: Yardstick = SHARED / "bench",
    output: Output = DEEP,
    cache: Cache = CACHE,
    static_model: Annotated[Path, typer.Option("--static", help="Folder of the static model it starts from")] = MODEL,
    chapters: Annotated[
        int | None,
        typer.Option(min=1, help="How many chapters of some 18,000 texts to teach"),
    ] = None,
    further: Annotated[Path | None, typer.Option(help="Folder of a deep model to teach further, not a new one")] = None,
    seed: Annotated[int, typer.Option(help="Of the batches; rows and those held out stay")] = 0,
) -> None:
    """Make the bundled deep encoder; hours on two cores, and a run broken off goes on where it was."""
    from training.deep import recipe

    plan = recipe.FURTHER if further else recipe.NEW
    plan = replace(
        plan, own=replace(plan.own, seed=plan.own.seed + seed), chapters=plan.chapters if chapters is None else chapters
    )
    folders = _folders(corpora, adverts, yardstick, cache, output)
    typer.echo(recipe.deep(folders, static_model, plan, further))


def _folders(corpora: Path, adverts: Path, yardstick: Path, cache: Path, output: Path) -> "Folders":
    from training.recipe import Folders

    measured = (yardstick, ROOT / "data" / "eval")
    return Folders(corpora, adverts if adverts.is_file() else None, measured, cache, output)


@app.command()
def sources(
    model: Annotated[Path, typer.Argument(help="Folder of a model this recipe made")] = MODEL,
) -> None:
    """Print the sources of a model with licences and row counts, as its card shows them."""
    from training.card import sources_table

    typer.echo(sources_table(json.loads((model / "training.json").read_text(encoding="utf-8"))["rows"]))


@app.command()
def measure(
    systems: Annotated[
        list[str] | None, typer.Argument(help="Model names or folders; not ours: use, minilm, e5-plain, e5, bm25")
    ] = None,
    yardstick: Annotated[Path, typer.Option(help="Folder of the yardstick's measure.py")] = SHARED / "bench",
) -> None:
    """Print the yardstick's figures for one or several systems as a Markdown table."""
    from training import measure as measuring

    run = measuring.yardstick(yardstick)
    names = systems or ["padan-id-en", "use", "minilm"]
    typer.echo(measuring.table({name: run(measuring.system(name)) for name in names}))


@app.command()
def variants(
    systems: Annotated[
        list[str] | None, typer.Argument(help="Model names or folders; not ours: use, minilm, e5-plain, e5, bm25")
    ] = None,
    yardstick: Yardstick = SHARED / "bench",
) -> None:
    """Print the yardstick's figures of encoders cut shorter, made coarser and put side by side."""
    from training import measure as measuring
    from training import variants as varying

    run = measuring.yardstick(yardstick)
    names = systems or [MODEL.name, DEEP.name]
    every = varying.variants({name: varying.remembered(measuring.system(name)) for name in names})
    typer.echo(measuring.table({name: measuring.untimed(run(encode)) for name, encode in every.items()}))


@app.command()
def ablation(
    corpora: Corpora = SHARED / "corpora",
    adverts: Adverts = ADVERTS,
    yardstick: Yardstick = SHARED / "bench",
    cache: Cache = CACHE,
    rounds: Annotated[int, typer.Option(help="Rounds each student is taught")] = 4,
) -> None:
    """Teach short static students that differ in one thing each and print their figures; a quarter of an hour."""
    from training import ablation as ablating

    folders = _folders(corpora, adverts, yardstick, cache, MODEL)
    typer.echo(ablating.table(folders, yardstick, MODEL / "tokenizer.json", rounds))


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S", stream=sys.stderr)
    try:
        app()
    except (TrainingError, PadanError) as error:
        typer.echo(str(error), err=True)
        raise SystemExit(2) from None
    except ModuleNotFoundError as error:
        typer.echo(str(PackageMissingError(error.name or "?")), err=True)
        raise SystemExit(2) from None


if __name__ == "__main__":
    main()
