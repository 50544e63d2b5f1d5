"""Cocokkan: a text → the units it calls for or shows, beside the text with its evidence marked."""

import streamlit as st

from padan.ui import cards
from padan.ui.choose import (
    chosen_unit,
    picked_statement,
    statement_numbers,
    sure_and_doubtful,
    text_marks,
    units_of,
    without_unit,
)
from padan.ui.draw import Tone, notice, show
from padan.ui.go import choose_statement, go, mark_unit
from padan.ui.input_form import Given, ask, forget, given
from padan.ui.language import TABLE, Words
from padan.ui.links import View
from padan.ui.marks import Look, Mark, marked
from padan.ui.markup import tag
from padan.ui.state import depth, held, hold, matched, searcher
from search.types import MatchAnswer, Statement, UnitMatch

_DEPTHS = ("fast", "deep")


def draw(words: Words) -> None:
    """The form, or the answer to what it was given."""
    has = given()
    if has is None:
        show(cards.heading(words("match.title"), words("match.lead")))
        ask(words, "match.button", "match")
        return
    with st.spinner(words("match.working")):
        answer = matched(has.text, has.kind)
    _head(answer, words)
    picked = picked_statement(answer, held("statement", None))
    chosen = None if picked else chosen_unit(answer, held("marked", None))
    numbers = statement_numbers(answer, chosen)
    text_side, unit_side = st.columns(2, gap="medium")
    with text_side:
        _text(has, text_marks(answer, chosen, numbers, picked.id if picked else None), words)
    with unit_side, st.container(key="match-units"):
        if picked:
            _units_of(answer, picked, numbers, words)
        else:
            _units(answer, chosen, numbers, words)


def _head(answer: MatchAnswer, words: Words) -> None:
    facts = (
        words(f"kind.{answer.kind}"),
        words(f"text.language.{answer.language}"),
        words("match.statements", count=len(answer.statements)),
        words("match.uncovered", count=len(answer.uncovered)),
    )
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        show(cards.heading(words("match.title"), " · ".join(facts)))
        with st.container(horizontal=True, vertical_alignment="center", width="content"):
            if searcher().deepest == "deep":
                _depth(words)
            st.button(words("match.edit"), key="match-edit", on_click=forget)


def _depth(words: Words) -> None:
    st.segmented_control(
        words("match.depth"),
        _DEPTHS,
        default=depth(),
        format_func=lambda one: words(f"match.depth.{one}"),
        help=words("match.depth.help"),
        key="match-depth",
        required=True,
        on_change=lambda: hold("depth", st.session_state["match-depth"]),
    )


def _text(has: Given, marks: list[Mark], words: Words) -> None:
    used = {mark.look for mark in marks}
    looks = [look for look in Look if look in used and f"match.legend.{look}" in TABLE]
    legend = [tag("span", tag("span", words(f"match.legend.{look}"), look=f"mark {look}")) for look in looks]
    explained = {Look.DISCLAIMED: words("match.legend.disclaimed")}
    show(
        tag("h3", words("match.text"), look="side"),
        tag("p", words("match.pick"), look="hint"),
        tag("div", *legend, look="legend"),
        tag("div", marked(has.text, marks, explained), look="text", tabindex="0"),
    )


def _units(answer: MatchAnswer, chosen: str | None, numbers: dict[int, int], words: Words) -> None:
    sure, doubtful = sure_and_doubtful(answer)
    show(tag("h3", words(f"match.units.{answer.kind}" if sure else "match.units"), look="side"))
    if not sure:
        notice(words("match.nothing"), Tone.WARNING, words("match.nothing.why"))
    for unit in sure:
        _card(unit, unit.code == chosen, numbers, words)
    if sure:
        st.button(words("match.gaps"), key="match-gaps", type="primary", on_click=go, args=(View.GAPS,))
    if doubtful:
        folded = "match.doubtful" if sure else "match.nearest"
        with st.expander(words(folded, count=len(doubtful)), expanded=any(unit.code == chosen for unit in doubtful)):
            for unit in doubtful:
                _card(unit, unit.code == chosen, numbers, words)


def _units_of(answer: MatchAnswer, picked: Statement, numbers: dict[int, int], words: Words) -> None:
    """The units of one statement, or why there are none."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        show(tag("h3", words("match.picked"), look="side"))
        st.button(words("match.picked.all"), key="match-all", type="tertiary", on_click=choose_statement, args=(None,))
    found = units_of(answer, picked)
    show(cards.quotes([picked]))
    if not found:
        notice(words(f"match.without.{without_unit(answer, picked)}"))
    for unit in found:
        _card(unit, False, numbers, words)


def _card(unit: UnitMatch, is_chosen: bool, numbers: dict[int, int], words: Words) -> None:
    with st.container(border=True, gap="xsmall", key=f"{'chosen' if is_chosen else 'unit'}-card-{unit.rank}"):
        show(
            cards.unit_head(unit.code, cards.unit_link(unit.code, unit.title, words), cards.confidence(unit, words)),
            cards.evidence(unit.evidence, numbers, words),
        )
        label = words("match.chosen" if is_chosen else "match.choose")
        st.button(
            label, key=f"mark-{unit.rank}", type="tertiary", disabled=is_chosen, on_click=mark_unit, args=(unit.code,)
        )
