"""Moves from one view to another; they only set state, so nothing in them can fail with a text in hand."""

import streamlit as st

from padan.ui.links import View
from padan.ui.state import held, hold

VIEW_KEY = "view"
UNITS_KEY = "gaps-units"


def go(view: View) -> None:
    """Open a view."""
    st.session_state[VIEW_KEY] = view


def judge_unit(code: str) -> None:
    """Open the gaps view with one unit chosen."""
    close_unit()
    choose_units((code,))
    go(View.GAPS)


def chosen_units() -> tuple[str, ...] | None:
    """The units a person chose to judge; None where it is left to the text."""
    codes: tuple[str, ...] | None = held("units", None)
    return codes


def choose_units(codes: tuple[str, ...] | None) -> None:
    """Choose the units to judge, in place of what the list on the page says; None leaves it to the text."""
    hold("units", codes)
    st.session_state.pop(UNITS_KEY, None)


def keep_units() -> None:
    """Take over what the list on the page says now."""
    hold("units", tuple(st.session_state[UNITS_KEY]))


def mark_unit(code: str) -> None:
    """Mark a unit's evidence in the text."""
    hold("marked", code)
    hold("statement", None)


def choose_statement(number: int | None) -> None:
    """Show the units of one statement of the text; None shows all units again."""
    hold("statement", number)


def open_unit(code: str) -> None:
    """Open a unit in full, over the view."""
    hold("opened", code)


def close_unit() -> None:
    """Close the unit that is open."""
    hold("opened", "")
