"""Which units to take next: what a text does not show of the units asked for, with their prerequisites first."""

from collections.abc import Iterable, Mapping, Sequence

from search.types import CriterionState, NextUnit, Unit, UnitGaps


def with_prerequisites(codes: Iterable[str], catalogue: Mapping[str, Unit]) -> tuple[str, ...]:
    """The units and all they rest on, each once and after its prerequisites, otherwise in the order given.

    A prerequisite in no decree of the catalogue stays in, as nothing is known of what it rests on. Of units that name
    each other in a circle the one met first comes last: a decree's mistake must not hang a page.
    """
    ordered: dict[str, None] = {}
    for code in codes:
        entered = {code}
        waiting = [(code, iter(_needed(code, catalogue)))]
        while waiting:
            unit, before = waiting[-1]
            first = next((one for one in before if one not in ordered and one not in entered), None)
            if first is None:
                ordered[unit] = None
                waiting.pop()
            else:
                entered.add(first)
                waiting.append((first, iter(_needed(first, catalogue))))
    return tuple(ordered)


def next_units(
    asked: Sequence[str],
    states: Mapping[str, CriterionState],
    catalogue: Mapping[str, Unit],
    open_criteria: Mapping[str, tuple[str, ...]],
) -> tuple[NextUnit, ...]:
    """What to take next, in an order that can be followed: every unit that is not yet shown, prerequisites first.

    states: by canonical code; a unit that is not in it counts as not evidenced.
    open_criteria: by canonical code, the numbers of the criteria that are still to be shown.
    """
    found = []
    for code in with_prerequisites(asked, catalogue):
        state = states.get(code, CriterionState.NOT_EVIDENCED)
        if state is not CriterionState.EVIDENCED:
            title = catalogue[code].title if code in catalogue else ""
            needed_for = tuple(one for one in asked if one != code and code in with_prerequisites([one], catalogue))
            found.append(NextUnit(code, title, state, code in asked, needed_for, open_criteria.get(code, ())))
    return tuple(found)


def open_criteria(unit: UnitGaps) -> tuple[str, ...]:
    """The numbers of a unit's criteria that are not evidenced yet, in printed order."""
    return tuple(gap.no for gap in unit.criteria if gap.state is not CriterionState.EVIDENCED)


def _needed(code: str, catalogue: Mapping[str, Unit]) -> tuple[str, ...]:
    return catalogue[code].prerequisites if code in catalogue else ()
