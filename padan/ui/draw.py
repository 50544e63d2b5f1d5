"""Putting safe markup on the page: the one place that calls `st.html`."""

from enum import StrEnum
from pathlib import Path

import streamlit as st

from padan.ui.markup import Html, joined, tag

_STYLE = Path(__file__).with_name("page.css")
_TO_TOP = "<script>document.querySelector('[data-testid=stMain]')?.scrollTo(0, 0)</script>"


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
    st.html(joined(parts))


def to_top() -> None:
    """Scroll to where the view begins; a constant of ours, and the only script on the page."""
    st.html(_TO_TOP, unsafe_allow_javascript=True)


def notice(text: str, tone: Tone = Tone.INFO, details: str = "") -> None:
    """Say one thing in a box; `details` folds away."""
    folded = (tag("div", details, look="details"),) if details else ()
    role = "alert" if tone is Tone.ERROR else "note"
    show(tag("div", tag("div", text), *folded, look=f"notice {tone}", role=role))
