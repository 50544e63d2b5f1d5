"""Statements × passages → the units a text is about, each with the statements that prove it."""

import numpy as np

from search.match.calibration import Probabilities, calibration
from search.match.levels import Levels, levels_of
from search.match.read import ReadText
from search.match.totals import text_features, unit_features, unit_totals
from search.rank import best_places
from search.store import StoredIndex
from search.types import Evidence, MatchAnswer, Rows, Scores, UnitMatch

_LIKELY = 0.5  # probability from which a unit more likely belongs to the text than not
_HERE = 0.35  # the same of a text and the catalogue: fitted on as many misfits as fits, but people bring more that fit
_LEAST = 1.0  # spreads above chance that one statement at least must reach, however near the whole text is
_QUOTES = 3  # statements quoted per unit


def match_units(read: ReadText, index: StoredIndex, titles: dict[str, str], k: int) -> MatchAnswer:
    """Rank the units of a text, the k best of them however unlikely; ties break by code."""
    levels = levels_of(read.chance)
    best, rows = read.unit_scores, read.unit_rows
    totals = unit_totals(read)
    sure = confidences(read, totals)
    units = tuple(
        UnitMatch(
            rank=rank,
            code=index.unit_codes[place],
            title=titles[index.unit_codes[place]],
            score=float(totals[place]),
            confidence=float(sure[place]),
            evidence=_evidence(read, index, best[:, place], rows[:, place], levels),
        )
        for rank, place in enumerate(best_places(totals, k, lambda place: (index.unit_codes[place], 0)), start=1)
    )
    covered = best.max(axis=1, initial=0.0) >= levels.weak
    uncovered = tuple(
        statement.id for statement, is_covered in zip(read.proofs, covered, strict=True) if not is_covered
    )
    confident = bool(units) and something_fits(read)
    return MatchAnswer(read.kind, read.language, confident, read.statements, units, uncovered, read.depth)


def called_units(answer: MatchAnswer) -> tuple[UnitMatch, ...]:
    """The units a text calls for or shows: the likely ones, else the best; none where nothing fits."""
    if not answer.confident:
        return ()
    return tuple(unit for unit in answer.units if unit.confidence >= _LIKELY) or answer.units[:1]


def something_fits(read: ReadText) -> bool:
    """Whether to say that the catalogue has something for the text."""
    one = float(read.unit_scores.max(initial=0.0)) >= read.chance.middle + _LEAST * read.chance.spread
    return one and fits(read) >= _HERE


def fits(read: ReadText) -> float:
    """The probability that anything in the catalogue fits the text; 0 for a text that claims no work."""
    if not read.proofs:
        return 0.0
    kinds = [taught for taught in (False, True) if (read.taught == taught).any()]
    found = [calibration(read.depth, taught).text.probabilities(text_features(read, taught)) for taught in kinds]
    return float(max((chance[0] for chance in found), default=0.0))


def confidences(read: ReadText, totals: Scores) -> Probabilities:
    """The probability of each unit [n_units] that the text calls for it, by its examples too where it has any."""
    found = np.zeros(len(totals))
    for taught in (False, True):
        of_kind = read.taught == taught
        if of_kind.any():
            sure = calibration(read.depth, taught).unit.probabilities(unit_features(read, totals, taught))
            found[of_kind] = sure[of_kind]
    return found


def _evidence(read: ReadText, index: StoredIndex, best: Scores, rows: Rows, levels: Levels) -> tuple[Evidence, ...]:
    """The best statement, and the next ones that say something of the unit."""
    order = np.argsort(-best, kind="stable")[:_QUOTES]
    quoted = [row for place, row in enumerate(order) if best[row] >= levels.weak or place == 0]
    return tuple(
        Evidence(
            statement=statement.id,
            start=statement.start,
            end=statement.end,
            text=statement.text,
            field=passage.field,
            field_text=passage.text,
            score=float(best[row]),
            no=passage.no,
        )
        for row in quoted
        for statement, passage in [(read.proofs[row], index.passages[int(rows[row])])]
    )
