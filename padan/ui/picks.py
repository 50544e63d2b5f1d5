"""What a person can point at in our markup: `data-choose` says it there, and `clicks.js` reports it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pick:
    """A unit by its code, or a statement by its id; neither where what was reported is unknown."""

    unit: str = ""
    statement: int | None = None


def unit_pick(code: str) -> str:
    """The value of `data-choose` that opens a unit."""
    return f"unit:{code}"


def statement_pick(number: int) -> str:
    """The value of `data-choose` that chooses a statement."""
    return f"statement:{number}"


def read_pick(reported: object) -> Pick:
    """What a browser reported; it may be anything."""
    kind, _, value = str(reported).partition(":")
    if kind == "unit":
        return Pick(unit=value)
    is_number = value.isascii() and value.isdecimal()
    return Pick(statement=int(value)) if kind == "statement" and is_number and len(value) < 10 else Pick()
