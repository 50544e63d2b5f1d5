"""A CV beside a job advert: what the advert asks for, and what to take next."""

from dataclasses import replace

import streamlit as st

from padan.export.review import Review
from padan.ui import gap_cards
from padan.ui.choose import asked_units
from padan.ui.draw import Tone, notice, show
from padan.ui.faults import text_fault
from padan.ui.go import choose_units
from padan.ui.input_form import Given, use
from padan.ui.language import Words
from padan.ui.markup import tag
from padan.ui.state import asked, held, hold, judged_beside, searcher
from padan.ui.uploads import take_upload
from search.match import next_units, open_criteria, with_prerequisites
from search.text.statements import resolve_kind


def offer_other(has: Given, words: Words) -> None:
    """Take what the text can be compared with: an advert for a CV, a CV for an advert."""
    if resolve_kind(has.text, has.kind) == "job":
        cv = _sent("cv", "", "gaps.with_cv", words)
        if cv:
            use(Given(cv, "cv"))
            _compare(has.text)
        return
    advert: str = held("advert", "")
    other = _sent("advert", advert, "gaps.against.other" if advert else "gaps.against", words)
    if other:
        _compare(other)
    if advert:
        with st.container(horizontal=True, vertical_alignment="center", key="compared"):
            count = len(asked_units(asked(advert)))
            notice(words("gaps.against.done", count=count) if count else words("gaps.against.none"))
            st.button(words("gaps.against.clear"), key="advert-clear", on_click=_stop_comparing)


def _sent(name: str, start: str, heading: str, words: Words) -> str:
    """The text of the form when it was sent and can be read, else nothing."""
    with st.expander(words(heading)):
        form = st.container()
        box = take_upload(name, words)
        st.session_state.setdefault(box, start)
        with form, st.form(f"{name}-form", border=False):
            text = st.text_area(words(f"gaps.{name}.input"), height=160, key=box) or ""
            pressed = st.form_submit_button(words(f"gaps.{name}.button"), key=f"{name}-submit")
        fault = text_fault(text) if pressed else ""
        if fault:
            notice(words(fault), Tone.ERROR)
    return text if pressed and not fault else ""


def _compare(advert: str) -> None:
    hold("advert", advert)
    choose_units(asked_units(asked(advert)) or None)
    st.rerun()


def _stop_comparing() -> None:
    hold("advert", "")
    choose_units(None)


def next_units_of(review: Review, has: Given) -> Review:
    """The same with what the advert asks for and what to take next, the person's word counted; as it is without one."""
    advert: str = held("advert", "")
    called = asked_units(asked(advert)) if advert and review.kind == "cv" else ()
    if not called:
        return review
    units = searcher().units
    states = {unit.code: unit.state for unit in review.units}
    still_open = {unit.code: unit.open for unit in review.units}
    beside = tuple(code for code in with_prerequisites(called, units) if code in units and code not in states)
    if beside:
        judged = judged_beside(has.text, beside, has.kind).units
        states |= {unit.code: unit.state for unit in judged}
        still_open |= {unit.code: open_criteria(unit) for unit in judged}
    return replace(review, asked=called, next=next_units(called, states, units, still_open))


def show_next(review: Review, words: Words) -> None:
    """How much of what the advert asks for the text shows, and what to take next, in an order that can be followed."""
    with st.container(border=True, key="next-units"):
        show(tag("h3", words("gaps.next"), look="side"), gap_cards.asked_for(review, words))
        if review.next:
            show(
                tag("p", words("gaps.next.help"), look="hint"),
                gap_cards.next_units(review.next, review.units, words),
            )
        else:
            notice(words("gaps.next.none"))
