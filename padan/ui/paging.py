"""A long list some at a time; another question starts again with the first."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from padan.ui.language import Words
from padan.ui.state import held, hold

_T = TypeVar("_T")
Asked = tuple[str, ...]  # what the list answers


def first_of(found: Sequence[_T], step: int, name: str, asked: Asked) -> Sequence[_T]:
    """As many as were asked for by now."""
    return found[: step * _steps(name, asked)]


def offer_more(left: int, step: int, name: str, asked: Asked, words: Words) -> None:
    """A button for the next ones, where there are any."""
    if left > 0:
        further = (asked, _steps(name, asked) + 1)
        label = words("list.more", count=min(step, left))
        st.button(label, key=f"{name}-more", on_click=hold, args=(f"{name}-steps", further))


def _steps(name: str, asked: Asked) -> int:
    before, steps = held(f"{name}-steps", (asked, 1))
    return steps if before == asked else 1
