"""Cari: a phrase → the units it is about."""

import streamlit as st

from padan.ui import cards
from padan.ui.draw import Tone, notice, show
from padan.ui.faults import query_fault
from padan.ui.go import judge_unit
from padan.ui.language import Words
from padan.ui.marks import Mark, marked, word_marks
from padan.ui.markup import tag
from padan.ui.state import held, hold, searcher
from search.text.stem import Stemmer
from search.types import Field, SearchHit, Unit

_EXAMPLES = ("search.example.1", "search.example.2", "search.example.3")


def draw(words: Words) -> None:
    """The field, then the units as cards, or what to try."""
    show(cards.heading(words("search.title"), words("search.lead")))
    query = _ask(words)
    fault = query_fault(query)
    if fault:
        notice(words(fault), Tone.ERROR)
    elif query.strip():
        _results(query, words)
    else:
        _examples(words)


def _ask(words: Words) -> str:
    with st.form("search-form", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        query = st.text_input(
            words("search.title"),
            value=held("query", ""),
            placeholder=words("search.placeholder"),
            key=f"search-query-{held('query-round', 0)}",
            label_visibility="collapsed",
        )
        if st.form_submit_button(words("search.button"), type="primary", key="search-submit"):
            hold("query", query)
    return held("query", "")


def _examples(words: Words) -> None:
    show(tag("p", words("search.examples"), look="hint"))
    with st.container(horizontal=True):
        for key in _EXAMPLES:
            if st.button(words(key), key=key):
                hold("query", words(key))
                hold("query-round", held("query-round", 0) + 1)  # a new field, filled with the example
                st.rerun()


def _results(query: str, words: Words) -> None:
    with st.spinner(words("app.loading")):
        answer = searcher().search(query)
    if not answer.results:
        notice(words("search.nothing"))
        return
    show(tag("p", words("search.found", count=len(answer.results)), look="hint"))
    stem = Stemmer()  # of its own: the words of a query stay out of the shared searcher

    def place(text: str) -> list[Mark]:
        return word_marks(text, query, stem)

    for hit in answer.results:
        with st.container(border=True, gap="xsmall", key=f"search-hit-{hit.rank}"):
            _hit(hit, searcher().unit(hit.code), place, words)


def _hit(hit: SearchHit, unit: Unit, place: cards.Place, words: Words) -> None:
    closeness = cards.chip(words("search.score", percent=round(hit.score * 100)), "quiet")
    show(
        cards.unit_head(hit.code, marked(hit.title, place(hit.title)), closeness),
        *(cards.field_met(part, place, words) for part in hit.evidence if part.field is not Field.TITLE),
        *(() if unit.detailed else (tag("p", words("unit.title_only"), look="hint"),)),
    )
    if unit.detailed:
        with st.expander(words("search.open")):
            show(cards.unit_body(unit, words))
    st.button(words("search.judge"), key=f"judge-{hit.rank}", type="tertiary", on_click=judge_unit, args=(hit.code,))
