"""Clicks on our own markup reach this session, and no page is loaded anew.

A link keeps its address, so that it can be opened in another tab; a plain click on it stays in the session that holds
the person's text. The script beside this file is a constant: no text of anyone becomes part of it.
"""

from pathlib import Path

import streamlit as st

from padan.ui.go import choose_statement, open_unit
from padan.ui.picks import read_pick

_KEY = "clicks"
_SCRIPT = Path(__file__).with_name("clicks.js")


def watch_clicks() -> None:
    """Listen on this page; draws nothing."""
    listen = st.components.v2.component("padan_clicks", js=_SCRIPT.read_text("utf-8"))
    listen(key=_KEY, on_chosen_change=_take)


def _take() -> None:
    pick = read_pick(st.session_state[_KEY].get("chosen"))
    if pick.unit:
        open_unit(pick.unit)
    elif pick.statement is not None:
        choose_statement(pick.statement)
