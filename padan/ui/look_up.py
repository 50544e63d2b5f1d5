"""Units and findings looked up in decrees: those that were asked for, and where a unit stands."""

from collections import Counter
from collections.abc import Collection, Iterable
from contextlib import suppress

from search.catalogue import Catalogue, code_key
from search.errors import UnknownUnitError
from search.types import Decree, Finding, Unit


def units_like(units: Iterable[Unit], query: str) -> tuple[Unit, ...]:
    """The units whose code, in any printed form, or whose title and other names hold what was typed."""
    wanted = query.casefold().split()
    key = code_key(query) if any(char.isdigit() for char in query) else ""
    return tuple(unit for unit in units if _named(unit, wanted) or (key and key in code_key(unit.code)))


def _named(unit: Unit, wanted: list[str]) -> bool:
    name = " ".join((unit.code, unit.title, *unit.aliases)).casefold()
    return all(word in name for word in wanted)


def kinds_of(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each kind, the most frequent kind first."""
    return dict(Counter(finding.kind for finding in findings).most_common())


def findings_of(findings: Iterable[Finding], kinds: Collection[str]) -> tuple[Finding, ...]:
    """The findings of some kinds; no kind chosen means all."""
    return tuple(finding for finding in findings if not kinds or finding.kind in kinds)


def codes_of_decrees(catalogue: Catalogue) -> frozenset[str]:
    """The codes of units that stand in a decree, whose criteria may be missing; a taxonomy has none."""
    return frozenset(unit.code for decree in catalogue.decrees if decree.kind == "decree" for unit in decree.units)


def stands_in(catalogue: Catalogue, code: str, preferred: str = "") -> tuple[Unit, Decree] | None:
    """The unit of a code and the decree it stands in: that preferred, else where it is in force, else any."""
    with suppress(UnknownUnitError):  # it may stand in a decree that is no longer in force
        code = catalogue.unit(code).code
    found = [
        (decree.name != preferred, not in_force, catalogue.units.get(code, unit) if in_force else unit, decree)
        for decree in catalogue.decrees
        for unit, in_force in zip(decree.units, catalogue.in_force(decree), strict=True)
        if unit.code == code
    ]
    return min(found, key=lambda one: one[:2])[2:] if found else None
