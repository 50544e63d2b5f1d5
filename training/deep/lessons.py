"""What the deep student reads, and its batches: texts altered, cut into pieces, packed by their length."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training import graded, judged
from training.deep.teach import Batch, Settings, Student
from training.material import WITH_TARGET, Alter
from training.pairs import Row
from training.teachers import Encode, UnitRows
from training.units import Shown, Unit
from training.written import Sentence

PAIRS_SHARE = 0.08  # of the batches
MISSES_SHARE = 0.08
GRADED_SHARE = 0.15  # in the chapters that read graded sentences and judged pairs
JUDGED_SHARE = 0.25
UNITS_SHARES = (0.18, 0.04)  # of criteria and of titles, in the chapters that read units much,
LATER = 1 / 3  # and of that share in those that follow
MATES = 6  # texts drawn together from one cluster
MATES_SHARE = 0.5  # of the rows
LEAST_WORDS = 4  # of a text that is drawn with mates
USUAL = 14  # pieces of a text: how many texts a chapter draws


@dataclass(frozen=True, slots=True)
class Lesson:
    """All a student needs: rows, targets and clusters of those with one, what was written, tokenizer, alterations.

    `lines` are graded sentences, `english` translations of sentences of the `judged` pairs.
    """

    rows: list[Row]
    targets: UnitRows
    clusters: NDArray[np.int64]
    written: list[Sentence]
    units: list[Unit]
    lines: list[graded.Graded]
    judged: list[judged.Judged]
    english: dict[str, str]
    tokenizer: Tokenizer
    alter: Alter


class Chapters:
    """Draws a chapter's batches by its number alone, so that a run broken off goes on as if it had not been.

    Half of the rows come in groups of one cluster (`clusters` [n] numbers those of the rows with a target): only among
    neighbours does a batch show the fine differences that likeness is made of. Written units are read much in the
    chapters `much`: a body that does not know the language yet has nothing to tell neighbouring criteria apart by.
    Afterwards they are read little, for what makes neighbours differ makes likeness coarse.
    """

    def __init__(self, lesson: Lesson, own: Settings, much: range = range(1), ordered: range = range(0)) -> None:
        self.aimed = [row for row in lesson.rows if row.kind in WITH_TARGET]
        self.loose = [row for row in lesson.rows if row.kind not in WITH_TARGET]
        self.lesson, self.own, self.much, self.ordered = lesson, own, much, ordered
        self._weights = _shares(self.aimed)
        self._mates = _mates(self.aimed, lesson.clusters)
        self._mates_weights = _scaled([self._weights[mates].sum() for mates in self._mates])

    def __call__(self, number: int) -> list[Batch]:
        """The batches of chapter `number`, in a chance order."""
        own = self.own
        rng, chance = np.random.default_rng([own.seed, number]), random.Random(own.seed * 100_003 + number)
        pairs = round(own.chapter * PAIRS_SHARE) if self.loose else 0
        misses = round(own.chapter * MISSES_SHARE) if self.lesson.written else 0
        reads = number in self.ordered
        lines = round(own.chapter * GRADED_SHARE) if reads and self.lesson.lines else 0
        opinions = round(own.chapter * JUDGED_SHARE) if reads and self.lesson.judged else 0
        criteria, titles = (round(own.chapter * share * self._units_share(number)) for share in UNITS_SHARES)
        batches = [
            *self._aimed(own.chapter - pairs - misses - lines - opinions - criteria - titles, rng, chance),
            *self._pairs(pairs, rng, chance),
            *self._misses(misses, rng, chance),
            *(self._graded(rng, chance) for _ in range(lines)),
            *(self._judged(rng, chance) for _ in range(opinions)),
            *(self._criteria(rng, chance) for _ in range(criteria)),
            *(self._titles(rng, chance) for _ in range(titles)),
        ]
        return [batches[i] for i in rng.permutation(len(batches))]

    def _units_share(self, number: int) -> float:
        if not self.lesson.units or number < self.much.start:
            return 0.0
        return 1.0 if number in self.much else LATER

    def _aimed(self, steps: int, rng: np.random.Generator, chance: random.Random) -> list[Batch]:
        groups = self._groups(steps * self.own.pieces // USUAL, rng)
        drawn = np.concatenate(groups)
        shown = rng.random(len(drawn)) < self.own.indonesian
        ids = self._pieces(
            [
                self.lesson.alter.indonesian(self.aimed[i].right, chance)
                if ours
                else self.lesson.alter.any(self.aimed[i].left, chance)
                for i, ours in zip(drawn, shown, strict=True)
            ]
        )
        at = np.split(np.arange(len(drawn)), np.cumsum([len(group) for group in groups])[:-1])
        lengths = [max(len(ids[i]) for i in group) for group in at]
        parts = (
            np.concatenate([at[i] for i in part])
            for part in packed(lengths, self.own.pieces, [len(group) for group in groups])
        )
        return [Batch(padded([ids[i] for i in part]), self.lesson.targets[drawn[part]]) for part in parts]

    def _groups(self, count: int, rng: np.random.Generator) -> list[NDArray[np.int64]]:
        """Row numbers, `count` in all: half of them alone, half with mates of nearly their own length."""
        together = int(count * MATES_SHARE) // MATES if self._mates else 0
        groups = []
        for i in rng.choice(len(self._mates), size=together, p=self._mates_weights) if together else ():
            start = rng.integers(0, len(self._mates[i]) - MATES + 1)
            groups.append(self._mates[i][start : start + MATES])
        alone = rng.choice(len(self.aimed), size=count - together * MATES, p=self._weights)
        return [*groups, *alone[:, None].astype(np.int64)]

    def _pairs(self, steps: int, rng: np.random.Generator, chance: random.Random) -> list[Batch]:
        if not steps:
            return []
        drawn = rng.choice(len(self.loose), size=steps * self.own.pieces // USUAL // 2, p=_shares(self.loose))
        left = self._pieces([self.lesson.alter.indonesian(self.loose[i].left, chance) for i in drawn])
        right = self._pieces([self.lesson.alter.indonesian(self.loose[i].right, chance) for i in drawn])
        parts = packed([max(len(one), len(two)) for one, two in zip(left, right, strict=True)], self.own.pieces // 2)
        return [
            Batch(padded([side[i] for i in part for side in (left, right)]), None, weight=self.own.apart)
            for part in parts
            if len(part) > 1
        ]

    def _misses(self, steps: int, rng: np.random.Generator, chance: random.Random) -> list[Batch]:
        """Two wordings of each written sentence, and the near misses of all as further wrong answers."""
        batches = []
        for _ in range(steps):
            drawn = [
                self.lesson.written[i] for i in rng.choice(len(self.lesson.written), size=self.own.pieces // USUAL // 3)
            ]
            wordings = [chance.sample([each.english, *each.indonesian], 2) for each in drawn]
            texts = [self.lesson.alter.any(text, chance) for both in wordings for text in both]
            ids = self._pieces([*texts, *(each.miss for each in drawn)])
            batches.append(Batch(padded(ids), None, misses=len(drawn), weight=self.own.apart))
        return batches

    def _graded(self, rng: np.random.Generator, chance: random.Random) -> Batch:
        """Whole lines of graded sentences, of chance topics."""
        count = min(len(self.lesson.lines), max(1, self.own.pieces // USUAL // len(graded.GRADES)))
        drawn = rng.choice(len(self.lesson.lines), size=count, replace=False)
        texts = [self.lesson.alter.any(text, chance) for i in drawn for text in self.lesson.lines[i].texts]
        return Batch(padded(self._pieces(texts)), None, compared=graded.pairs(count), weight=self.own.order)

    def _judged(self, rng: np.random.Generator, chance: random.Random) -> Batch:
        """Judged pairs, of chance topics."""
        count = self.own.pieces // USUAL // 2
        texts, compared = judged.draw(self.lesson.judged, self.lesson.english, count, rng, chance)
        ids = self._pieces([self.lesson.alter.any(text, chance) for text in texts])
        return Batch(padded(ids), None, compared=compared, weight=self.own.order)

    def _criteria(self, rng: np.random.Generator, chance: random.Random) -> Batch:
        """Whole units: every criterion beside a text that shows it, the near misses of all as further wrong answers."""
        lines: list[Shown] = []
        for i in rng.permutation(len(self.lesson.units)):
            if lines and len(lines) + len(self.lesson.units[i].criteria) > self.own.pieces // USUAL // 3:
                break
            lines += self.lesson.units[i].criteria
        texts = [text for one in lines for text in (self._shown(one.shown, chance), one.criterion)]
        misses = [self.lesson.alter.indonesian(one.miss, chance) for one in lines]
        return Batch(padded(self._pieces([*texts, *misses])), None, misses=len(misses), weight=self.own.judge)

    def _titles(self, rng: np.random.Generator, chance: random.Random) -> Batch:
        """The titles of units, each beside a text that shows one of its criteria."""
        count = min(len(self.lesson.units), self.own.pieces // USUAL // 2)
        drawn = [self.lesson.units[i] for i in rng.choice(len(self.lesson.units), size=count, replace=False)]
        shown = (self._shown(chance.choice(unit.criteria).shown, chance) for unit in drawn)
        texts = [text for unit, one in zip(drawn, shown, strict=True) for text in (one, unit.title)]
        return Batch(padded(self._pieces(texts)), None, weight=self.own.judge)

    def _shown(self, shown: tuple[str, str, str], chance: random.Random) -> str:
        cv, spoken, english = shown
        return chance.choice([self.lesson.alter.indonesian(cv, chance), self.lesson.alter.any(spoken, chance), english])

    def _pieces(self, texts: list[str]) -> list[list[int]]:
        return [cut(encoding.ids, self.own.longest) for encoding in self.lesson.tokenizer.encode_batch(texts)]


def encoder(student: Student, tokenizer: Tokenizer) -> Encode:
    """A plain encoder of the student under training."""

    def encode(texts: list[str]) -> UnitRows:
        ids = [cut(each.ids, student.own.longest) for each in tokenizer.encode_batch(texts)]
        rows = np.zeros((len(texts), student.dim), dtype=np.float32)
        for part in packed([len(each) for each in ids], student.own.pieces):
            rows[part] = student.encode(padded([ids[i] for i in part]))
        return rows

    return encode


def packed(lengths: Sequence[int], most: int, sizes: Sequence[int] | None = None) -> list[NDArray[np.int64]]:
    """Numbers of groups of like length, as many together as fill `most` places when padded to the longest of them.

    A group is of one text, or of as many as `sizes` says.
    """
    order = np.argsort(np.asarray(lengths), kind="stable")
    counts = np.ones(len(order), dtype=np.int64) if sizes is None else np.asarray(sizes)
    parts, start, held = [], 0, 0
    for end, group in enumerate(order):
        if held and (held + counts[group]) * lengths[group] > most:
            parts.append(order[start:end])
            start, held = end, 0
        held += int(counts[group])
    return [*parts, order[start:]] if len(order) else []


def padded(ids: Sequence[Sequence[int]]) -> NDArray[np.int64]:
    """Piece numbers [n, longest], shorter texts filled up with 0."""
    rows = np.zeros((len(ids), max(len(each) for each in ids)), dtype=np.int64)
    for row, each in zip(rows, ids, strict=True):
        row[: len(each)] = each
    return rows


def cut(ids: list[int], longest: int) -> list[int]:
    """At most `longest` pieces, the closing one kept."""
    return ids if len(ids) <= longest else [*ids[: longest - 1], ids[-1]]


def _shares(rows: Sequence[Row]) -> NDArray[np.float64]:
    return _scaled([row.weight for row in rows])


def _scaled(weights: Sequence[float]) -> NDArray[np.float64]:
    return np.asarray(weights, dtype=np.float64) / max(sum(weights), 1e-12)


def _mates(rows: Sequence[Row], clusters: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """The rows of each cluster that has enough of them, by length, so that neighbours in it need little padding."""
    long = np.array([i for i, row in enumerate(rows) if len(row.right.split()) >= LEAST_WORDS], dtype=np.int64)
    lengths = np.array([len(rows[i].right) for i in long])
    order = long[np.lexsort((lengths, clusters[long]))]
    parts = np.split(order, np.flatnonzero(np.diff(clusters[order])) + 1)
    return [part for part in parts if len(part) >= MATES]
