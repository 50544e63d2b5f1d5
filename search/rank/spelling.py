"""A typing error in a word must not lose the unit: unknown words are read as the indexed words they nearly spell."""

from collections.abc import Iterable
from copy import copy

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from search.text.stem import roots
from search.types import Stem

_SHORTEST = 4  # letters; shorter words are one slip away from too many others
_TWO_SLIPS = 8  # letters from which two slips still leave the word recognisable
_WEIGHT = {1: 0.8, 2: 0.55}  # a nearly spelt word counts for less than the word itself
_MOST = 4
_DOUBT = 0.5  # for a word that affixes could make of a real root: "pelangan" is an error, "memasak" is not "memasok"


class Speller:
    """Suggests indexed words for a word that is neither indexed nor a word of the language; remembers nothing."""

    def __init__(self, vocabulary: Iterable[str], stem: Stem) -> None:
        self._words = sorted(word for word in vocabulary if len(word) >= _SHORTEST)
        self._indexed = frozenset(self._words)
        self._of_length: dict[tuple[int, int], list[str]] = {}
        self._stem = stem

    def stemming_with(self, stem: Stem) -> "Speller":
        """The same speller with another way to stem."""
        other = copy(self)
        other._stem = stem
        return other

    def near(self, word: str) -> dict[str, float]:
        """Stems that `word` nearly spells, each with a weight below 1; empty for a short word or a root word."""
        if len(word) < _SHORTEST or word in roots():
            return {}
        doubt = _DOUBT if self._stem(word) in roots() else 1.0
        near: dict[str, float] = {}
        for candidate, slips in self._nearest(word, most_slips=2 if len(word) >= _TWO_SLIPS else 1):
            near.setdefault(self._stem(candidate), _WEIGHT.get(slips, 1.0) * doubt)
        return near

    def correct(self, word: str) -> str | None:
        """The indexed word that `word` misspells by one slip; None for a word that may be meant as it stands."""
        if len(word) <= _SHORTEST or not word.isalpha() or word in self._indexed:
            return None
        if word in roots() or self._stem(word) in roots():
            return None
        return next((candidate for candidate, _ in self._nearest(word, most_slips=1)), None)

    def _nearest(self, word: str, most_slips: int) -> list[tuple[str, int]]:
        """Indexed words at the least number of slips: "komplen" must not also mean words farther away."""
        candidates = self._about_as_long(len(word), most_slips)
        found = extract(word, candidates, scorer=OSA.distance, score_cutoff=most_slips, limit=_MOST)
        return [(candidate, int(slips)) for candidate, slips, _ in found if slips == found[0][1]]

    def _about_as_long(self, length: int, slips: int) -> list[str]:
        """Indexed words that so many slips could make as long as this, in order: a slip adds or takes one letter."""
        key = (length, slips)
        if key not in self._of_length:
            self._of_length[key] = [word for word in self._words if abs(len(word) - length) <= slips]
        return self._of_length[key]
