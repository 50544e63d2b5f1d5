"""A second opinion beside the yardstick: held-out sentence pairs and adverts that no run is trained on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

from training import graded, judged, leaks
from training.pairs import Advert, Row, windows
from training.teachers import Encode, UnitRows


def ranks(queries: UnitRows, candidates: UnitRows) -> NDArray[np.int64]:
    """The rank [n], from 1, of candidate i for query i."""
    scores = queries @ candidates.T
    return np.asarray((scores > np.diag(scores)[:, None]).sum(axis=1) + 1, dtype=np.int64)


def places(values: NDArray[np.float32]) -> NDArray[np.float64]:
    """Rank numbers of values, ties in order of place: enough for a rank correlation of real numbers."""
    order = np.empty(len(values))
    order[np.argsort(values, kind="stable")] = np.arange(len(values))
    return order


def figures(encode: Encode, rows: Sequence[Row], adverts: Sequence[Advert], english: UnitRows) -> dict[str, float]:
    """Held-out figures of an encoder; `english` [len(rows), 384] are MiniLM's rows of the English sides.

    held_acc1: Indonesian → English accuracy@1 among all held pairs. held_alike: rank correlation of the Indonesian
    sides' likenesses with MiniLM's English ones, over each row's twenty nearest and twenty others. advert_mrr: the mean
    reciprocal rank of an advert's title by the mean of its text's windows.
    """
    left, right = encode([row.left for row in rows]), encode([row.right for row in rows])
    found = {"held_acc1": float((ranks(right, left) == 1).mean())}
    alike = english @ english.T
    np.fill_diagonal(alike, -2)
    near = np.argsort(-alike, axis=1)[:, :20]
    other = np.random.default_rng(0).integers(0, len(rows), size=near.shape)
    one = np.repeat(np.arange(len(rows)), 40)
    two = np.concatenate([near, other], axis=1).ravel()
    one, two = one[one != two], two[one != two]
    found["held_alike"] = float(np.corrcoef(places(alike[one, two]), places((right[one] * right[two]).sum(1)))[0, 1])
    if adverts:
        titles = encode([advert.title for advert in adverts])
        texts = np.stack([encode(windows(advert) or [advert.text]).mean(axis=0) for advert in adverts])
        found["advert_mrr"] = float((1 / ranks(texts, titles)).mean())
    return found


@dataclass(frozen=True, slots=True)
class Opinions:
    """What is said of likenesses that no run is told: in graded lines, and by readers of judged pairs."""

    lines: list[graded.Graded]
    pairs: list[judged.Judged]

    def figures(self, encode: Encode) -> dict[str, float]:
        """Rank correlations of likenesses with grades: `held_order` of lines, each beside the next; `held_judged`."""
        lines = encode([text for each in self.lines for text in each.texts])
        pairs = encode(judged.texts(self.pairs))
        return {
            "held_order": _ordered(lines, graded.pairs(len(self.lines))),
            "held_judged": _ordered(pairs, judged.pairs(self.pairs)),
        }


def opinions(resembles: Callable[[str], str | None]) -> Opinions:
    """The held-out graded lines and judged pairs but for those that resemble a forbidden line."""
    return Opinions(leaks.without(graded.graded()[1], resembles), leaks.without(judged.judged()[1], resembles))


def _ordered(rows: UnitRows, compared: graded.Pairs) -> float:
    alike = (rows[compared.one] * rows[compared.two]).sum(1)
    return float(spearmanr(alike, compared.grades).statistic)
