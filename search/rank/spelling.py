"""A typing error in a word must not lose the unit: unknown words are read as the indexed words they nearly spell."""

from collections.abc import Iterable

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
    """Suggests indexed words for a word that is neither indexed nor a word of the language."""

    def __init__(self, vocabulary: Iterable[str], stem: Stem) -> None:
        self._words = sorted(word for word in vocabulary if len(word) >= _SHORTEST)
        self._stem = stem

    def near(self, word: str) -> dict[str, float]:
        """Stems that `word` nearly spells, each with a weight below 1; empty for a short word or a root word."""
        if len(word) < _SHORTEST or word in roots():
            return {}
        doubt = _DOUBT if self._stem(word) in roots() else 1.0
        return {stem: weight * doubt for stem, weight in self._look_up(word).items()}

    def _look_up(self, word: str) -> dict[str, float]:
        slips = 2 if len(word) >= _TWO_SLIPS else 1
        found = extract(word, self._words, scorer=OSA.distance, score_cutoff=slips, limit=_MOST)
        near: dict[str, float] = {}
        for candidate, distance, _ in found:
            if distance == found[0][1]:  # only the nearest: "komplen" must not also mean words two slips away
                near.setdefault(self._stem(candidate), _WEIGHT.get(int(distance), 1.0))
        return near
