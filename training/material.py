"""From corpora and adverts to what the student sees: rows without leaks, held-out rows, batches of altered texts."""

import logging
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training import augment, graded, pairs, phrases, written
from training.leaks import Forbidden
from training.pairs import Advert, Row
from training.sources import SOURCES, VOCABULARY_ONLY
from training.student import Batch, Settings
from training.teachers import UnitRows

log = logging.getLogger(__name__)
WITH_TARGET = ("parallel", "words")
HELD = {"odoo/sentences": 800, "panl_bppt/panl_bppt": 500, "desmond86_smeru/SMERU-26870": 300}
DOUBLED = ("odoo/", "isco08", "isic4", "kbji", "kbli", "ausaid")  # counted twice when pieces are chosen
ADVERT = "adverts"


@dataclass(frozen=True, slots=True)
class Material:
    """Rows to train on, rows and adverts held out to look at, and how many rows each source lost to the leak check."""

    rows: list[Row]
    held: list[Row]
    adverts: list[Advert]
    held_adverts: list[Advert]
    leaked: Counter[str]


def gather(corpora: Path, adverts: Path | None, forbidden: Forbidden, seed: int = 0) -> Material:
    """All rows of the sources and the written ones, those like the yardstick dropped, some held out by seed."""
    read = [row for source in SOURCES for row in pairs.read(corpora, source, seed)]
    own = written.rows(written.sentences()) + graded.rows(graded.graded()[0]) + written.scenes()
    every = pairs.distinct(own + phrases.rows(seed=seed) + read)
    rows = [row for row in every if forbidden.resembles(row.left) is None and forbidden.resembles(row.right) is None]
    leaked = Counter(row.source for row in every) - Counter(row.source for row in rows)
    rng = random.Random(seed)
    held: list[Row] = []
    for source, count in HELD.items():
        some = [row for row in rows if row.source == source]
        held += rng.sample(some, min(count, len(some) // 10))
    known = {text.casefold() for row in held for text in (row.left, row.right)}
    rows = [row for row in rows if row.left.casefold() not in known and row.right.casefold() not in known]
    ads = pairs.adverts(adverts) if adverts is not None else []
    rng.shuffle(ads)
    cut = len(ads) // 6
    return Material(rows, held, ads[cut:], ads[:cut], leaked)


def advert_rows(adverts: Iterable[Advert], forbidden: Forbidden) -> list[Row]:
    """English windows of adverts, for their teacher's vector, and title ↔ window pairs of every language."""
    rows = []
    for advert in adverts:
        titled = forbidden.resembles(advert.title) is None
        for window in pairs.windows(advert):
            if forbidden.resembles(window) is None:
                if advert.language == "en":
                    rows.append(Row(window, window, "parallel", ADVERT, 0.5))
                if titled:
                    rows.append(Row(advert.title, window, "pairs", ADVERT, 0.5))
    return rows


def agreeing(rows: list[Row], teacher: Callable[[list[str]], UnitRows], least: float = 0.45) -> list[Row]:
    """The rows with those of `checked` sources dropped whose two sides the teacher finds less alike than `least`."""
    checked = {source.name for source in SOURCES if source.checked}
    doubtful = [row for row in rows if row.source in checked]
    if not doubtful:
        return rows
    left, right = teacher([row.left for row in doubtful]), teacher([row.right for row in doubtful])
    bad = {row for row, alike in zip(doubtful, (left * right).sum(1), strict=True) if alike < least}
    log.info("%d of %d doubtful rows dropped", len(bad), len(doubtful))
    return [row for row in rows if row not in bad]


def vocabulary_texts(corpora: Path, material: Material, seed: int = 0) -> Iterable[str]:
    """The texts whose words become pieces: rows but for two dictionaries, adverts three times, plain Indonesian."""
    for row in material.rows:
        if "wordnet" not in row.source and "mythes" not in row.source:
            for _ in range(2 if any(part in row.source for part in DOUBLED) else 1):
                yield row.left
                yield row.right
    for advert in material.adverts:
        for _ in range(3):
            yield advert.title
            yield advert.text
    for path, _, most in VOCABULARY_ONLY:
        every = list(pairs.lines(corpora / path))
        random.Random(seed).shuffle(every)
        yield from every[:most]


@dataclass(frozen=True, slots=True)
class Alter:
    """How texts are changed before they are shown: tables and the share of texts each change falls on."""

    voices: dict[str, str]
    slang: dict[str, list[str]]
    voice_share: float = 0.25
    slang_share: float = 0.15
    typo_share: float = 0.15

    def indonesian(self, text: str, rng: random.Random) -> str:
        """The text, perhaps with verbs turned, slang spelling or a slip in it."""
        if rng.random() < self.voice_share:
            text = augment.replaced(text, self.voices, rng)
        if rng.random() < self.slang_share:
            text = augment.replaced(text, self.slang, rng, share=0.5)
        return self.any(text, rng)

    def any(self, text: str, rng: random.Random) -> str:
        """The text, perhaps with a slip in it."""
        return augment.misspelt(text, rng) if rng.random() < self.typo_share else text


Drawn = tuple[list[int], list[list[int]], list[list[int]]]  # row numbers and the pieces of both sides


class Drawer:
    """Draws a round's batches: rows by weight, their texts altered and cut into pieces."""

    def __init__(
        self,
        rows: Sequence[Row],
        targets: NDArray[np.float32],
        tokenizer: Tokenizer,
        alter: Alter,
        own: Settings,
        steps: int,
    ) -> None:
        self.aimed = [row for row in rows if row.kind in WITH_TARGET]
        self.loose = [row for row in rows if row.kind not in WITH_TARGET]
        self.targets, self.tokenizer, self.alter, self.own, self.steps = targets, tokenizer, alter, own, steps

    def __call__(self, number: int) -> list[Batch]:
        """The batches of round `number`, each of aimed rows and some loose pairs."""
        seed = self.own.seed * 1000 + number
        rng, chance = np.random.default_rng(seed), random.Random(seed)
        loose = self._draw(self.loose, self.own.pair_batch, rng, chance) if self.loose else [([], [], [])] * self.steps
        return [
            Batch(left, right, self.targets[rows], loose_left, loose_right)
            for (rows, left, right), (_, loose_left, loose_right) in zip(
                self._draw(self.aimed, self.own.batch, rng, chance), loose, strict=True
            )
        ]

    def _draw(self, rows: list[Row], size: int, rng: np.random.Generator, chance: random.Random) -> list[Drawn]:
        weights = np.array([row.weight for row in rows])
        drawn = rng.choice(len(rows), size=self.steps * size, p=weights / weights.sum())
        left = self._pieces([self._left(rows[i], chance) for i in drawn])
        right = self._pieces([self.alter.indonesian(rows[i].right, chance) for i in drawn])
        whole = ([i for i in range(at, at + size) if left[i] and right[i]] for at in range(0, len(drawn), size))
        return [([int(drawn[i]) for i in here], [left[i] for i in here], [right[i] for i in here]) for here in whole]

    def _left(self, row: Row, chance: random.Random) -> str:
        if row.kind in WITH_TARGET:
            return self.alter.any(row.left, chance)
        return self.alter.indonesian(row.left, chance)

    def _pieces(self, texts: list[str]) -> list[list[int]]:
        return [encoding.ids for encoding in self.tokenizer.encode_batch(texts, add_special_tokens=False)]


def weighted(rows: list[Row], weights: dict[str, float]) -> list[Row]:
    """The rows with the weight of the named sources replaced."""
    return [replace(row, weight=weights.get(row.source, row.weight)) for row in rows]
