"""The frame of the page: menu, language, the view, and a net under all of them."""

from collections.abc import Callable

import streamlit as st

from padan.ui import batch_view, catalogue_view, evaluation_view, gaps_view, match_view, search_view, unit_view
from padan.ui.cards import terms
from padan.ui.clicks import watch_clicks
from padan.ui.draw import Tone, notice, show, style, to_top
from padan.ui.faults import fault_of
from padan.ui.go import VIEW_KEY, choose_units, chosen_units, open_unit
from padan.ui.language import Words
from padan.ui.links import Language, Link, View, read_link, write_link
from padan.ui.markup import tag
from padan.ui.state import held, hold, searcher
from padan.ui.uploads import keep_uploads_in_memory

_VIEWS: dict[View, Callable[[Words], None]] = {
    View.SEARCH: search_view.draw,
    View.MATCH: match_view.draw,
    View.GAPS: gaps_view.draw,
    View.BATCH: batch_view.draw,
    View.CATALOGUE: catalogue_view.draw,
    View.EVALUATION: evaluation_view.draw,
}


def draw_page() -> None:
    """Draw the page for this session."""
    st.set_page_config(page_title="Padan", page_icon="🧭", layout="wide", initial_sidebar_state="collapsed")
    style()
    keep_uploads_in_memory()
    _follow_link()
    view, words = _menu()
    _guarded(_VIEWS[view], words)
    _guarded(unit_view.draw, words)
    if view is not held("view-before", view):
        to_top()
    hold("view-before", view)
    _guarded(_foot, words)
    watch_clicks()
    _write_link(view, words.language)


def _guarded(part: Callable[[Words], None], words: Words) -> None:
    """Draw a part; an error becomes one line, never a traceback that might quote the text."""
    try:
        part(words)
    except Exception as error:
        fault = fault_of(error)
        notice(words(fault.key), Tone.ERROR, fault.details)


def _menu() -> tuple[View, Words]:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="top"):
        words = Words(st.session_state["lang"])
        show(tag("div", "Padan", look="name", title=words("app.tagline")))
        view = st.segmented_control(
            words("menu.label"),
            list(View),
            format_func=lambda view: words(f"view.{view}"),
            key=VIEW_KEY,
            label_visibility="collapsed",
            required=True,
        )
        st.segmented_control(
            words("menu.language"),
            list(Language),
            format_func=lambda language: words(f"language.{language}"),
            key="lang",
            label_visibility="collapsed",
            required=True,
        )
    return view or View.MATCH, words


def _foot(words: Words) -> None:
    with st.container(key="foot"), st.expander(words("help.terms")):
        show(terms(words))
    units = searcher().units  # opened here at the latest, so that the first answer need not wait for it
    detailed = sum(unit.detailed for unit in units.values())
    show(tag("p", words("app.catalogue", units=len(units), detailed=detailed), look="hint foot"))


def _follow_link() -> None:
    if VIEW_KEY in st.session_state:
        return
    link = read_link({name: st.query_params.get_all(name) for name in st.query_params})
    st.session_state[VIEW_KEY] = link.view
    st.session_state["lang"] = link.language
    hold("query", link.query)
    choose_units(link.units or None)
    hold("decree", link.decree)
    open_unit(link.opened)
    hold("run", link.run)


def _write_link(view: View, language: Language) -> None:
    link = Link(
        view, language, held("query", ""), chosen_units() or (), held("decree", ""), held("opened", ""), held("run", "")
    )
    written = write_link(link)
    if written != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(written)
