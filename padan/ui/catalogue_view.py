"""Katalog: the decrees and taxonomies in use, their units and findings; what comes in and what goes out."""

from dataclasses import dataclass
from enum import StrEnum

import streamlit as st

from padan.ui import cards, decree_cards
from padan.ui.decree_files import add_file, came_in, remove_decree
from padan.ui.draw import Tone, notice, show
from padan.ui.faults import fault_of
from padan.ui.function_tree import function_tree
from padan.ui.go import choose_units, chosen_units
from padan.ui.language import Words
from padan.ui.look_up import findings_of, kinds_of, units_like
from padan.ui.markup import tag
from padan.ui.paging import first_of, offer_more
from padan.ui.state import catalogue, held, hold, searcher
from search.catalogue import Catalogue
from search.errors import PadanError
from search.types import Decree

_SUFFIXES = ["pdf", "docx", "html", "htm", "md", "markdown", "txt", "csv", "tsv", "json"]
_CHOICE = "catalogue-decree"
_UNITS, _FINDINGS = 40, 100  # shown at a time


class Part(StrEnum):
    """What is shown of a decree."""

    MAP = "map"
    UNITS = "units"
    FINDINGS = "findings"


@dataclass(frozen=True, slots=True)
class _Said:
    """What became of the last wish, said once; `details` is shown as plain text."""

    key: str
    tone: Tone = Tone.INFO
    details: str = ""
    numbers: tuple[tuple[str, int], ...] = ()


def draw(words: Words) -> None:
    """The decrees, the way in for another one, and the chosen decree."""
    with st.spinner(words("app.loading")):
        shown = catalogue()
    show(cards.heading(words("catalogue.title"), words("catalogue.lead")))
    _say(words)
    with st.container(key="catalogue-list"):
        show(decree_cards.decrees(shown, words))
    with st.expander(words("catalogue.add")):
        _add(words)
    decree = _choose(shown, words)
    with st.container(border=True, key="catalogue-card"):
        _decree(shown, decree, words)


def _say(words: Words) -> None:
    said: _Said | None = held("catalogue-said", None)
    if said:
        hold("catalogue-said", None)
        notice(words(said.key, **dict(said.numbers)), said.tone, said.details)


def _add(words: Words) -> None:
    with st.form("catalogue-form", border=False, clear_on_submit=True):
        file = st.file_uploader(words("catalogue.add.file"), _SUFFIXES, key="catalogue-file")
        show(tag("p", words("catalogue.add.large"), look="hint"))
        pressed = st.form_submit_button(words("catalogue.add.button"), type="primary", key="catalogue-add")
    if pressed and file is None:
        notice(words("catalogue.add.none"), Tone.ERROR)
    elif pressed and file is not None:
        with st.spinner(words("catalogue.adding"), show_time=True):
            _change(_added(file.getvalue(), file.name))


def _added(data: bytes, name: str) -> _Said:
    before = searcher().catalogue.decrees
    try:
        add_file(data, name)
    except PadanError as error:
        fault = fault_of(error)
        return _Said(fault.key, Tone.ERROR, fault.details)
    new = {decree.name for decree in came_in(before, searcher().catalogue.decrees)}
    decrees = [decree for decree in catalogue().decrees if decree.name in new]  # with all that was found in them
    if not decrees:
        return _Said("catalogue.unchanged", details=name)
    hold("decree", decrees[-1].name)
    st.session_state.pop(_CHOICE, None)
    units = [unit for decree in decrees for unit in decree.units]
    numbers = {
        "units": len(units),
        "criteria": sum(len(unit.criteria) for unit in units),
        "findings": sum(len(decree.findings) for decree in decrees),
    }
    names = ", ".join(map(decree_cards.called, decrees))
    return _Said("catalogue.added", details=names, numbers=tuple(numbers.items()))


def _change(said: _Said) -> None:
    """Draw the page anew after the index was changed, with one line about it."""
    hold("catalogue-said", said)
    choose_units(chosen_units())  # the list of units in the gaps view is made anew, of the units there are now
    st.rerun()


def _choose(shown: Catalogue, words: Words) -> Decree:
    """The decree a person chose, else the first; without a choice to make there is no list."""
    decrees = {decree.name: decree for decree in shown.decrees}
    wanted: str = held("decree", "")
    first = wanted if wanted in decrees else next(iter(decrees))
    if len(decrees) == 1:
        return decrees[first]
    if st.session_state.get(_CHOICE) not in decrees:
        st.session_state[_CHOICE] = first
    chosen = st.selectbox(
        words("catalogue.choose"),
        list(decrees),
        format_func=lambda name: decree_cards.called(decrees[name]),
        key=_CHOICE,
        on_change=lambda: hold("decree", st.session_state[_CHOICE]),
    )
    return decrees[chosen]


def _decree(shown: Catalogue, decree: Decree, words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        show(decree_cards.decree_head(decree, words))
        st.button(words("catalogue.remove"), key="catalogue-remove", on_click=hold, args=("removing", decree.name))
    if held("removing", "") == decree.name:
        _remove(shown, decree, words)
    parts = [part for part in Part if part is not Part.MAP or decree.function_map]
    part = st.segmented_control(
        words("catalogue.part"),
        parts,
        default=parts[0],
        format_func=lambda part: words(f"catalogue.part.{part}"),
        key=f"catalogue-part-{decree.name}",
        label_visibility="collapsed",
        required=True,
    )
    {Part.MAP: _map, Part.UNITS: _units, Part.FINDINGS: _findings}[part or parts[0]](shown, decree, words)


def _map(shown: Catalogue, decree: Decree, words: Words) -> None:
    show(tag("p", words("catalogue.map.lead"), look="hint"))
    show(decree_cards.function_map(decree, function_tree(decree), _in_force(shown, decree), words))


def _in_force(shown: Catalogue, decree: Decree) -> dict[str, bool]:
    return dict(zip((unit.code for unit in decree.units), shown.in_force(decree), strict=True))


def _remove(shown: Catalogue, decree: Decree, words: Words) -> None:
    """Ask before a decree goes; the last one stays."""
    if len(shown.decrees) == 1:
        hold("removing", "")
        notice(words("catalogue.remove.last"), Tone.WARNING)
        return
    notice(words("catalogue.remove.sure", units=len(decree.units)), Tone.WARNING, decree_cards.called(decree))
    with st.container(horizontal=True):
        sure = st.button(words("catalogue.remove.yes"), key="catalogue-remove-yes", type="primary")
        st.button(words("catalogue.remove.no"), key="catalogue-remove-no", on_click=hold, args=("removing", ""))
    if sure:
        hold("removing", "")
        with st.spinner(words("catalogue.removing")):
            _change(_removed(decree))


def _removed(decree: Decree) -> _Said:
    try:
        remove_decree(decree.name)
    except PadanError as error:
        fault = fault_of(error)
        return _Said(fault.key, Tone.ERROR, fault.details)
    return _Said("catalogue.removed", details=decree_cards.called(decree))


def _units(shown: Catalogue, decree: Decree, words: Words) -> None:
    query = st.text_input(words("catalogue.search"), key=f"catalogue-query-{decree.name}")
    found = units_like(decree.units, query)
    if not found:
        notice(words("catalogue.search.nothing"))
        return
    in_force = _in_force(shown, decree)
    first = first_of(found, _UNITS, "catalogue", (decree.name, query))
    show(tag("p", words("catalogue.shown", shown=len(first), count=len(decree.units)), look="hint"))
    show(decree_cards.units(decree, [(unit, in_force[unit.code]) for unit in first], words))
    offer_more(len(found) - len(first), _UNITS, "catalogue", (decree.name, query), words)


def _findings(_shown: Catalogue, decree: Decree, words: Words) -> None:
    if not decree.findings:
        notice(words("catalogue.no_findings"))
        return
    show(tag("p", words("finding.lead"), look="hint"))
    kinds = kinds_of(decree.findings)
    chosen = st.multiselect(
        words("finding.filter"),
        list(kinds),
        format_func=lambda kind: f"{decree_cards.kind_name(kind, words)} ({kinds[kind]})",
        placeholder=words("finding.filter.all"),
        key=f"catalogue-kinds-{decree.name}",
    )
    found = findings_of(decree.findings, chosen)
    first = first_of(found, _FINDINGS, "catalogue", (decree.name, *chosen))
    show(decree_cards.findings(first, words))
    offer_more(len(found) - len(first), _FINDINGS, "catalogue", (decree.name, *chosen), words)
