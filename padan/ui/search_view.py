"""Cari: a phrase → the units it is about."""

import streamlit as st

from padan.ui import cards
from padan.ui.decree_cards import called
from padan.ui.draw import Tone, notice, show
from padan.ui.faults import query_fault
from padan.ui.go import judge_unit, open_unit
from padan.ui.language import Words
from padan.ui.look_up import codes_of_decrees
from padan.ui.marks import Mark, marked, word_marks
from padan.ui.markup import Html, tag
from padan.ui.narrow import Function, Printed, Wanted, functions, narrowed
from padan.ui.paging import first_of, offer_more
from padan.ui.state import held, hold, searcher
from search.text.stem import Stemmer
from search.types import Decree, Field, SearchHit

_EXAMPLES = ("search.example.1", "search.example.2", "search.example.3")
_HITS, _STEP = 200, 10  # looked through when results are narrowed; shown at a time


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
        answer = searcher().search(query, _HITS)
    if not answer.results:
        notice(words("search.nothing"))
        return
    wanted = _narrow(words)
    found = narrowed(answer.results, wanted, searcher().catalogue)
    asked = (query, str(wanted))
    first = first_of(found, _STEP, "search", asked)
    if not found:
        notice(words("search.narrowed_out", count=len(answer.results)))
        return
    show(tag("p", words("search.found", shown=len(first), count=len(found)), look="hint"))
    stem = Stemmer()  # of its own: the words of a query stay out of the shared searcher

    def place(text: str) -> list[Mark]:
        return word_marks(text, query, stem)

    of_decrees = codes_of_decrees(searcher().catalogue)
    for hit in first:
        with st.container(border=True, gap="xsmall", key=f"search-hit-{hit.rank}"):
            _hit(hit, cards.printed(searcher().unit(hit.code), hit.code in of_decrees, words), place, words)
    offer_more(len(found) - len(first), _STEP, "search", asked, words)


def _narrow(words: Words) -> Wanted:
    """What a person narrows the results to; there is no list where there is nothing to choose."""
    decrees = {decree.name: decree for decree in searcher().catalogue.decrees}
    with st.container(horizontal=True, key="search-narrow"):
        decree = _choose_decree(decrees, words) if len(decrees) > 1 else ""
        there = functions([decrees[decree]] if decree else decrees.values())
        function = _choose_function(there, decree, words) if there else ()
        printed = st.selectbox(
            words("search.printed"),
            list(Printed),
            format_func=lambda one: words(f"search.printed.{one}"),
            key="search-printed",
            label_visibility="collapsed",
        )
    return Wanted(decree, function, printed or Printed.ALL)


def _choose_decree(decrees: dict[str, Decree], words: Words) -> str:
    chosen = st.selectbox(
        words("search.decree"),
        list(decrees),
        index=None,
        format_func=lambda name: called(decrees[name]),
        placeholder=words("search.decree.all"),
        key="search-decree",
        label_visibility="collapsed",
    )
    return chosen or ""


def _choose_function(there: dict[Function, int], decree: str, words: Words) -> Function:
    chosen = st.selectbox(
        words("search.function"),
        list(there),
        index=None,
        format_func=lambda one: f"{'— ' * (len(one) - 1)}{one[-1]} ({there[one]})",
        placeholder=words("search.function.all"),
        key=f"search-function-{decree}",
        label_visibility="collapsed",
    )
    return chosen or ()


def _hit(hit: SearchHit, printed: tuple[Html, ...], place: cards.Place, words: Words) -> None:
    closeness = cards.chip(words("search.score", percent=round(hit.score * 100)), "quiet")
    title = cards.unit_link(hit.code, marked(hit.title, place(hit.title)), words)
    show(
        cards.unit_head(hit.code, title, *printed, closeness),
        *(cards.field_met(part, place, words) for part in hit.evidence if part.field is not Field.TITLE),
    )
    with st.container(horizontal=True, key=f"actions-{hit.rank}"):
        st.button(words("search.open"), key=f"open-{hit.rank}", type="tertiary", on_click=open_unit, args=(hit.code,))
        st.button(
            words("search.judge"), key=f"judge-{hit.rank}", type="tertiary", on_click=judge_unit, args=(hit.code,)
        )
