"""Putting safe markup on the page: the one place that calls `st.html`."""

from enum import StrEnum
from pathlib import Path

import streamlit as st

from padan.ui.markup import NOTHING, Html, tag

_STYLE = Path(__file__).with_name("page.css")


class Tone(StrEnum):
    """How loud a notice is."""

    QUIET = "quiet"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def style() -> None:
    """Give the page its style sheet."""
    st.html(_STYLE)


def show(*parts: Html) -> None:
    """Show markup, one element for all parts."""
    st.html(sum(parts, NOTHING))


def notice(text: str, tone: Tone = Tone.INFO, details: str = "") -> None:
    """Say one thing in a box; `details` folds away."""
    folded = (tag("div", details, look="details"),) if details else ()
    role = "alert" if tone is Tone.ERROR else "note"
    show(tag("div", tag("div", text), *folded, look=f"notice {tone}", role=role))
