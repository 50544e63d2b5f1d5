"""How far a text supports the criteria of a unit: by what examples taught of them, else by similarities alone."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.match.calibration import Features
from search.match.deeds import tells_a_deed
from search.match.read import ReadText
from search.match.totals import any_odds
from search.store import StoredIndex
from search.types import CriterionState, Field, Scores, Statement

_SHARPNESS = 0.05  # of similarity: how much nearer a criterion must be to take a disclaimer from its neighbours
_NEAR, _LIKE = -0.5, 0.5  # spreads from chance: a statement less like a criterion shows nothing of it, or not surely
_DOUBT = 1e-4  # the least odds that the examples of a criterion give
_WORDS = (0.55, 0.75)  # likenesses from which a statement begins to be, and is, the criterion's own words


@dataclass(frozen=True, slots=True)
class Support:
    """What a text has for the criteria of one unit, in the order of the index's passages."""

    taught: bool  # whether examples of these criteria had a say
    similar: Scores  # [n_told, n_criteria]: how near a statement is to each; taught, the chance that it shows it
    claims: Scores  # the same and how much nearer a statement is to a criterion than to any other of the unit
    features: Features  # [n_criteria, 2]: how much is claimed of each (taught, by examples), how much disclaimed
    most: tuple[CriterionState, ...]  # what the likeness of the statement that claims most allows, whatever is claimed


class Judge:
    """One text against the criteria of an index; `told` are the statements that can show one."""

    def __init__(self, read: ReadText, index: StoredIndex) -> None:
        self._read, self._index, self._chance = read, index, read.chance_of_decree
        self._rows = dict(zip(index.unit_codes, index.unit_rows, strict=True))
        self._taught = {int(row): column for column, row in enumerate(read.taught_rows)}
        self._told = [row for row, proof in enumerate(read.proofs) if tells_a_deed(proof, read.kind)]
        self.told: tuple[Statement, ...] = tuple(read.proofs[row] for row in self._told)

    def columns(self, code: str) -> list[int]:
        """The passages that are criteria of a unit; none for a unit that the index does not hold."""
        passages = self._index.passages
        return [row for row in self._rows.get(code, range(0)) if passages[row].field is Field.CRITERION]

    def unit(self, code: str) -> Support:
        """All criteria of a unit at once: statements are weighed between them."""
        columns = self.columns(code)
        similar = self._read.scores[self._told][:, columns]
        claims = claimed(similar)
        disclaimed = shared(self._read.disclaimed[:, columns]).max(axis=0, initial=0.0) / self._chance.spread
        if columns and columns[0] in self._taught:
            examples = self._read.taught_shown[self._told][:, [self._taught[row] for row in columns]]
            chances = either(examples, worded(similar))
            features = np.column_stack([any_odds(chances, _DOUBT), disclaimed])
            return Support(True, chances, chances, features, (CriterionState.EVIDENCED,) * len(columns))
        features = np.column_stack([self._claimed_most(claims), disclaimed])
        return Support(False, similar, claims, features, self._most(similar, claims))

    def _claimed_most(self, claims: Scores) -> NDArray[np.float64]:
        """The best claim of each criterion [n_criteria], in spreads above chance."""
        best = claims.max(axis=0).astype(np.float64) if claims.size else np.zeros(claims.shape[1])
        above: NDArray[np.float64] = (best - self._chance.middle) / self._chance.spread
        return above

    def _most(self, similar: Scores, claims: Scores) -> tuple[CriterionState, ...]:
        if not claims.size:
            return (CriterionState.NOT_EVIDENCED,) * int(claims.shape[1])
        best: Scores = np.take_along_axis(similar, claims.argmax(axis=0)[None], axis=0)[0]
        spreads = (best - self._chance.middle) / self._chance.spread
        return tuple(_allowed(float(far)) for far in spreads)


def _allowed(spreads: float) -> CriterionState:
    if spreads >= _LIKE:
        return CriterionState.EVIDENCED
    return CriterionState.WEAK if spreads >= _NEAR else CriterionState.NOT_EVIDENCED


def worded(similar: Scores) -> Scores:
    """[n_statements, n_criteria of one unit] → how surely a statement is in the words of the criterion nearest to it.

    No example is needed to know those.
    """
    low, high = _WORDS
    sure = np.clip((similar - low) / (high - low), 0.0, 1.0)
    return np.where(similar == similar.max(axis=1, keepdims=True, initial=0.0), sure, 0.0).astype(np.float32)


def either(one: Scores, other: Scores) -> Scores:
    """The chance that one or the other is so."""
    return np.round(1 - (1 - one) * (1 - other), 4)


def claimed(similar: Scores) -> Scores:
    """[n_statements, n_criteria of one unit] → the same with the lead over the next best criterion added.

    Criteria of one unit are neighbours: a sentence that shows one of them is near them all, and would prove them all.
    """
    if similar.shape[0] == 0 or similar.shape[1] < 2:
        return similar
    ordered = np.sort(similar, axis=1)
    best, second = ordered[:, -1:], ordered[:, -2:-1]
    claims: Scores = np.round(2 * similar - np.where(similar == best, second, best), 4)
    return claims


def shared(similar: Scores) -> Scores:
    """[n_statements, n_criteria of one unit] → the same, every statement divided among the criteria it fits best."""
    if not similar.size:
        return similar
    shares = np.exp((similar - similar.max(axis=1, keepdims=True)) / _SHARPNESS)
    divided: Scores = np.round(similar * shares / shares.sum(axis=1, keepdims=True), 4)
    return divided
