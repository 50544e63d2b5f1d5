"""What the catalogue view shows of a decree, and what a file is called on its way in."""

from dataclasses import replace
from pathlib import PurePath

from hypothesis import given
from hypothesis import strategies as st
from world import CLEAN, COOK, DECREE, SERVE

from padan.ui.decree_files import came_in, file_name
from padan.ui.look_up import codes_of_decrees, findings_of, kinds_of, stands_in, units_like
from search.catalogue import Catalogue
from search.types import Decree, Finding

UNITS = DECREE.units
FOUND = (Finding("no-body", "a"), Finding("code-variant", "b"), Finding("no-body", "c"))


def test_units_by_words_of_the_title_in_any_order_and_case() -> None:
    assert units_like(UNITS, "") == units_like(UNITS, "  ") == UNITS
    assert units_like(UNITS, "NASI masak") == (COOK,)
    assert units_like(UNITS, "masak tamu") == ()


def test_units_by_code_in_any_printed_form() -> None:
    assert units_like(UNITS, "i55 cok00.002") == (CLEAN,)
    assert units_like(UNITS, "I.55.COK00.003.1") == (SERVE,)
    assert units_like(UNITS, "i.55cok00") == UNITS


def test_a_unit_stands_where_it_is_in_force_or_in_the_decree_preferred() -> None:
    old = replace(DECREE, year=2010, units=(replace(COOK, title="Menanak Nasi"), CLEAN))
    holds = Catalogue((old, DECREE))
    assert stands_in(holds, "i55cok00.001.1") == (COOK, DECREE)
    assert stands_in(holds, COOK.code, old.name) == (old.units[0], old)
    assert stands_in(holds, SERVE.code, old.name) == (SERVE, DECREE)
    assert stands_in(holds, "X.1") is None


def test_a_unit_of_a_revoked_decree_still_stands_in_it() -> None:
    old = replace(DECREE, year=2010)
    new = replace(DECREE, number=2, units=(CLEAN,), revokes=(old.name,))
    assert stands_in(Catalogue((old, new)), COOK.code) == (COOK, old)


def test_only_units_of_decrees_may_lack_their_criteria() -> None:
    table = replace(DECREE, number=0, year=0, kind="taxonomy", units=(SERVE,))
    assert codes_of_decrees(Catalogue((replace(DECREE, units=(COOK,)), table))) == {COOK.code}


def test_findings_by_kind() -> None:
    assert kinds_of(FOUND) == {"no-body": 2, "code-variant": 1}
    assert findings_of(FOUND, []) == FOUND
    assert findings_of(FOUND, ["code-variant"]) == (FOUND[1],)


def test_what_came_in_is_new_or_changed() -> None:
    old, other = Decree(1, 2020, "A", "A", ()), Decree(2, 2020, "B", "B", ())
    changed = Decree(1, 2020, "A", "A", (COOK,))
    assert came_in((old,), (old, other)) == (other,)
    assert came_in((old, other), (changed, other)) == (changed,)
    assert came_in((old,), (old,)) == ()


def test_a_file_keeps_its_name() -> None:
    assert file_name("kepmen 124-2022 (salinan).pdf") == "kepmen 124-2022 (salinan).pdf"
    assert file_name("C:\\surat\\kepmen.docx") == file_name("../../etc/kepmen.docx") == "kepmen.docx"
    assert [file_name(name) for name in ("", "..", "/", "a/.", "\0")] == ["file"] * 5


@given(st.text())
def test_any_name_can_be_that_of_a_file(given_name: str) -> None:
    name = file_name(given_name)
    assert name not in {"", ".", ".."}
    assert PurePath(name).name == name
    assert len(name.encode()) <= 255
    assert name.isprintable()
