"""Kesenjangan: a text against chosen units, criterion by criterion, with the person's own word beside Padan's."""

from collections.abc import Collection

import streamlit as st

from padan.export.review import Claim, Decisions, ElementReview, Review, UnitReview, review
from padan.ui import cards, decide, gap_cards
from padan.ui.against import next_units_of, offer_other, show_next
from padan.ui.choose import canonical, first_units, in_states
from padan.ui.draw import Tone, notice, show
from padan.ui.gap_edit import edit_line
from padan.ui.go import UNITS_KEY, choose_units, chosen_units, keep_units
from padan.ui.graph import prerequisite_graph
from padan.ui.input_form import Given, ask, forget, given
from padan.ui.language import Words
from padan.ui.markup import tag
from padan.ui.state import judged, matched, searcher
from padan.ui.take_away import offer_files
from search.types import CriterionState


def draw(words: Words) -> None:
    """The form, or the gaps of what it was given."""
    show(cards.heading(words("gaps.title"), words("gaps.lead")))
    has = given()
    if has is None:
        ask(words, "gaps.button", "gaps")
        return
    _text(has, words)
    offer_other(has, words)
    units = _choose(has, words)
    if not units:
        return
    with st.spinner(words("gaps.working")):
        reviewed = review(judged(has.text, units, has.kind), searcher().units, decide.decisions(has.text))
        reviewed = next_units_of(reviewed, has)
    _answer(reviewed, has, words)


def _text(has: Given, words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        start = " ".join(has.text.split())
        show(tag("div", start, look="excerpt"))
        st.button(words("match.edit"), key="gaps-edit", on_click=forget)


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


def _answer(reviewed: Review, has: Given, words: Words) -> None:
    _earlier(has, words)
    show(tag("h3", words("gaps.overview"), look="side"))
    detailed = any(unit.detailed for unit in reviewed.units)
    if detailed:
        show(gap_cards.coverage(reviewed.coverage, words))
    if reviewed.said:
        show(tag("p", words("gaps.said", count=reviewed.said), look="hint"))
    listed = {one.code for one in reviewed.next}
    others = [unit for unit in reviewed.units if unit.code not in listed]
    if others and (len(reviewed.units) > 1 or not detailed):
        show(gap_cards.overview(others, words))
    notice(words(f"gaps.note.{reviewed.kind}"), Tone.QUIET)
    if reviewed.asked:
        show_next(reviewed, words)
    _graph(reviewed, words)
    offer_files(reviewed, words)
    states = _filter(words) if detailed else []
    for number, unit in enumerate(reviewed.units):
        with st.container(border=True, gap=None, key=f"gap-card-{number}"):
            _unit(unit, states, reviewed, has, words)
    if reviewed.uncovered:
        with st.expander(words("gaps.uncovered", count=len(reviewed.uncovered))):
            show(cards.quotes(reviewed.uncovered))


def _earlier(has: Given, words: Words) -> None:
    """Offer what was said about the text before: perhaps this is the same CV, improved."""
    said: Decisions | None = decide.earlier(has.text)
    if said:
        with st.container(horizontal=True, vertical_alignment="center", key="gaps-earlier"):
            count = len(said.verdicts) + len(said.claims)
            notice(words("gaps.earlier", count=count))
            st.button(
                words("gaps.earlier.use"), key="gaps-earlier-use", on_click=decide.take_over, args=(has.text, said)
            )


def _graph(reviewed: Review, words: Words) -> None:
    states = {gap.code: gap.state for unit in reviewed.units for gap in unit.prerequisites}
    states |= {one.code: one.state for one in reviewed.next}
    states |= {unit.code: unit.state for unit in reviewed.units}
    drawn = prerequisite_graph([unit.code for unit in reviewed.units], states, searcher().units, words)
    if drawn:
        with st.container(border=True, key="gaps-graph"):
            show(tag("h3", words("gaps.graph"), look="side"), tag("p", words("gaps.graph.help"), look="hint"))
            st.graphviz_chart(drawn, alt=words("gaps.graph.alt"))


def _filter(words: Words) -> list[CriterionState]:
    """The states of criteria to show; none means all."""
    return st.pills(
        words("gaps.filter"),
        list(CriterionState),
        selection_mode="multi",
        format_func=lambda state: words(f"state.{state}"),
        key="gaps-filter",
    )


def _unit(unit: UnitReview, states: Collection[CriterionState], reviewed: Review, has: Given, words: Words) -> None:
    shown = [element for element in unit.elements if not unit.detailed or in_states(element.lines, states)]
    show(gap_cards.unit_head(unit, words))
    if not shown:
        show(tag("p", words("gaps.hidden"), look="hint"))
    for element in shown:
        _element(unit, element, states, reviewed, has, words)
    if unit.prerequisites:
        show(gap_cards.prerequisites(unit.prerequisites, words))


def _element(
    unit: UnitReview,
    element: ElementReview,
    states: Collection[CriterionState],
    reviewed: Review,
    has: Given,
    words: Words,
) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute", gap="small"):
        if unit.detailed:
            show(gap_cards.element_head(element, words))
        if reviewed.kind == "cv":
            _claim(element, has, words)
    for line in in_states(element.lines, states if unit.detailed else ()):
        draw_line = gap_cards.criterion if unit.detailed else gap_cards.whole
        show(draw_line(line, reviewed.kind, words))
        edit_line(line, has.text, words)


def _claim(element: ElementReview, has: Given, words: Words) -> None:
    """The question of form FR.APL.02; only the person answers it."""
    key = f"claim-{element.spot.unit}-{element.spot.place}"
    st.session_state[key] = element.claim  # what is kept holds, whichever text it was said about
    st.segmented_control(
        words("gaps.claim"),
        list(Claim),
        format_func=lambda claim: words(f"gaps.claim.{claim.name.lower()}"),
        help=words("gaps.claim.help"),
        key=key,
        on_change=decide.claim,
        args=(has.text, element.spot, key),
    )
