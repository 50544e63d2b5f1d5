"""The form in which a person has their say on one criterion; one is open at a time, right below what it is about."""

import streamlit as st

from padan.export.review import Line, Spot, Verdict
from padan.ui import decide
from padan.ui.language import Words
from search.types import CriterionState

_LONGEST = 2_000  # characters of a person's own evidence
_AS_FOUND = "as_found"


def edit_line(line: Line, text: str, words: Words) -> None:
    """The button that opens the form, or the form."""
    name = f"{line.spot.unit}-{line.spot.place}"
    if decide.edited() == line.spot:
        _form(line, text, name, words)
        return
    label = words("gaps.edit.change" if line.verdict else f"gaps.edit.{line.state}")
    st.button(label, key=f"edit-{name}", type="tertiary", on_click=decide.edit, args=(line.spot,))


def _form(line: Line, text: str, name: str, words: Words) -> None:
    state, evidence = f"verdict-state-{name}", f"verdict-evidence-{name}"
    with st.form("verdict"):
        st.segmented_control(
            words("gaps.edit.state"),
            [_AS_FOUND, *CriterionState],
            default=line.verdict.state or _AS_FOUND,
            format_func=lambda state: words(f"gaps.edit.{_AS_FOUND}" if state == _AS_FOUND else f"state.{state}"),
            help=words("gaps.edit.help"),
            key=state,
            required=True,
        )
        st.text_area(
            words("gaps.edit.evidence"),
            line.verdict.evidence,
            height=110,
            max_chars=_LONGEST,
            placeholder=words("gaps.edit.example"),
            key=evidence,
        )
        with st.container(horizontal=True, gap="small"):
            typed = (text, line.spot, state, evidence)
            st.form_submit_button(
                words("gaps.edit.save"), type="primary", key="verdict-save", on_click=_save, args=typed
            )
            st.form_submit_button(words("gaps.edit.cancel"), key="verdict-cancel", on_click=decide.close)
            if line.verdict:
                back = (text, line.spot, Verdict())
                st.form_submit_button(words("gaps.edit.undo"), key="verdict-undo", on_click=decide.decide, args=back)


def _save(text: str, spot: Spot, state: str, evidence: str) -> None:
    """Take the form over before the page is drawn: a click elsewhere that breaks the drawing off loses nothing."""
    chosen = st.session_state[state]
    written: str = st.session_state[evidence] or ""
    decide.decide(text, spot, Verdict(None if chosen == _AS_FOUND else CriterionState(chosen), written.strip()))
