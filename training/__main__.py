"""Command line of the recipe: python -m training static | measure | sources."""

import json
import logging
import sys
from pathlib import Path
from typing import Annotated

import platformdirs
import typer

from training.errors import PackageMissingError, TrainingError

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
MODEL = ROOT / "data" / "models" / "padan-id-en"
CACHE = Path(platformdirs.user_cache_dir("padan")) / "training"


@app.command()
def static(
    corpora: Annotated[Path, typer.Option(help="Folder with parallel/, pairs/, lexical/, mono/")] = SHARED / "corpora",
    adverts: Annotated[Path, typer.Option(help="Adverts (JSON lines); only `use: train-or-test` rows are read")] = (
        SHARED / "postings" / "dev.jsonl.gz"
    ),
    yardstick: Annotated[Path, typer.Option(help="What is measured on and never trained on")] = SHARED / "bench",
    output: Annotated[Path, typer.Option(help="Folder to write the model to")] = MODEL,
    cache: Annotated[Path, typer.Option(help="Where the teachers' vectors are kept between runs")] = CACHE,
    minutes: Annotated[float | None, typer.Option(help="Teach no longer than this")] = None,
    seed: int = 0,
) -> None:
    """Make the bundled static encoder from the training corpora."""
    from training.recipe import Folders
    from training.recipe import static as make

    measured = (yardstick, ROOT / "data" / "eval")
    folders = Folders(corpora, adverts if adverts.is_file() else None, measured, cache, output)
    typer.echo(make(folders, minutes, seed))


@app.command()
def sources(
    model: Annotated[Path, typer.Argument(help="Folder of a model this recipe made")] = MODEL,
) -> None:
    """Print the sources of a model with licences and row counts, as its card shows them."""
    from training.card import sources_table

    typer.echo(sources_table(json.loads((model / "training.json").read_text(encoding="utf-8"))["rows"]))


@app.command()
def measure(
    systems: Annotated[list[str] | None, typer.Argument(help="Model names or folders; teachers: use, minilm")] = None,
    yardstick: Annotated[Path, typer.Option(help="Folder of the yardstick's measure.py")] = SHARED / "bench",
) -> None:
    """Print the yardstick's figures for one or several systems as a Markdown table."""
    from training import measure as measuring

    run = measuring.yardstick(yardstick)
    names = systems or ["padan-id-en", "use", "minilm"]
    typer.echo(measuring.table({name: run(measuring.system(name)) for name in names}))


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S", stream=sys.stderr)
    try:
        app()
    except TrainingError as error:
        typer.echo(str(error), err=True)
        raise SystemExit(2) from None
    except ModuleNotFoundError as error:
        typer.echo(str(PackageMissingError(error.name or "?")), err=True)
        raise SystemExit(2) from None


if __name__ == "__main__":
    main()
