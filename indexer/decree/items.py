"""Numbered lines of a section → items: one clean string each, wrapped lines joined, `(Tidak ada.)` left out."""

import re

from indexer.decree.drafts import Item
from indexer.decree.headings import split_number
from indexer.decree.words import fold
from search.types import Place

_LETTERED = re.compile(r"(?:[a-z][.)]|\d{1,2}\))\s+")
_WIDEST_GAP = 3  # a numbering may miss a number or two; a larger jump is a figure in a wrapped line


class Items:
    """The items of one section as they are being read, line by line."""

    def __init__(self) -> None:
        """Begin with an empty section."""
        self.says_none = False
        self._texts: list[list[str]] = []
        self._places: list[Place] = []
        self._last_number = ""

    def add(self, line: str, place: Place, listed: bool) -> None:
        """Take one line: a new item when it is numbered or set as a list item, else the last one going on."""
        if fold(line) == "tidak ada":
            self.says_none = True
            return
        number, text = split_number(line)
        if number and self._is_next(number):
            self._last_number = number
            self._begin(text, place)
        elif lettered := _LETTERED.match(line):
            self._begin(line[lettered.end() :], place)
        elif listed or not self._texts:
            self._begin(text if "." in number else line, place)
        else:
            self._texts[-1].append(line)

    def all(self) -> list[Item]:
        """The items read, empty ones dropped."""
        joined = ((" ".join(lines).strip(), place) for lines, place in zip(self._texts, self._places, strict=True))
        return [Item(text, place) for text, place in joined if fold(text) not in ("", "tidak ada")]

    @property
    def is_empty(self) -> bool:
        """Whether the section has neither an item nor the words `(Tidak ada.)`."""
        return not self.says_none and not self._texts

    def _begin(self, text: str, place: Place) -> None:
        self._texts.append([text])
        self._places.append(place)

    def _is_next(self, number: str) -> bool:
        """Whether a number goes on the numbering; `2.0` or `10` in a wrapped line does not."""
        parts = [int(part) for part in number.split(".")]
        if not self._last_number:
            return len(parts) > 1 or parts == [1]
        last = [int(part) for part in self._last_number.split(".")]
        if len(parts) > len(last):
            return parts[-1] == 1 and parts[: len(last)] == last
        depth = len(parts)
        return parts[:-1] == last[: depth - 1] and last[depth - 1] <= parts[-1] <= last[depth - 1] + _WIDEST_GAP
