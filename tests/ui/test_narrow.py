"""Search results narrowed to what a person wants of them, and the function map as a tree."""

from dataclasses import replace

from world import CLEAN, COOK, DECREE, SERVE

from padan.ui.function_tree import Branch, function_tree
from padan.ui.narrow import Printed, Wanted, functions, narrowed
from padan.ui.picks import Pick, read_pick, statement_pick, unit_pick
from search.catalogue import Catalogue
from search.types import FunctionPath, SearchHit

MAP = (
    FunctionPath(COOK.code, ("Makan enak", "Mengelola dapur", "Memasak", "Memasak nasi")),
    FunctionPath(SERVE.code, ("Makan enak", "Mengelola tamu", "", "Melayani tamu")),
    FunctionPath(CLEAN.code, ("Makan enak", "Mengelola dapur", "Merawat", "Membersihkan dapur")),
    FunctionPath("X.1", ("Makan enak", "", "", "Tidak ada")),
)
KITCHEN = replace(DECREE, units=(COOK, CLEAN), function_map=(MAP[0], MAP[2]))
HALL = replace(DECREE, number=2, units=(SERVE,), function_map=(MAP[1],))
BOTH = Catalogue((KITCHEN, HALL))
HITS = tuple(SearchHit(rank, unit.code, unit.title, 1 / rank, ()) for rank, unit in enumerate((SERVE, COOK, CLEAN), 1))


def codes(wanted: Wanted) -> list[str]:
    return [hit.code for hit in narrowed(HITS, wanted, BOTH)]


def test_nothing_wanted_is_everything_in_its_order() -> None:
    assert narrowed(HITS, Wanted(), BOTH) == HITS


def test_by_decree_function_and_what_is_printed() -> None:
    assert codes(Wanted(decree=KITCHEN.name)) == [COOK.code, CLEAN.code]
    assert codes(Wanted(function=("Mengelola dapur",))) == [COOK.code, CLEAN.code]
    assert codes(Wanted(function=("Mengelola dapur", "Merawat"))) == [CLEAN.code]
    assert codes(Wanted(decree=HALL.name, function=("Mengelola dapur",))) == []
    assert codes(Wanted(printed=Printed.DETAILED)) == [COOK.code]
    assert codes(Wanted(printed=Printed.TITLE)) == [SERVE.code, CLEAN.code]


def test_functions_stand_in_the_order_of_the_map_each_before_its_parts() -> None:
    assert list(functions([replace(DECREE, function_map=MAP)]).items()) == [
        (("Mengelola dapur",), 2),
        (("Mengelola dapur", "Memasak"), 1),
        (("Mengelola dapur", "Merawat"), 1),
        (("Mengelola tamu",), 1),
    ]


def test_the_tree_leaves_empty_levels_out_and_keeps_every_unit() -> None:
    cook, serve = (Branch(name, units=(unit,)) for name, unit in (("Memasak", COOK), ("Mengelola tamu", SERVE)))
    mapped = replace(DECREE, function_map=(MAP[0], MAP[1], MAP[3]))
    top = Branch("Makan enak", (Branch("Mengelola dapur", (cook,)), serve))
    assert function_tree(mapped) == (top, Branch("", units=(CLEAN,)))
    assert (top.count, top.parts[0].count) == (2, 1)
    assert function_tree(replace(mapped, function_map=())) == (Branch("", units=DECREE.units),)


def test_what_a_browser_reports_is_a_unit_a_statement_or_nothing() -> None:
    assert read_pick(unit_pick("A:1")) == Pick(unit="A:1")
    assert read_pick(statement_pick(12)) == Pick(statement=12)
    for strange in (None, "", "statement:-1", "statement:²", "statement:" + "9" * 5000, "text:x", {"unit": "A"}):
        assert read_pick(strange) == Pick()
