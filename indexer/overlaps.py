"""What decrees of one catalogue have to do with each other: units they share, other versions, revocation."""

from collections.abc import Sequence
from dataclasses import replace

from search.catalogue import Catalogue, code_key
from search.types import Decree, Finding, Unit


def with_overlaps(catalogue: Catalogue) -> Catalogue:
    """The catalogue with a finding for every decree that shares units with an earlier one, or that another revoked."""
    codes: dict[str, dict[int, Unit]] = {}  # key of a code → place of a decree that has it → its unit there
    stems: dict[str, dict[int, Unit]] = {}  # the same for codes without their last part, the version
    checked: list[Decree] = []
    for place, decree in enumerate(catalogue.decrees):
        shared: dict[int, list[tuple[Unit, Unit]]] = {}
        versions: dict[int, list[tuple[Unit, Unit]]] = {}
        for unit in decree.units:
            holders = codes.setdefault(_key(unit, decree), {})
            for other, theirs in holders.items():
                shared.setdefault(other, []).append((unit, theirs))
            if stem := _stem(unit, decree):
                for other, theirs in stems.setdefault(stem, {}).items():
                    if other not in holders:
                        versions.setdefault(other, []).append((unit, theirs))
        for unit in decree.units:
            codes[_key(unit, decree)].setdefault(place, unit)
            if stem := _stem(unit, decree):
                stems[stem].setdefault(place, unit)
        found = [*_revoked(catalogue, decree)]
        found += [_shared(catalogue, checked[other], decree, pairs) for other, pairs in sorted(shared.items())]
        found += [_versions(checked[other], pairs) for other, pairs in sorted(versions.items())]
        checked.append(replace(decree, findings=(*decree.findings, *found)))
    return replace(catalogue, decrees=tuple(checked))


def _key(unit: Unit, decree: Decree) -> str:
    return code_key(unit.code) if decree.kind == "decree" else unit.code


def _stem(unit: Unit, decree: Decree) -> str:
    return code_key(unit.code.rpartition(".")[0]) if decree.kind == "decree" else ""


def _revoked(catalogue: Catalogue, decree: Decree) -> list[Finding]:
    by = catalogue.revoked.get(decree.name)
    if not by:
        return []
    message = f"Decree {by} revokes this decree; its {_count(len(decree.units))} are searched only when asked for."
    return [Finding("decree-revoked", message)]


def _shared(catalogue: Catalogue, earlier: Decree, decree: Decree, pairs: Sequence[tuple[Unit, Unit]]) -> Finding:
    used = "the newer decree's are used"
    if catalogue.revoked.keys() & {earlier.name, decree.name}:
        used = "those of a revoked decree give way"
    message = f"{_count(len(pairs))} also in {_named(earlier)}, the first is {pairs[0][0].code}; {used}."
    return Finding("duplicate-unit", message, pairs[0][0].source)


def _versions(earlier: Decree, pairs: Sequence[tuple[Unit, Unit]]) -> Finding:
    unit, theirs = pairs[0]
    other = f"in another version in {_named(earlier)}, the first is {unit.code} (there {theirs.code})"
    return Finding("unit-version", f"{_count(len(pairs))} {other}; versions are kept apart.", unit.source)


def _count(units: int) -> str:
    return "1 unit" if units == 1 else f"{units} units"


def _named(decree: Decree) -> str:
    return f"decree {decree.name} ({decree.source})" if decree.number else f"the taxonomy {decree.source}"
