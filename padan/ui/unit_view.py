"""A unit in full, over whichever view it was opened from."""

import streamlit as st

from padan.ui import unit_cards
from padan.ui.draw import Tone, notice, show
from padan.ui.go import VIEW_KEY, close_unit, judge_unit
from padan.ui.language import Words
from padan.ui.links import View
from padan.ui.look_up import stands_in
from padan.ui.state import held, searcher
from search.types import Decree, Unit


def draw(words: Words) -> None:
    """The unit that is open, if one is."""
    code: str = held("opened", "")
    if not code:
        return
    preferred = held("decree", "") if st.session_state[VIEW_KEY] == View.CATALOGUE else ""
    found = stands_in(searcher().catalogue, code, preferred)
    if found is None:
        close_unit()
        notice(words("fault.unit"), Tone.ERROR)
        return
    st.dialog(words("unit.dialog"), width="medium", on_dismiss=close_unit)(_unit)(*found, words)


def _unit(unit: Unit, decree: Decree, words: Words) -> None:
    show(unit_cards.unit_page(unit, decree, searcher().units, words))
    if unit.code in searcher().units:
        pressed = st.button(words("search.judge"), key="unit-judge", on_click=judge_unit, args=(unit.code,))
        if pressed:  # the dialog is drawn by itself, and so is not gone before the page is drawn anew
            st.rerun()
