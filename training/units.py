"""Units written for the purpose: criteria that are true neighbours, with texts that show each and one that does not."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from training import leaks
from training.written import lines

FOLDER = Path(__file__).with_name("units")
NAME = "written/units"
_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """A criterion, three texts that show it (CV, everyday speech, English), and a near miss that does not."""

    criterion: str
    shown: tuple[str, str, str]
    miss: str

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the line."""
        return (self.criterion, *self.shown, self.miss)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's title and its criteria, in order."""

    title: str
    criteria: tuple[Shown, ...]


def units(folder: Path = FOLDER) -> list[Unit]:
    """All written units, file by file. Raises TrainingError with the line of a bad one."""
    found: dict[tuple[str, str], list[Shown]] = {}
    for name, _, (title, criterion, cv, spoken, english, miss) in lines(folder, _COLUMNS):
        found.setdefault((name, title), []).append(Shown(criterion, (cv, spoken, english), miss))
    return [Unit(title, tuple(criteria)) for (_, title), criteria in found.items()]


def without(every: list[Unit], resembles: Callable[[str], str | None]) -> list[Unit]:
    """The units without the criteria of which a text resembles a forbidden line; a title that does drops its unit."""
    kept = [
        Unit(unit.title, tuple(leaks.without(unit.criteria, resembles)))
        for unit in every
        if resembles(unit.title) is None
    ]
    return [unit for unit in kept if unit.criteria]
