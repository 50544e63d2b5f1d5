"""The whole recipe, step by step: rows, pieces, teachers' vectors, student, folder."""

import json
import logging
import time
from collections import Counter
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training import augment, export, held, leaks, material, student, targets, teachers, vocabulary
from training.pairs import Row

log = logging.getLogger(__name__)
DIM = 512
ROUNDS = 36
STEPS = 60  # batches a round
SEEDS = 2  # students of other batches, whose pieces are averaged


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the recipe reads and writes: corpora, adverts or None, what is measured on, vectors, the model."""

    corpora: Path
    adverts: Path | None
    measured: tuple[Path, ...]
    cache: Path
    output: Path


@dataclass(frozen=True, slots=True)
class Known:
    """Rows, every teacher's vectors of those with a target; pieces, USE's vector of each and how often it is met."""

    rows: list[Row]
    by: dict[str, teachers.UnitRows]
    tokenizer: Tokenizer
    pieces: teachers.UnitRows
    often: NDArray[np.float64]
    alter: material.Alter


@dataclass(frozen=True, slots=True)
class Lesson:
    """All a student needs: rows and their targets, the tokenizer, the first piece vectors, how texts are altered."""

    rows: list[Row]
    targets: NDArray[np.float32]
    tokenizer: Tokenizer
    start: NDArray[np.float32]
    alter: material.Alter


def gathered(
    own: material.Material, folders: Folders, forbidden: leaks.Forbidden, seed: int, pieces: Path | None = None
) -> Known:
    """Pieces and teachers' vectors for the rows of `own`. Raises LeakError.

    `pieces` is a tokenizer.json to keep: the trainer of unigram pieces does not repeat itself exactly.
    """
    texts = list(material.vocabulary_texts(folders.corpora, own, seed))
    counts = vocabulary.count(texts)
    tokenizer = vocabulary.train(counts) if pieces is None else Tokenizer.from_file(str(pieces))
    log.info("%d pieces", tokenizer.get_vocab_size())
    often = vocabulary.often(texts, tokenizer)
    use = teachers.Remembered("use", folders.cache)
    rows = material.agreeing(own.rows + material.advert_rows(own.adverts, forbidden), use.vectors)
    forbidden.check(text for row in rows for text in (row.left, row.right))
    aimed = [row.left for row in rows if row.kind in material.WITH_TARGET]
    slang = augment.slang((row.left, row.right) for row in rows if row.kind == "spelling")
    alter = material.Alter(augment.voices(counts), slang)
    plain = use.vectors(vocabulary.plain(tokenizer))
    return Known(rows, teachers.asked(targets.SHARES, folders.cache, aimed), tokenizer, plain, often, alter)


def prepare(known: Known, dim: int = DIM) -> Lesson:
    """Targets and first piece vectors of `dim` numbers."""
    space = targets.Space(known.by, dim)
    places = space.from_one("use", known.by)(known.pieces)
    return Lesson(known.rows, space.place(known.by), known.tokenizer, targets.start(places, known.often), known.alter)


def encoder(tokenizer: Tokenizer, rows: NDArray[np.float32]) -> teachers.Encode:
    """A plain encoder of piece vectors under training: the mean of a text's pieces, scaled to norm 1."""

    def encode(texts: list[str]) -> teachers.UnitRows:
        bags = (each.ids for each in tokenizer.encode_batch(texts, add_special_tokens=False))
        zero = np.zeros(rows.shape[1], dtype=np.float32)
        return teachers.unit(np.stack([rows[ids].mean(axis=0) if ids else zero for ids in bags]))

    return encode


def static(
    folders: Folders,
    minutes: float | None = None,
    seed: int = 0,
    own: student.Settings | None = None,
    pieces: Path | None = None,
) -> Path:
    """Make the static model and write it to `folders.output`; returns that folder.

    `pieces` is a tokenizer.json to keep, else new pieces are learnt.
    `minutes` ends the teaching of each seed after the round in which that time is spent (the rate falls to nothing
    by then).
    """
    began = time.monotonic()
    own = own or student.Settings(seed=seed)
    forbidden = leaks.forbidden(folders.measured)
    found = material.gather(folders.corpora, folders.adverts, forbidden, seed)
    lesson = prepare(gathered(found, folders, forbidden, seed, pieces))
    log.info("%d rows ready after %.0f s", len(lesson.rows), time.monotonic() - began)
    rows = taught(lesson, own, minutes)
    export.write(folders.output, lesson.tokenizer, rows)
    english = teachers.Remembered("minilm", folders.cache).vectors([row.left for row in found.held])
    encode = encoder(lesson.tokenizer, rows)
    second = held.figures(encode, found.held, found.held_adverts, english)
    second |= held.opinions(forbidden.resembles).figures(encode)
    report(folders.output / "training.json", found, lesson, own, second)
    return folders.output


def taught(lesson: Lesson, own: student.Settings, minutes: float | None = None) -> NDArray[np.float32]:
    """The mean of the piece vectors [vocabulary, dim] that students of several seeds learn from one start."""
    seeds = (replace(own, seed=own.seed + i) for i in range(SEEDS))
    return np.asarray(np.mean([alone(lesson, each, ROUNDS, minutes) for each in seeds], axis=0), dtype=np.float32)


def alone(lesson: Lesson, own: student.Settings, rounds: int, minutes: float | None = None) -> NDArray[np.float32]:
    """The piece vectors [vocabulary, dim] that one student learns."""
    draw = material.Drawer(lesson.rows, lesson.targets, lesson.tokenizer, lesson.alter, own, STEPS)
    return student.train(lesson.start, draw, own, rounds, minutes)


def report(
    path: Path, found: material.Material, lesson: Lesson, own: student.Settings, second: dict[str, float]
) -> None:
    """Write what went in and what came out, as the card quotes it."""
    value = {
        "rows": dict(sorted(Counter(row.source for row in lesson.rows).items())),
        "leaked": dict(sorted(found.leaked.items())),
        "settings": asdict(own) | {"rounds": ROUNDS, "steps": STEPS, "seeds": SEEDS, "shares": targets.SHARES},
        "pieces": lesson.tokenizer.get_vocab_size(),
        "held_out": {name: round(value, 4) for name, value in second.items()},
    }
    path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
