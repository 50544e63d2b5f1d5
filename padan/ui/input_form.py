"""The form that takes a text, shared by the views that need one."""

from dataclasses import dataclass

import streamlit as st

from padan.ui.draw import Tone, notice, show
from padan.ui.faults import text_fault
from padan.ui.go import choose_units, chosen_units, mark_unit
from padan.ui.language import TABLE, Words
from padan.ui.markup import tag
from padan.ui.samples import Sample, samples
from padan.ui.state import held, hold
from padan.ui.uploads import take_upload
from search.types import DocumentChoice

KINDS: tuple[DocumentChoice, ...] = ("auto", "job", "cv")


@dataclass(frozen=True, slots=True)
class Given:
    """The text this session works on."""

    text: str
    kind: DocumentChoice


def given() -> Given | None:
    """The session's text, if one was given."""
    return held("given", None)


def forget() -> None:
    """Open the form again; the text and its kind stay in it until others replace them."""
    before = held("given", Given("", "auto"))
    hold("draft", before.text)
    hold("draft-kind", before.kind)
    hold("given", None)


def ask(words: Words, button: str, name: str) -> None:
    """Draw the form and, beside it, where else a text can come from; a readable one draws the page anew."""
    form, others = st.columns([5, 3], gap="large")
    with others:
        box = take_upload(name, words)  # before the box is made: what was read goes into it
        _offer_samples(words, name)
    with form:
        _form(words, button, name, box)


def _form(words: Words, button: str, name: str, box: str) -> None:
    st.session_state.setdefault(box, held("draft", ""))
    before: DocumentChoice = held("draft-kind", "auto")
    with st.form(f"{name}-form", border=False):
        text = st.text_area(
            words("match.input"),
            height=320,
            placeholder=words("match.placeholder"),
            key=box,
        )
        with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
            kind = st.segmented_control(
                words("kind.label"),
                KINDS,
                default=before,
                format_func=lambda kind: words(f"kind.{kind}"),
                key=f"{name}-kind",
                required=True,
            )
            pressed = st.form_submit_button(words(button), type="primary", key=f"{name}-submit")
    show(tag("p", words("app.private"), look="hint"))
    if pressed:
        _take(text, kind, words)


def _take(text: str, kind: DocumentChoice, words: Words) -> None:
    fault = text_fault(text)
    if fault:
        notice(words(fault), Tone.ERROR)
    else:
        _keep(Given(text, kind))


def _offer_samples(words: Words, name: str) -> None:
    found = samples()
    if not found:
        return
    show(tag("h3", words("match.samples"), look="side"))
    with st.container(gap="xxsmall", key=f"{name}-samples"):
        for number, sample in enumerate(found):
            if st.button(_label(sample, words), key=f"{name}-sample-{number}", type="tertiary"):
                _keep(_given_by(sample))


def _label(sample: Sample, words: Words) -> str:
    key = f"sample.{sample.path.stem}"
    return words(key) if key in TABLE else sample.name


def _given_by(sample: Sample) -> Given:
    return Given(sample.read(), sample.kind)


def _keep(new: Given) -> None:
    use(new)
    st.rerun()


def use(new: Given) -> None:
    """Work on another text."""
    hold("given", new)
    hold("draft", new.text)
    choose_units(chosen_units())  # what a person chose stays, what the text before suggested goes
    mark_unit("")
