"""The deep recipe, step by step: rows, fewer pieces, targets turned towards MiniLM, glossed start, teaching, folder."""

import json
import logging
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training import augment, graded, held, leaks, material, targets, teachers, units, vocabulary, written
from training.deep import export, lessons, start, teach
from training.pairs import Row
from training.recipe import Folders

log = logging.getLogger(__name__)
CHAPTERS = 32
UNITS = range(2, 10)  # the chapters that read written units much
GRADED = range(20, 32)  # the chapters that read graded sentences
FALL = 11  # chapters over which the rates fall to nothing
LOOKED = 4  # chapters between looks at the held-out rows
CLUSTERS = 3000


@dataclass(frozen=True, slots=True)
class Lesson:
    """All a student needs: rows, targets and clusters of those with one, what was written, tokenizer, alterations.

    `lines` are graded sentences, `held` those that are only looked at.
    """

    rows: list[Row]
    targets: teachers.UnitRows
    clusters: NDArray[np.int64]
    written: list[written.Sentence]
    units: list[units.Unit]
    lines: list[graded.Graded]
    held: list[graded.Graded]
    tokenizer: Tokenizer
    alter: material.Alter


def prepare(own: material.Material, folders: Folders, static: Path, forbidden: leaks.Forbidden, seed: int) -> Lesson:
    """Pieces of the static model, targets by the teachers, clusters of targets. Raises LeakError."""
    texts = list(material.vocabulary_texts(folders.corpora, own, seed))
    whole = Tokenizer.from_file(str(static / "tokenizer.json"))
    tokenizer = start.smaller(whole, vocabulary.often(texts, whole))
    use = teachers.Remembered("use", folders.cache)
    rows = material.agreeing(own.rows + material.advert_rows(own.adverts, forbidden), use.vectors)
    sentences = [each for each in written.sentences() if not any(map(forbidden.resembles, each.texts))]
    every = units.without(units.units(), forbidden.resembles)
    lines, kept = (graded.without(part, forbidden.resembles) for part in graded.graded())
    forbidden.check(text for row in rows for text in (row.left, row.right))
    aimed = [row.left for row in rows if row.kind in material.WITH_TARGET]
    by = teachers.asked(targets.SHARES, folders.cache, aimed)
    places = targets.Space(by, by["minilm"].shape[1]).place(by)
    slang = augment.slang((row.left, row.right) for row in rows if row.kind == "spelling")
    alter = material.Alter(augment.voices(vocabulary.count(texts)), slang)
    aims = targets.toward(places, by["minilm"])
    clusters = targets.clusters(aims, CLUSTERS, seed)
    return Lesson(rows, aims, clusters, sentences, every, lines, kept, tokenizer, alter)


def encoder(student: teach.Student, tokenizer: Tokenizer) -> teachers.Encode:
    """A plain encoder of the student under training."""

    def encode(texts: list[str]) -> teachers.UnitRows:
        ids = [lessons.cut(each.ids, student.own.longest) for each in tokenizer.encode_batch(texts)]
        rows = np.zeros((len(texts), student.dim), dtype=np.float32)
        for part in lessons.packed([len(each) for each in ids], student.own.pieces):
            rows[part] = student.encode(lessons.padded([ids[i] for i in part]))
        return rows

    return encode


def deep(folders: Folders, static: Path, own: teach.Settings, chapters: int = CHAPTERS, fall: int = FALL) -> Path:
    """Make the deep model from the `static` one's pieces and write it to `folders.output`; returns that folder.

    The state after each chapter lies in `folders.cache`; a run broken off goes on from there.
    """
    began = time.monotonic()
    forbidden = leaks.forbidden(folders.measured)
    found = material.gather(folders.corpora, folders.adverts, forbidden, own.seed)
    lesson = prepare(found, folders, static, forbidden, own.seed)
    log.info("%d rows ready after %.0f s", len(lesson.rows), time.monotonic() - began)
    known = start.minilm()
    student = teach.Student(known.body, start.first(lesson.tokenizer, static, known), own)
    english = teachers.Remembered("minilm", folders.cache).vectors([row.left for row in found.held])

    def look() -> dict[str, float]:
        encode = encoder(student, lesson.tokenizer)
        seen = held.figures(encode, found.held, found.held_adverts, english)
        return seen | {"held_order": held.ordered(encode, lesson.held)}

    def after(number: int) -> None:
        if number % LOOKED == 0:
            log.info("%s", look())

    draw = lessons.Chapters(
        lesson.rows,
        lesson.targets,
        lesson.clusters,
        lesson.written,
        lesson.units,
        lesson.tokenizer,
        lesson.alter,
        own,
        UNITS,
        lesson.lines,
        GRADED,
    )
    teach.teach(student, draw, chapters, fall, folders.cache / f"deep-{own.seed}.pt", after)
    second = look()
    export.write(folders.output, lesson.tokenizer, student.body, student.table.rows.numpy())
    value = {
        "rows": dict(sorted(Counter(row.source for row in lesson.rows).items()))
        | {units.NAME: sum(len(unit.criteria) for unit in lesson.units)},
        "leaked": dict(sorted(found.leaked.items())),
        "settings": asdict(own)
        | {
            "chapters": chapters,
            "fall": fall,
            "units": [UNITS.start, UNITS.stop],
            "graded": [GRADED.start, GRADED.stop],
            "shares": targets.SHARES,
        },
        "pieces": lesson.tokenizer.get_vocab_size(),
        "held_out": {name: round(value, 4) for name, value in second.items()},
    }
    (folders.output / "training.json").write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
    return folders.output
