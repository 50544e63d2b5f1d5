"""Evaluasi: the figures of the labelled sets, and single texts of them.

Measuring takes minutes, so the page shows the figures that `padan eval --write-figures` kept; single texts are answered
when they are looked at.
"""

from collections.abc import Sequence

import streamlit as st

from eval.labelled import LabelledSet, LabelledText, Split, load_set
from padan.places import figures_file
from padan.ui import cards, evaluation_cards
from padan.ui.cases import compared, in_order, judged_lines
from padan.ui.charts import Row, intervals, reliability
from padan.ui.draw import Tone, notice, show
from padan.ui.evaluation_cards import called
from padan.ui.language import Words
from padan.ui.markup import tag
from padan.ui.measured import Measured, MeasuredSet, read_measured
from padan.ui.state import depth, searcher
from search.errors import InputError

_MEASURES = {  # the main one first; the first three stand large
    "queries": ("nDCG@10", "R@1", "R@10", "R@3", "MRR"),
    "adverts": ("nDCG@10", "R@10", "AUROC nothing here", "MAP", "F1 called", "ECE confidence"),
    "cvs": ("AUC in unit", "F1 with weak", "ECE", "AUC", "F1 evidenced"),
}
_LARGE = 3
_HITS = 10
_SHOWN = 70  # characters of a text in the list


def draw(words: Words) -> None:
    """The figures of one set, then one text of it."""
    show(cards.heading(words("evaluation.title"), words("evaluation.lead")))
    try:
        measured = _measured()
    except InputError as error:
        notice(words("evaluation.missing"), Tone.WARNING, str(error))
        return
    notice(words("evaluation.caveat"), Tone.QUIET)
    name = st.segmented_control(
        words("evaluation.set"),
        list(measured.sets),
        default=next(iter(measured.sets)),
        format_func=lambda name: called("evaluation.set", name, words),
        key="evaluation-set",
        label_visibility="collapsed",
        required=True,
    )
    shown = measured.sets[name or next(iter(measured.sets))]
    _figures(measured, shown, words)
    _case(measured, shown, words)


@st.cache_resource(max_entries=1, show_spinner=False)
def _measured() -> Measured:
    return read_measured(figures_file())


@st.cache_resource(max_entries=3, show_spinner=False)
def _labelled(name: str) -> LabelledSet:
    return load_set(name).of(Split.DEV)


def _figures(measured: Measured, shown: MeasuredSet, words: Words) -> None:
    own = next(system for system in reversed(measured.own) if system in shown.whole.figures)
    figures = shown.whole.figures[own]
    measures = [measure for measure in _MEASURES.get(shown.name, ()) if measure in figures] or list(figures)
    show(evaluation_cards.tiles([(measure, figures[measure]) for measure in measures[:_LARGE]], words))
    measure = st.selectbox(
        words("evaluation.measure"),
        measures,
        format_func=lambda one: called("measure", one, words),
        key=f"evaluation-measure-{shown.name}",
    )
    _side_by_side(measured, shown, measure, words)
    parts = [_by_group, _reliability] if own in shown.reliability else [_by_group]
    for part, column in zip(parts, st.columns(len(parts), gap="large"), strict=True):
        with column:
            part(shown, own, measure, words)
    with st.expander(words("evaluation.all")):
        show(evaluation_cards.figure_table(shown.whole, measures, measured.own, words))


def _side_by_side(measured: Measured, shown: MeasuredSet, measure: str, words: Words) -> None:
    found = [(system, figures[measure]) for system, figures in shown.whole.figures.items() if measure in figures]
    rows = [
        Row(called("system", system, words), figure, system in measured.own)
        for system, figure in sorted(found, key=lambda one: -one[1].mean)
    ]
    show(
        tag("h3", words("evaluation.systems"), look="side"),
        tag(
            "p",
            f"{words('evaluation.texts', count=shown.whole.texts)}. {words('evaluation.systems.how')}",
            look="hint",
        ),
    )
    st.altair_chart(intervals(rows, called("measure", measure, words)), key=f"evaluation-chart-{shown.name}")


def _by_group(shown: MeasuredSet, own: str, measure: str, words: Words) -> None:
    rows = [
        Row(f"{called('group', group.name, words)} ({group.texts})", group.figures[own][measure], True)
        for group in shown.groups
        if measure in group.figures.get(own, {})
    ]
    if rows:
        show(tag("h3", words("evaluation.groups"), look="side"))
        st.altair_chart(intervals(rows, called("measure", measure, words)), key=f"evaluation-groups-{shown.name}")


def _reliability(shown: MeasuredSet, own: str, _measure: str, words: Words) -> None:
    show(
        tag("h3", words("evaluation.reliability"), look="side"),
        tag("p", words("evaluation.reliability.how"), look="hint"),
    )
    axes = (words("evaluation.said"), words("evaluation.found"), words("evaluation.items"))
    st.altair_chart(reliability(shown.reliability[own], *axes), key=f"evaluation-reliability-{shown.name}")


def _case(measured: Measured, shown: MeasuredSet, words: Words) -> None:
    labelled = _labelled(shown.name)
    values = next((shown.texts[system] for system in reversed(measured.own) if system in shown.texts), {})
    texts = {text.id: text for text in in_order(labelled, values)}
    show(tag("h3", words("evaluation.cases"), look="side"), tag("p", words("evaluation.cases.lead"), look="hint"))
    chosen = st.selectbox(
        words("evaluation.case"),
        list(texts),
        format_func=lambda one: _label(texts[one], values.get(one), words),
        key=f"evaluation-case-{shown.name}",
        label_visibility="collapsed",
    )
    text_side, answer_side = st.columns(2, gap="medium")
    with text_side:
        show(tag("div", texts[chosen].text, look="text", tabindex="0"))
    with answer_side, st.spinner(words("match.working")):
        {"queries": _query, "adverts": _advert, "cvs": _cv}[shown.name](texts[chosen], labelled, words)


def _label(text: LabelledText, value: float | None, words: Words) -> str:
    start = " ".join(text.text.split())
    shown = start if len(start) <= _SHOWN else f"{start[:_SHOWN]}…"
    return f"{text.id} · {'–' if value is None else words.decimal(value)} · {shown}"


def _query(text: LabelledText, labelled: LabelledSet, words: Words) -> None:
    answer = searcher().search(text.text, _HITS, depth=depth())
    _ranking([hit.code for hit in answer.results], text, labelled, words)


def _advert(text: LabelledText, labelled: LabelledSet, words: Words) -> None:
    answer = searcher().match(text.text, "job", _HITS, depth())
    if text.id not in labelled.grades:
        notice(words("evaluation.none.wrong" if answer.confident else "evaluation.none.right"))
    elif not answer.confident:
        notice(words("evaluation.some.wrong"), Tone.WARNING)
    _ranking([unit.code for unit in answer.units if answer.confident], text, labelled, words)


def _ranking(found: Sequence[str], text: LabelledText, labelled: LabelledSet, words: Words) -> None:
    lines = compared(found, labelled.grades.get(text.id, {}))
    if lines:
        show(evaluation_cards.ranking(lines, searcher().units, words))


def _cv(text: LabelledText, labelled: LabelledSet, words: Words) -> None:
    labels = [label for label in labelled.criteria if label.text == text.id]
    units = [code for code in dict.fromkeys(label.unit for label in labels) if code in searcher().units]
    if not units:
        notice(words("evaluation.absent"))
        return
    answer = searcher().gaps(text.text, units, "cv", depth())
    for unit in answer.units:
        title = cards.unit_link(unit.code, unit.title, words)
        show(cards.unit_head(unit.code, title), evaluation_cards.judgements(judged_lines(unit, labels), words))
