"""Units in an order that can be followed, worked out by hand."""

from hypothesis import given
from hypothesis import strategies as some

from search import Searcher
from search.match import next_units, with_prerequisites
from search.types import CriterionState, NextUnit, Unit

SHOWN, WEAK, MISSING = CriterionState.EVIDENCED, CriterionState.WEAK, CriterionState.NOT_EVIDENCED
COOK, CLEAN = "I.55COK00.001.1", "I.55COK00.002.1"


def catalogue(**needs: str) -> dict[str, Unit]:
    return {code: Unit(code, f"Unit {code}", prerequisites=tuple(before)) for code, before in needs.items()}


def test_prerequisites_come_first_and_once() -> None:
    units = catalogue(A="CB", B="D", C="D", D="", E="A")
    assert with_prerequisites("A", units) == ("D", "C", "B", "A")
    assert with_prerequisites("ECA", units) == ("D", "C", "B", "A", "E")
    assert with_prerequisites("", units) == ()


def test_a_prerequisite_of_no_decree_stays_in() -> None:
    units = catalogue(A="X")
    assert with_prerequisites("A", units) == ("X", "A")
    assert next_units("A", {"A": WEAK}, units, {"A": ("1.1",)}) == (
        NextUnit("X", "", MISSING, False, ("A",)),
        NextUnit("A", "Unit A", WEAK, True, (), ("1.1",)),
    )


def test_what_is_shown_needs_not_be_taken() -> None:
    units = catalogue(A="B", B="C", C="", D="")
    states = {"A": MISSING, "B": SHOWN, "C": WEAK, "D": SHOWN}
    assert next_units("AD", states, units, {}) == (
        NextUnit("C", "Unit C", WEAK, False, ("A",)),
        NextUnit("A", "Unit A", MISSING, True, ()),
    )


def test_one_asked_unit_may_rest_on_another() -> None:
    units = catalogue(A="B", B="")
    assert [(one.code, one.asked, one.needed_for) for one in next_units("AB", {}, units, {})] == [
        ("B", True, ("A",)),
        ("A", True, ()),
    ]


@given(some.dictionaries(some.sampled_from("ABCDEF"), some.text("ABCDEFX", max_size=4)), some.text("ABCDEF"))
def test_any_catalogue_gives_an_order_even_one_with_circles(needs: dict[str, str], asked: str) -> None:
    units = catalogue(**needs)
    order = with_prerequisites(asked, units)
    assert len(set(order)) == len(order)
    assert set(asked) <= set(order)
    for code in order:
        for before in units[code].prerequisites if code in units else ():
            circle = code in with_prerequisites([before], units)
            assert circle or order.index(before) < order.index(code)


def test_a_long_chain_is_no_deep_recursion() -> None:
    units = {str(n): Unit(str(n), "", prerequisites=(str(n + 1),)) for n in range(5_000)}
    assert with_prerequisites(["0"], units)[0] == "5000"


def test_a_cv_beside_an_advert(tiny_searcher: Searcher) -> None:
    found = tiny_searcher.compare("Pengalaman:\n- Piring dihias\n", "Tugas:\n- Beras dicuci\n- Piring dihias\n")
    assert found.asked == (COOK,)
    assert [unit.code for unit in found.gaps.units] == [COOK]
    assert [(one.code, one.state, one.asked, one.needed_for, one.open) for one in found.next] == [
        (CLEAN, MISSING, False, (COOK,), ()),
        (COOK, WEAK, True, (), ("1.1", "1.2")),
    ]
    both = tiny_searcher.compare("Melayani tamu", "Beras dicuci", ["i.55.cok00.003.1"])
    assert [unit.code for unit in both.gaps.units] == ["I.55COK00.003.1", COOK]


def test_an_advert_of_another_trade_asks_for_nothing(tiny_searcher: Searcher) -> None:
    found = tiny_searcher.compare("Piring dihias", "Merawat kucing")
    assert (found.asked, found.gaps.units, found.next) == ((), (), ())
