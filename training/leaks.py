"""Keep the yardstick out of the training rows: equality after normalising, and near-equality by shared words.

Near-equal means a Jaccard overlap of word sets of at least THRESHOLD. The search is exact, not sampled: two sets that
overlap so much must share a word among the few rarest of each (prefix filtering), so only those are looked up.
"""

import csv
import gzip
import json
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol, TypeVar

from training.errors import LeakError

THRESHOLD = 0.7
SHORTEST = 4  # words; below that only equality counts, or "content marketing" would bar half a dictionary
_WORD = re.compile(r"\w+")
_TEXT = (".tsv", ".csv", ".txt", ".jsonl", ".json", ".md", ".gz")


def words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters without punctuation."""
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


class Forbidden:
    """The lines that are measured on, ready to be compared with many training lines."""

    def __init__(self, texts: Iterable[str], threshold: float = THRESHOLD) -> None:
        self.threshold = threshold
        self._texts = [text for text in dict.fromkeys(texts) if words(text)]
        self._equal = {words(text): text for text in self._texts}
        sets = [frozenset(words(text)) for text in self._texts]
        self._often = Counter(word for each in sets for word in each)
        self._sets = {i: each for i, each in enumerate(sets) if len(each) >= SHORTEST}
        self._by_word: dict[str, list[int]] = {}
        for i, each in self._sets.items():
            for word in self._prefix(each):
                self._by_word.setdefault(word, []).append(i)

    def __len__(self) -> int:
        """How many distinct lines are forbidden."""
        return len(self._texts)

    def _prefix(self, each: frozenset[str]) -> list[str]:
        rarest = sorted(each, key=lambda word: (self._often[word], word))
        return rarest[: len(each) - math.ceil(self.threshold * len(each)) + 1]

    def resembles(self, text: str) -> str | None:
        """The forbidden line that `text` equals or nearly equals, or None."""
        own = words(text)
        if own in self._equal:
            return self._equal[own]
        bag = frozenset(own)
        if len(bag) < SHORTEST:
            return None
        for i in {i for word in self._prefix(bag) for i in self._by_word.get(word, ())}:
            shared = len(bag & self._sets[i])
            if shared >= self.threshold * (len(bag) + len(self._sets[i]) - shared):
                return self._texts[i]
        return None

    def check(self, texts: Iterable[str]) -> None:
        """Raises LeakError when one of the texts resembles a forbidden line."""
        found = [(text, near) for text in texts if (near := self.resembles(text)) is not None]
        if found:
            raise LeakError(*found[0], count=len(found))


class Texts(Protocol):
    """Texts that belong together, such as the columns of a written line."""

    @property
    def texts(self) -> tuple[str, ...]:
        """All of them."""
        ...


T = TypeVar("T", bound=Texts)


def without(every: Iterable[T], resembles: Callable[[str], str | None]) -> list[T]:
    """Those of which no text resembles a forbidden one."""
    return [each for each in every if not any(map(resembles, each.texts))]


def forbidden(folders: Iterable[Path]) -> Forbidden:
    """Every text cell of every file under the folders (yardstick, data/eval); an absent folder counts as empty."""
    return Forbidden(cell for folder in folders for path in sorted(folder.rglob("*")) for cell in _cells(path))


def _cells(path: Path) -> Iterator[str]:
    if not path.is_file() or path.suffix not in _TEXT:
        return
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as handle:
        if ".json" in path.suffixes:
            yield from _strings(json.load(handle))
        elif ".jsonl" in path.suffixes:
            for line in handle:
                yield from _strings(json.loads(line))
        elif ".csv" in path.suffixes:
            for row in csv.reader(handle):
                yield from row
        else:
            for line in handle:
                yield from line.rstrip("\n").split("\t")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
