"""What a visitor's session holds, and the searcher that all sessions share.

A text and its answers live in this session's memory and nowhere else: they go when the tab is closed. Only the
searcher, which is made from decrees, is shared; a new one is opened as soon as the index on disk is another.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st

from padan.index import build_default
from padan.places import default_index
from search import Searcher
from search.catalogue import Catalogue
from search.store import build_in_force
from search.types import Depth, DocumentChoice, GapsAnswer, MatchAnswer

_T = TypeVar("_T")


def searcher() -> Searcher:
    """The shared searcher of the default index, which is built from the bundled decrees on first use."""
    folder = default_index()
    build = build_in_force(folder)
    if build is None:
        build_default()
        build = build_in_force(folder)
    return _open(folder, build)


@st.cache_resource(max_entries=1, show_spinner=False)
def _open(folder: Path, build: str | None) -> Searcher:
    del build  # part of the key: another build is another searcher
    return Searcher.open(folder)


def catalogue() -> Catalogue:
    """The decrees of that searcher, with their labels and with what they have to do with each other as findings."""
    of_index = searcher().catalogue
    return _checked(build_in_force(default_index()), of_index)


@st.cache_resource(max_entries=1, show_spinner=False)
def _checked(build: str | None, _of_index: Catalogue) -> Catalogue:
    from indexer.catalogue import catalogue_of  # only this view waits for the readers

    del build
    return catalogue_of(_of_index.decrees, _of_index.labels, _of_index.choices).labelled()


def held(name: str, start: _T) -> _T:
    """A value of this session, `start` until it is set."""
    value: _T = st.session_state.get(f"padan-{name}", start)
    return value


def hold(name: str, value: object) -> None:
    """Keep a value in this session."""
    st.session_state[f"padan-{name}"] = value


def depth() -> Depth:
    """How deep this session reads: as deep as the index allows, unless a person chose otherwise."""
    deepest = searcher().deepest
    chosen: Depth = held("depth", deepest)
    return chosen if deepest == "deep" else "fast"


def matched(text: str, kind: DocumentChoice) -> MatchAnswer:
    """The match of a text, reckoned once as long as the session asks for the same."""
    deep = depth()
    return _once("match", (text, kind, deep), lambda: searcher().match(text, kind, depth=deep))


def asked(advert: str) -> MatchAnswer:
    """The match of the advert that a CV is compared with."""
    deep = depth()
    return _once("advert-match", (advert, deep), lambda: searcher().match(advert, "job", depth=deep))


def judged(text: str, units: tuple[str, ...], kind: DocumentChoice) -> GapsAnswer:
    """The gaps of a text, reckoned once as long as the session asks for the same."""
    return _judged("gaps", text, units, kind)


def judged_beside(text: str, units: tuple[str, ...], kind: DocumentChoice) -> GapsAnswer:
    """The gaps of units that are not shown themselves but come before those that are."""
    return _judged("gaps-beside", text, units, kind)


def _judged(name: str, text: str, units: tuple[str, ...], kind: DocumentChoice) -> GapsAnswer:
    deep = depth()
    return _once(name, (text, units, kind, deep), lambda: searcher().gaps(text, list(units), kind, deep))


def build_in_use() -> str | None:
    """The build of the default index that answers are given from."""
    return build_in_force(default_index())


def _once(name: str, question: tuple[Any, ...], reckon: Callable[[], _T]) -> _T:
    build = build_in_use()
    kept: tuple[object, _T] | None = held(f"answer-{name}", None)
    if kept is None or kept[0] != (build, question):
        kept = ((build, question), reckon())
        hold(f"answer-{name}", kept)
    return kept[1]
