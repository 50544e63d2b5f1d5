"""Prerequisites in DOT: the right arrows, and other people's titles as nothing but text."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some
from world import CLEAN, COOK, SERVE

from padan.ui.graph import prerequisite_graph
from padan.ui.language import Words
from padan.ui.links import Language
from search.types import CriterionState, Unit

ID = Words(Language.INDONESIAN)
UNITS = {unit.code: unit for unit in (COOK, CLEAN, SERVE)}


def test_arrows_lead_from_a_prerequisite_to_what_rests_on_it() -> None:
    drawn = prerequisite_graph([COOK.code], {COOK.code: CriterionState.WEAK}, UNITS, ID).splitlines()
    assert drawn[2:] == [
        'n0 [label="I.55COK00.002.1\\nMembersihkan Dapur", fillcolor="#f3f4f6", color="#6b7280", penwidth=1];',
        'n1 [label="I.55COK00.001.1\\nMemasak Nasi Goreng\\n◐ Lemah", fillcolor="#fef3c7", color="#b45309", '
        "penwidth=2];",
        "n0 -> n1;",
        "}",
    ]


def test_units_that_rest_on_nothing_are_no_graph() -> None:
    assert prerequisite_graph([SERVE.code, CLEAN.code], {}, UNITS, ID) == ""


def test_a_prerequisite_of_no_decree_is_said_to_be_none() -> None:
    units = {COOK.code: replace(COOK, prerequisites=("X.1",))}
    assert '"X.1\\n(tidak ada di dalam\\nkatalog)"' in prerequisite_graph([COOK.code], {}, units, ID)


@given(some.text())
def test_a_title_ends_no_string_and_opens_no_escape(title: str) -> None:
    units = {"A": Unit("A", title, prerequisites=("B",)), "B": Unit("B", '"];\\N&quot;<b>')}
    drawn = prerequisite_graph(["A"], {}, units, ID).splitlines()
    assert len(drawn) == 6
    label = drawn[3].removeprefix('n1 [label="').partition('", fillcolor="#')[0]
    left = label.replace("\\\\", "").replace('\\"', "").replace("\\n", "").replace("&amp;", "")
    assert not {'"', "\\", "&"} & set(left)
    assert "&amp;quot;" in drawn[2]
