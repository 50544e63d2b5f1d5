"""What a batch says as a whole: how many adverts, in which languages, how many with nothing here, which units asked."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from search.batch.bulk import Answer


@dataclass(slots=True)
class Tally:
    """Counts of adverts; tallies of parts add up to that of the whole."""

    rows: int = 0  # of the table, bad ones among them
    answered: int = 0
    nothing_here: int = 0  # answered, and nothing in the catalogue fits
    languages: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    units: Counter[str] = field(default_factory=Counter)  # code → adverts that call for it
    faults: Counter[str] = field(default_factory=Counter)  # reason → rows left out

    def count(self, answer: Answer | str) -> None:
        """Count one row by its answer, or by the reason why it has none."""
        self.rows += 1
        if isinstance(answer, str):
            self.faults[answer] += 1
            return
        self.answered += 1
        self.nothing_here += not answer.match.confident
        self.languages[answer.match.language] += 1
        self.kinds[answer.match.kind] += 1
        self.units.update(answer.called)

    def add(self, other: "Tally") -> None:
        """Add another tally to this one."""
        self.rows += other.rows
        self.answered += other.answered
        self.nothing_here += other.nothing_here
        for name in _COUNTERS:
            getattr(self, name).update(getattr(other, name))

    @property
    def nothing_here_share(self) -> float:
        """The share of the adverts answered that nothing in the catalogue fits; 0 of none."""
        return round(self.nothing_here / self.answered, 4) if self.answered else 0.0

    def to_dict(self) -> dict[str, Any]:
        """Plain values, the most frequent first, ties by name."""
        plain: dict[str, Any] = {"rows": self.rows, "answered": self.answered, "nothing_here": self.nothing_here}
        return plain | {name: _ordered(getattr(self, name)) for name in _COUNTERS}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Tally":
        """Inverse of `to_dict`."""
        return cls(**{**data, **{name: Counter(data[name]) for name in _COUNTERS}})


_COUNTERS = ("languages", "kinds", "units", "faults")


def _ordered(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
