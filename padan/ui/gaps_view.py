"""Kesenjangan: a text against chosen units, criterion by criterion."""

import streamlit as st

from padan.ui import cards
from padan.ui.choose import asked_units, by_element, canonical, first_units, in_states, total, uncovered_statements
from padan.ui.draw import Tone, notice, show
from padan.ui.faults import text_fault
from padan.ui.go import UNITS_KEY, choose_units, chosen_units, keep_units
from padan.ui.input_form import Given, ask, forget, given
from padan.ui.language import Words
from padan.ui.markup import tag
from padan.ui.state import asked, held, hold, judged, matched, searcher
from padan.ui.uploads import take_upload
from search.types import CriterionState, GapsAnswer, UnitGaps


def draw(words: Words) -> None:
    """The form, or the gaps of what it was given."""
    show(cards.heading(words("gaps.title"), words("gaps.lead")))
    has = given()
    if has is None:
        ask(words, "gaps.button", "gaps")
        return
    _text(has, words)
    _advert(words)
    units = _choose(has, words)
    if not units:
        return
    with st.spinner(words("gaps.working")):
        answer = judged(has.text, units, has.kind)
    _answer(answer, words)


def _text(has: Given, words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        start = " ".join(has.text.split())
        show(tag("div", start, look="excerpt"))
        st.button(words("match.edit"), key="gaps-edit", on_click=forget)


def _advert(words: Words) -> None:
    """Take an advert whose units the text is to be judged by."""
    advert: str = held("advert", "")
    with st.expander(words("gaps.against"), expanded=bool(advert)):
        form = st.container()
        box = take_upload("advert", words)
        st.session_state.setdefault(box, advert)
        with form, st.form("advert-form", border=False):
            text = st.text_area(words("gaps.against.input"), height=160, key=box)
            pressed = st.form_submit_button(words("gaps.against.button"), key="advert-submit")
        if pressed:
            _compare(text, words)
        if advert:
            count = len(asked_units(asked(advert)))
            notice(words("gaps.against.done", count=count) if count else words("gaps.against.none"))
            st.button(words("gaps.against.clear"), key="advert-clear", on_click=_stop_comparing)


def _compare(advert: str, words: Words) -> None:
    fault = text_fault(advert)
    if fault:
        notice(words(fault), Tone.ERROR)
        return
    hold("advert", advert)
    choose_units(asked_units(asked(advert)) or None)
    st.rerun()


def _stop_comparing() -> None:
    hold("advert", "")
    choose_units(None)


def _choose(has: Given, words: Words) -> tuple[str, ...]:
    """The units to judge: those a person chose, else the best of the text; the list on the page follows both."""
    wanted = chosen_units()
    if wanted is None:
        with st.spinner(words("match.working")):
            best = first_units(matched(has.text, has.kind))
        return _list(best, words, "gaps.units.none")
    known, unknown = canonical(wanted, searcher())
    if unknown:
        notice(words("fault.unit"), Tone.WARNING)
    chosen = _list(known, words, "gaps.units.empty")
    st.button(words("gaps.units.best"), key="gaps-best", type="tertiary", on_click=choose_units, args=(None,))
    return chosen


def _list(start: tuple[str, ...], words: Words, empty: str) -> tuple[str, ...]:
    units = searcher().units
    if UNITS_KEY not in st.session_state:
        st.session_state[UNITS_KEY] = list(start)
    chosen = st.multiselect(
        words("gaps.units"),
        list(units),
        format_func=lambda code: f"{code}  {units[code].title}",
        placeholder=words("gaps.units.placeholder"),
        help=words("gaps.units.help"),
        key=UNITS_KEY,
        on_change=keep_units,
    )
    if not chosen:
        notice(words(empty))
    return tuple(chosen)


def _answer(answer: GapsAnswer, words: Words) -> None:
    has_criteria = any(unit.criteria for unit in answer.units)
    show(tag("h3", words("gaps.overview"), look="side"))
    if has_criteria:
        show(cards.coverage(total(answer.units), words))
    if len(answer.units) > 1 or not has_criteria:
        show(cards.overview(answer.units, words))
    notice(words("gaps.not_competent"), Tone.QUIET)
    states = _filter(words) if has_criteria else []
    for number, unit in enumerate(answer.units):
        with st.container(border=True, key=f"gap-card-{number}"):
            _unit(unit, set(states), words)
    left = uncovered_statements(answer)
    if left:
        with st.expander(words("gaps.uncovered", count=len(left))):
            show(cards.quotes(left))


def _filter(words: Words) -> list[CriterionState]:
    """The states of criteria to show; none means all."""
    return st.pills(
        words("gaps.filter"),
        list(CriterionState),
        selection_mode="multi",
        format_func=lambda state: words(f"state.{state}"),
        key="gaps-filter",
    )


def _unit(unit: UnitGaps, states: set[CriterionState], words: Words) -> None:
    show(cards.unit_head(unit.code, unit.title))
    if unit.criteria:
        _criteria(unit, states, words)
    else:
        notice(words("unit.title_only"), Tone.WARNING)
        said = "gaps.nearest" if unit.evidence else "gaps.no_quote"
        show(tag("p", words(said), look="hint"), cards.quotes(unit.evidence))
    if unit.prerequisites:
        show(cards.prerequisites(unit.prerequisites, words))


def _criteria(unit: UnitGaps, states: set[CriterionState], words: Words) -> None:
    titles = {element.no: element.title for element in searcher().unit(unit.code).elements}
    shown = by_element(in_states(unit.criteria, states))
    parts = [cards.criteria((no, titles[no]), gaps, words) for no, gaps in shown.items()]
    show(cards.coverage(unit.coverage, words), *(parts or [tag("p", words("gaps.hidden"), look="hint")]))
