"""Prerequisites as a small graph in DOT, which Streamlit draws in the browser; nothing here touches Streamlit."""

from collections.abc import Iterable, Mapping
from textwrap import wrap

from padan.ui.cards import SIGNS
from padan.ui.language import Words
from search.match import with_prerequisites
from search.text.cells import printable
from search.types import CriterionState, Unit

_WIDTH, _LINES = 26, 4  # of a title, in characters and lines
# Light boxes with dark words, on a light page as on a dark one; fill, then border.
_COLOURS = {
    CriterionState.EVIDENCED: ("#ccfbf1", "#0f766e"),
    CriterionState.WEAK: ("#fef3c7", "#b45309"),
    CriterionState.NOT_EVIDENCED: ("#f3f4f6", "#6b7280"),
}
_STYLE = (
    "rankdir=LR; bgcolor=transparent; nodesep=.2; ranksep=.45;"
    'node [shape=box, style="rounded,filled", fontname="sans-serif", fontsize=11, '
    'fontcolor="#1c2430", margin=".16,.1"];'
    'edge [color="#8b929c", arrowsize=.7];'
)


def prerequisite_graph(
    chosen: Iterable[str], states: Mapping[str, CriterionState], catalogue: Mapping[str, Unit], words: Words
) -> str:
    """The chosen units that rest on others, and what they rest on, in DOT; nothing where none does."""
    asked = tuple(chosen)
    edges = [
        (before, code)
        for code in with_prerequisites(asked, catalogue)
        if code in catalogue
        for before in catalogue[code].prerequisites
    ]
    linked = dict.fromkeys(code for edge in edges for code in edge)
    if not linked:
        return ""
    names = {code: f"n{number}" for number, code in enumerate(linked)}
    nodes = [f"{names[code]} [{_node(code, states.get(code), catalogue, code in asked, words)}];" for code in linked]
    lines = [f"{names[before]} -> {names[code]};" for before, code in edges]
    return "\n".join(("digraph {", _STYLE, *nodes, *lines, "}"))


def _node(code: str, state: CriterionState | None, catalogue: Mapping[str, Unit], is_asked: bool, words: Words) -> str:
    title = catalogue[code].title if code in catalogue else words("gaps.prerequisite.unknown")
    label = [code, *wrap(printable(title), _WIDTH, max_lines=_LINES, placeholder="…")]
    if state:
        label.append(f"{SIGNS[state]} {words(f'state.{state}')}")
    fill, border = _COLOURS[state or CriterionState.NOT_EVIDENCED]
    width = 2 if is_asked else 1
    return f'label={_quoted(label)}, fillcolor="{fill}", color="{border}", penwidth={width}'


def _quoted(lines: Iterable[str]) -> str:
    """Lines of other people's text as one DOT string: it can end no string, open no escape and name no entity."""
    escaped = (printable(line).replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;") for line in lines)
    return '"' + "\\n".join(" ".join(line.split()) for line in escaped) + '"'
