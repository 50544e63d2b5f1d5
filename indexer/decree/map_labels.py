"""The labels in force while the function map is read downwards: tujuan utama, fungsi kunci, fungsi utama.

A new fungsi kunci always brings a new fungsi utama, and a new tujuan utama both; so the new labels left of a fungsi
dasar, from the right, are fungsi utama, fungsi kunci, tujuan utama, whatever columns they slid into.
"""

from dataclasses import dataclass, field

from indexer.decree.drafts import Found
from indexer.decree.map_rows import COLUMNS, MapRow
from search.types import Finding

LAST = COLUMNS - 1  # the column of fungsi dasar
NAMES = ("tujuan utama", "fungsi kunci", "fungsi utama", "fungsi dasar")


@dataclass(slots=True)
class Label:
    """A label and the column it was printed in; rows below may still complete its text."""

    parts: list[str] = field(default_factory=list)
    column: int = 0

    def __str__(self) -> str:
        """The whole text."""
        return " ".join(self.parts)


class LabelReader:
    """Follows the labels row by row; `labels` are those of the last row that held a fungsi dasar."""

    def __init__(self, found: Found) -> None:
        """Begin above the first row; wrong columns are added to `found`."""
        self.labels = [Label(), Label(), Label()]
        self._found = found
        self._waiting: list[Label] = []  # new labels of rows that hold no fungsi dasar yet

    def read(self, row: MapRow, title: int | None) -> None:
        """Take over the labels of a row whose fungsi dasar stands in column `title`; None: the row holds none."""
        moved = title is not None and title != LAST
        filled = [column for column in range(LAST if title is None else title) if row.cells[column]]
        for level, column in enumerate(filled, start=LAST - len(filled)):
            if row.cut[column]:
                self._go_on(level if moved else column, row.cells[column])
            else:
                self._waiting.append(Label([row.cells[column]], column))
        if title is not None:
            self._settle(row)

    def _settle(self, row: MapRow) -> None:
        waiting = self._waiting[-LAST:]
        labels = self.labels[: LAST - len(waiting)] + waiting
        for level, label in enumerate(labels):
            if label in waiting and label.column != level:
                self._found.append(shifted(f"{NAMES[level].capitalize()} '{label}'", label.column, level, row))
        self.labels = labels
        self._waiting = []

    def _go_on(self, level: int, text: str) -> None:
        label = next((waiting for waiting in self._waiting if waiting.column == level), self.labels[level])
        label.parts.append(text)


def shifted(what: str, printed: int, meant: int, row: MapRow) -> Finding:
    """The finding that something stands in a wrong column of the map."""
    message = f"{what} stands in the column {NAMES[printed]} of the function map; read as {NAMES[meant]}."
    return Finding("map-shifted", message, row.place)
