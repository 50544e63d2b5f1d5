"""The command `padan`: thin commands over the library; `--json` prints exactly one document on stdout."""

import json
import os
import sys
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from typer.exceptions import TyperException

from padan import show
from padan.notices import say
from search.errors import InputError, PadanError
from search.types import Depth, DocumentChoice, Level

_MOST_RESULTS = 1000
app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


class ExportLanguage(StrEnum):
    """Language of an export."""

    INDONESIAN = "id"
    ENGLISH = "en"


class Engine(StrEnum):
    """Where a batch is worked on."""

    LOCAL = "local"
    DASK = "dask"


class Split(StrEnum):
    """Which labelled texts."""

    DEV = "dev"
    TEST = "test"
    ALL = "all"


def _count(k: int) -> int:
    if not 1 <= k <= _MOST_RESULTS:
        raise InputError(f"-k is {k}, but from 1 to {_MOST_RESULTS} results can be shown. Give a number in between.")
    return k


def _version(asked: bool) -> None:
    if asked:
        try:
            sys.stdout.write(f"padan {version('padan')}\n")
        except PackageNotFoundError:
            sys.stdout.write("padan, from a folder where it is not installed\n")
        raise typer.Exit


@app.callback()
def options(
    asked: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Match work to competency standards (SKKNI)."""


Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
Index = Annotated[Path | None, typer.Option("--index", help="Index folder (default: the user cache).")]
Count = Annotated[int, typer.Option("-k", callback=_count, help="How many results at most.")]
TextFile = Annotated[
    str,
    typer.Argument(metavar="FILE|-", help="Advert or CV as PDF, DOCX, HTML or text; - reads standard input."),
]
KindOption = Annotated[DocumentChoice, typer.Option("--kind", help="Whether the text is a job advert or a CV.")]
DepthOption = Annotated[
    Depth | None,
    typer.Option("--depth", help="fast, or deep with the deep encoder too (default: deep where the index has it)."),
]


@app.command()
def catalogue(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]…", help="Decrees or folders (default: what your index holds)."),
    ] = None,
    as_json: Json = False,
    findings: Annotated[bool, typer.Option("--findings", help="Show what is doubtful in the decrees.")] = False,
    index: Annotated[
        Path | None, typer.Option("--index", help="Show what this index holds, not the default one.")
    ] = None,
) -> None:
    """Show decrees and other taxonomies: their units, which of them are in force, and what is doubtful."""
    from indexer.aliases import label_findings
    from indexer.examples import example_findings
    from padan.index import catalogue_to_show
    from search.catalogue import catalogue_to_dict
    from search.codec import finding_to_dict

    loaded = catalogue_to_show(files or [], index)
    doubtful = (*label_findings(loaded), *example_findings(loaded))
    if as_json:
        _print_json({**catalogue_to_dict(loaded.labelled()), "findings": [finding_to_dict(one) for one in doubtful]})
    elif findings:
        show.findings(loaded.decrees, doubtful)
    else:
        show.catalogue(loaded)


@app.command()
def index(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]…",
            help="Decrees, tables of other taxonomies (CSV, JSON), or folders of them with their subfolders. "
            "Default: the bundled decrees; with --aliases, --examples, --revoked or the like, what the index holds.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Index folder (default: the user cache).")
    ] = None,
    encoder: Annotated[
        str | None, typer.Option("--encoder", help="Bundled model, folder, or name on the model hub.")
    ] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Start from nothing instead of adding to the index.")] = False,
    aliases: Annotated[
        list[Path] | None,
        typer.Option(
            "--aliases",
            metavar="FILE",
            help="Your own alternative labels (YAML) beside those bundled; repeat for more. They replace those given "
            "before and are remembered.",
        ),
    ] = None,
    no_aliases: Annotated[
        bool, typer.Option("--no-aliases", help="No alternative labels, from now on until --aliases or --fresh.")
    ] = False,
    examples: Annotated[
        list[Path] | None,
        typer.Option(
            "--examples",
            metavar="FILE",
            help="Your own worked examples (TSV) beside those bundled; repeat for more. They replace those given "
            "before and are remembered.",
        ),
    ] = None,
    no_examples: Annotated[
        bool, typer.Option("--no-examples", help="No worked examples, from now on until --examples or --fresh.")
    ] = False,
    revoked: Annotated[
        bool | None,
        typer.Option("--revoked/--no-revoked", help="Search units of revoked decrees too (remembered; default: no)."),
    ] = None,
    deep: Annotated[
        bool | None,
        typer.Option(
            "--deep/--no-deep",
            help="Vectors of the deep encoder too (remembered; default: up to 50,000 texts, with the bundled encoder).",
        ),
    ] = None,
    remove: Annotated[
        list[str] | None,
        typer.Option("--remove", metavar="NAME", help="Remove a decree: number/year or file name; repeat for more."),
    ] = None,
) -> None:
    """Build or update the index; what it knows already is neither read nor embedded again.

    A decree already there is replaced by the file given. Units of a decree that another one revoked stay out.
    """
    from padan.index import IndexWish, update_index

    wish = IndexWish(
        files=tuple(files or ()),
        encoder=encoder,
        fresh=fresh,
        aliases=tuple(aliases or ()),
        no_aliases=no_aliases,
        examples=tuple(examples or ()),
        no_examples=no_examples,
        revoked=revoked,
        deep=deep,
        remove=tuple(remove or ()),
    )
    show.build(update_index(output, wish))


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="What the work is about, in any words.")],
    k: Count = 10,
    level: Annotated[Level, typer.Option("--level", help="Rank units or single criteria.")] = "unit",
    depth: DepthOption = None,
    index: Index = None,
    as_json: Json = False,
) -> None:
    """Find the units a query is about."""
    from padan.index import open_searcher

    _answer(open_searcher(index).search(query, k, level, depth), as_json)


@app.command()
def match(
    file: TextFile,
    kind: KindOption = "auto",
    k: Count = 10,
    depth: DepthOption = None,
    index: Index = None,
    as_json: Json = False,
) -> None:
    """Rank the units an advert calls for or a CV shows, each with the sentences that prove it."""
    from padan.index import open_searcher
    from padan.inputs import read_text_file

    text = read_text_file(file, say)
    _answer(open_searcher(index).match(text, kind, k, depth), as_json)


@app.command()
def gaps(
    file: TextFile,
    unit: Annotated[
        list[str] | None, typer.Option("--unit", metavar="CODE", help="Judge this unit; repeat for more.")
    ] = None,
    against: Annotated[
        str | None, typer.Option("--against", metavar="JOBFILE", help="Judge the units this advert calls for.")
    ] = None,
    export: Annotated[
        list[Path] | None,
        typer.Option(
            "--export",
            metavar="FILE",
            help="Save as .docx (form FR.APL.02, asesmen mandiri), .xlsx, .csv or .html as well; repeat for more.",
        ),
    ] = None,
    language: Annotated[
        ExportLanguage, typer.Option("--language", help="Language of what is saved; the form is Indonesian.")
    ] = ExportLanguage.INDONESIAN,
    kind: KindOption = "auto",
    depth: DepthOption = None,
    index: Index = None,
    as_json: Json = False,
) -> None:
    """Show which criteria a text evidences, which weakly, which not, and which prerequisites are missing.

    With --against also which units to take next to do what the advert asks for.
    """
    from padan.gaps import GapsWish, find_gaps

    wish = GapsWish(file, tuple(unit or ()), against, kind, depth, index, tuple(export or ()), language.value)
    _answer(find_gaps(wish, say), as_json)


@app.command()
def batch(
    table: Annotated[
        Path, typer.Argument(metavar="IN", help="Table of adverts: CSV, TSV, JSONL (also .gz), XLSX or Parquet.")
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="OUT", help="Table of matches: .jsonl, .csv, .xlsx or .parquet.")
    ],
    text_column: Annotated[str, typer.Option("--text-column", help="Column of the adverts (default: guessed).")] = "",
    id_column: Annotated[str, typer.Option("--id-column", help="Column of their ids (default: guessed).")] = "",
    title_column: Annotated[str, typer.Option("--title-column", help="Column of job titles (default: guessed).")] = "",
    kind: KindOption = "auto",
    k: Count = 10,
    gaps: Annotated[
        bool, typer.Option("--gaps", help="Add the states of the criteria of the units called for.")
    ] = False,
    nested: Annotated[bool, typer.Option("--nested", help="One row an advert, its units inside.")] = False,
    workers: Annotated[
        int | None, typer.Option("--workers", metavar="N", help="Processes (default: one a core; 1 for a small table).")
    ] = None,
    engine: Annotated[Engine, typer.Option("--engine", help="This machine, or a Dask cluster.")] = Engine.LOCAL,
    scheduler: Annotated[
        str,
        typer.Option("--scheduler", metavar="ADDRESS", help="The cluster's scheduler, such as tcp://10.0.0.1:8786."),
    ] = "",
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that was broken off.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Start anew and replace the output.")] = False,
    cache: Annotated[
        bool,
        typer.Option(
            "--cache/--no-cache", help="Compute equal adverts and statements once (the answers are the same)."
        ),
    ] = True,
    index: Index = None,
    stats: Annotated[bool, typer.Option("--stats", help="Show which units are asked for most, and languages.")] = False,
    as_json: Annotated[bool, typer.Option("--json-summary", help="Print the summary as one JSON document.")] = False,
) -> None:
    """Match every advert of a table, each exactly once; a run that was broken off goes on with --resume."""
    from padan.batch import BatchWish, match_table, summary_to_dict
    from search.batch import Wanted

    wish = BatchWish(
        source=table,
        output=output,
        index=index,
        columns=Wanted(text_column, id_column, title_column),
        kind=kind,
        k=k,
        gaps=gaps,
        nested=nested,
        workers=workers,
        engine=engine.value,
        scheduler=scheduler,
        resume=resume,
        fresh=fresh,
        cache=cache,
    )
    summary, titles = match_table(wish)
    if as_json:
        _print_json(summary_to_dict(summary, titles))
    else:
        show.batch(summary, titles, stats)


@app.command(name="eval")
def evaluate(
    name: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME", help="queries, adverts or cvs; repeat for more (default: all)."),
    ] = None,
    system: Annotated[
        list[str] | None,
        typer.Option("--system", metavar="NAME", help="Measure this system; repeat for more (default: all)."),
    ] = None,
    split: Annotated[
        Split, typer.Option("--split", help="Texts to choose by (dev), or to report only and choose nothing by (test).")
    ] = Split.DEV,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Folder for the report (Markdown, HTML) and the runs (TREC).")
    ] = None,
    index: Index = None,
    encoder: Annotated[
        str | None, typer.Option("--encoder", help="Measure with this model instead of the bundled one.")
    ] = None,
    baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Keep the default system's test figures for `make test` to guard.")
    ] = False,
    figures: Annotated[
        bool, typer.Option("--write-figures", help="Keep the dev figures of all systems for the page to show.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Measure search, match and gaps on the labelled sets: systems side by side, with 95 % intervals."""
    from padan.evaluate import EvalWish, evaluate_systems, write_baseline, write_figures

    wish = EvalWish(tuple(name or ()), tuple(system or ()), split.value, index, encoder)
    if baseline or figures:
        kept = write_baseline(wish) if baseline else write_figures(wish)
        if as_json:
            _print_json({"kept": str(kept)})
        else:
            show.line(f"Kept in {kept}")
        return
    trial = evaluate_systems(wish)
    if output:
        from eval.report import write_report

        write_report(output, trial)
    if as_json:
        _print_json(trial.to_dict())
    else:
        show.trial(trial)
        if output:
            show.line(f"Report: {output / 'report.html'}")


@app.command()
def serve(port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port on this machine.")] = 8501) -> None:
    """Open the page on 127.0.0.1."""
    from padan.serve import serve_page

    serve_page(port)


def main() -> NoReturn:
    """Run the command: exit 0 ok, 2 bad input (one line, no traceback), 1 a fault of ours."""
    os.environ.setdefault("TQDM_DISABLE", "1")  # no progress bars of libraries between our lines
    try:
        sys.exit(app(prog_name="padan", standalone_mode=False))
    except PadanError as error:
        sys.exit(_complain(str(error), 2))
    except TyperException as error:
        sys.exit(_complain(_usage(error), 2))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has gone: nothing more to say
        sys.exit(0)
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        sys.exit(
            _complain(
                f"A file or folder cannot be used: {error.strerror}{where}. Name another or mend its permissions.", 2
            )
        )
    except Exception as error:
        if os.environ.get("PADAN_DEBUG"):
            raise
        message = f"internal error ({type(error).__name__}). Run again with PADAN_DEBUG=1 and report the traceback."
        sys.exit(_complain(message, 1))


def _usage(error: TyperException) -> str:
    """A wrong command line in one sentence, with the remedy."""
    said = getattr(error, "format_message", lambda: str(error))()
    return f"{said.rstrip('.')}. See: padan --help"


def _answer(answer: show.Answer, as_json: bool) -> None:
    from search.codec import answer_to_dict

    if as_json:
        _print_json(answer_to_dict(answer))
    else:
        show.answer(answer)


def _print_json(document: object) -> None:
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def _complain(message: str, code: int) -> int:
    sys.stderr.write(f"padan: {' '.join(message.split())}\n")
    return code
