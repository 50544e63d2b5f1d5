"""What the catalogue view shows of a decree: the units that were asked for, the findings of some kinds."""

from collections import Counter
from collections.abc import Collection, Iterable

from search.catalogue import code_key
from search.types import Finding, Unit


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
