"""Massal: a table of adverts → which units are asked for how often, and a table of matches to take away."""

import csv
import io

import streamlit as st

from eval.labelled import Split, load_set
from padan.places import default_index, runs_folder
from padan.ui import batch_cards, cards
from padan.ui.batch_runs import Glance, Run, Runs, RunState, RunWish, Table, glance
from padan.ui.charts import counts
from padan.ui.draw import Tone, notice, show
from padan.ui.faults import Fault, fault_of
from padan.ui.input_form import KINDS
from padan.ui.language import Words
from padan.ui.markup import tag
from padan.ui.state import held, hold, searcher
from search.batch import Wanted
from search.errors import PadanError

_SUFFIXES = ["csv", "tsv", "jsonl", "ndjson", "xlsx", "parquet", "gz"]
_FORMATS = ("xlsx", "csv", "jsonl", "parquet")
_MOST_UNITS = 15  # in the chart
_EVERY = 1.0  # seconds between looks at a run


@st.cache_resource(show_spinner=False)
def runs() -> Runs:
    """The runs of this process; each is found by its secret name only."""
    return Runs(runs_folder())


def draw(words: Words) -> None:
    """The form, a run that goes on, or what came of it."""
    show(cards.heading(words("batch.title"), words("batch.lead")))
    name: str = held("run", "")
    run = runs().get(name) if name else None
    if run is None:
        if name:
            hold("run", "")
            notice(words("batch.gone"), Tone.WARNING)
        _form(words)
    elif run.state is RunState.RUNNING:
        st.fragment(_watch, run_every=_EVERY)(name, words)
    else:
        _end(name, run, words)


def _form(words: Words) -> None:
    table: Table | None = held("batch-table", None)
    if table is None:
        _upload(words)
    else:
        _columns(table, held("batch-glance", Glance((), None, ())), words)


def _upload(words: Words) -> None:
    file = st.file_uploader(words("batch.file"), _SUFFIXES, key="batch-file")
    show(tag("p", words("batch.private"), look="hint"))
    if file is not None and file.file_id != held("batch-seen", ""):
        hold("batch-seen", file.file_id)  # a file is read once, whatever comes of it
        _take(Table(file.name, file.getvalue()), words)
    adverts = load_set("adverts").of(Split.DEV).texts
    if st.button(words("batch.sample", count=len(adverts)), key="batch-sample", type="tertiary"):
        _take(_sample([(one.id, one.text) for one in adverts]), words)


def _sample(adverts: list[tuple[str, str]]) -> Table:
    written = io.StringIO(newline="")
    csv.writer(written).writerows([("id", "text"), *adverts])
    return Table("lowongan-contoh.csv", written.getvalue().encode())


def _take(table: Table, words: Words) -> None:
    try:
        with st.spinner(words("batch.reading")):
            seen = glance(table, runs_folder())
    except PadanError as error:
        _say(fault_of(error), words)
        return
    hold("batch-table", table)
    hold("batch-glance", seen)
    st.rerun()


def _columns(table: Table, seen: Glance, words: Words) -> None:
    show(tag("h3", words("batch.columns"), look="side"), tag("p", table.name, look="hint"))
    with st.form("batch-form", border=False):
        wish = _wish(seen, words)
        pressed = st.form_submit_button(words("batch.start"), type="primary", key="batch-start")
    st.button(words("batch.other"), key="batch-other", type="tertiary", on_click=hold, args=("batch-table", None))
    if pressed and not wish.columns.text:
        notice(words("batch.column.missing"), Tone.ERROR)
    elif pressed:
        _start(table, wish, words)
    if seen.rows:
        show(tag("h3", words("batch.preview"), look="side"), batch_cards.preview(seen.rows, words))


def _wish(seen: Glance, words: Words) -> RunWish:
    guess = seen.guess
    with st.container(horizontal=True, key="batch-columns"):
        text = _column("text", seen.names, guess.text if guess else "", words)
        title = _column("title", seen.names, guess.title if guess else "", words)
        number = _column("id", seen.names, guess.id if guess else "", words)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind = st.segmented_control(
            words("kind.label"),
            KINDS,
            default="job",
            format_func=lambda kind: words(f"kind.{kind}"),
            key="batch-kind",
            required=True,
        )
        suffix = st.segmented_control(
            words("batch.format"),
            _FORMATS,
            default="xlsx",
            format_func=lambda one: words(f"batch.format.{one}"),
            key="batch-format",
            required=True,
        )
    return RunWish(Wanted(text, number, title), kind or "job", f".{suffix or 'xlsx'}")


def _column(part: str, names: tuple[str, ...], guess: str, words: Words) -> str:
    chosen = st.selectbox(
        words(f"batch.column.{part}"),
        names,
        index=names.index(guess) if guess in names else None,
        placeholder=words("batch.column.choose" if part == "text" else "batch.column.none"),
        key=f"batch-column-{part}",
    )
    return chosen or ""


def _start(table: Table, wish: RunWish, words: Words) -> None:
    searcher()  # builds the index where there is none
    try:
        name = runs().start(table, wish, default_index())
    except PadanError as error:
        _say(fault_of(error), words)
        return
    hold("run", name)
    hold("batch-table", None)
    st.rerun()


def _watch(name: str, words: Words) -> None:
    """Look at a run every second; its end draws the whole page anew."""
    run = runs().get(name)
    if run is None or run.state is not RunState.RUNNING:
        st.rerun()
    show(tag("h3", words("batch.running"), look="side"), tag("p", run.table, look="hint"))
    st.progress(run.progress.share if run.progress else 0.0)
    show(
        tag("p", batch_cards.progress_line(run.progress, words), role="status"),
        tag("p", words("batch.reload"), look="hint"),
    )
    st.button(words("batch.stop"), key="batch-stop", on_click=runs().stop, args=(name,), disabled=run.stopping)


def _end(name: str, run: Run, words: Words) -> None:
    if run.state is RunState.DONE:
        _done(run, words)
    else:
        notice(words(f"batch.end.{run.state}"), Tone.WARNING)
        if run.fault:
            _say(run.fault, words)
    st.button(words("batch.forget"), key="batch-forget", on_click=_forget, args=(name,))


def _forget(name: str) -> None:
    runs().forget(name)
    hold("run", "")


def _done(run: Run, words: Words) -> None:
    tally, units = run.tally, searcher().units
    show(tag("h3", words("batch.done"), look="side"), tag("p", run.table, look="hint"), batch_cards.sums(tally, words))
    _files(run, words)
    if not tally.units:
        notice(words("batch.units.none"))
    else:
        show(tag("h3", words("batch.units"), look="side"))
        rows = batch_cards.most_asked(tally, units, _MOST_UNITS)
        st.altair_chart(counts(rows, words("batch.adverts")), key="batch-chart")
        with st.expander(words("batch.units.all", count=len(tally.units))):
            show(batch_cards.all_units(tally, units, words))
    show(tag("p", f"{words('batch.languages')}: {batch_cards.languages(tally, words)}", look="hint"))
    if tally.faults:
        with st.expander(words("batch.reasons")):
            show(batch_cards.reasons(tally, words))


def _files(run: Run, words: Words) -> None:
    with st.container(horizontal=True):
        st.download_button(
            words("batch.download"),
            run.matches,
            f"{words('batch.name')}{run.suffix}",
            key="batch-download",
            type="primary",
            on_click="ignore",
        )
        if run.errors:
            st.download_button(
                words("batch.download.errors"),
                run.errors,
                f"{words('batch.name.errors')}.csv",
                key="batch-errors",
                on_click="ignore",
            )


def _say(fault: Fault, words: Words) -> None:
    key = "batch.unreadable" if fault.key == "fault.input" else fault.key
    notice(words(key), Tone.ERROR, fault.details)
