"""The deep recipe, step by step: rows, fewer pieces and layers of E5, targets turned its way, teaching, folder."""

import json
import logging
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training import augment, e5, graded, held, leaks, material, targets, teachers, units, vocabulary, written
from training.deep import export, lessons, start, teach
from training.pairs import Row
from training.recipe import Folders

log = logging.getLogger(__name__)
CHAPTERS = 12
UNITS = range(1, 5)  # the chapters that read written units much
GRADED = range(4, 12)  # the chapters that read graded sentences
FALL = 8  # chapters over which the rates fall to nothing
CLUSTERS = 3000
SOME = 4000  # texts by which the start is centred and the targets turned


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


def prepare(own: material.Material, folders: Folders, known: e5.E5, forbidden: leaks.Forbidden, seed: int) -> Lesson:
    """The pieces E5 needs for our texts, targets by all teachers, clusters of targets. Raises LeakError."""
    texts = list(material.vocabulary_texts(folders.corpora, own, seed))
    whole = e5.tokenizer(known)
    tokenizer = start.smaller(whole, vocabulary.often(texts, whole))
    use = teachers.Remembered("use", folders.cache)
    rows = material.agreeing(own.rows + material.advert_rows(own.adverts, forbidden), use.vectors)
    sentences = [each for each in written.sentences() if not any(map(forbidden.resembles, each.texts))]
    every = units.without(units.units(), forbidden.resembles)
    lines, kept = (graded.without(part, forbidden.resembles) for part in graded.graded())
    forbidden.check(text for row in rows for text in (row.left, row.right))
    aimed = [row.left for row in rows if row.kind in material.WITH_TARGET]
    by = teachers.asked(targets.SHARES, folders.cache, aimed)
    places = targets.Space(by, known.dim).place(by)
    slang = augment.slang((row.left, row.right) for row in rows if row.kind == "spelling")
    alter = material.Alter(augment.voices(vocabulary.count(texts)), slang)
    clusters = targets.clusters(places, CLUSTERS, seed)
    return Lesson(rows, places, clusters, sentences, every, lines, kept, tokenizer, alter)


def begun(lesson: Lesson, known: e5.E5, own: teach.Settings) -> tuple[teach.Student, teachers.UnitRows]:
    """The student before its first lesson, its rows about zero, and the targets turned to where they lie already."""
    student = teach.Student(*start.first(known, lesson.tokenizer), own)
    aimed = [row.left for row in lesson.rows if row.kind in material.WITH_TARGET]
    some = np.random.default_rng(own.seed).permutation(len(aimed))[:SOME]
    texts = [aimed[i] for i in some]
    start.centre(student.body, encoder(student, lesson.tokenizer, scaled=False)(texts))
    turn = targets.toward(lesson.targets[some], encoder(student, lesson.tokenizer)(texts))
    return student, np.asarray(lesson.targets @ turn, dtype=np.float32)


def encoder(student: teach.Student, tokenizer: Tokenizer, scaled: bool = True) -> teachers.Encode:
    """A plain encoder of the student under training; not `scaled`, it gives means not yet of norm 1."""

    def encode(texts: list[str]) -> teachers.UnitRows:
        ids = [lessons.cut(each.ids, student.own.longest) for each in tokenizer.encode_batch(texts)]
        rows = np.zeros((len(texts), student.dim), dtype=np.float32)
        for part in lessons.packed([len(each) for each in ids], student.own.pieces):
            rows[part] = student.encode(lessons.padded([ids[i] for i in part]), scaled)
        return rows

    return encode


def deep(folders: Folders, own: teach.Settings, chapters: int = CHAPTERS, fall: int = FALL) -> Path:
    """Make the deep model and write it to `folders.output`; returns that folder.

    The state after each chapter lies in `folders.cache`; a run broken off goes on from there.
    """
    began = time.monotonic()
    forbidden = leaks.forbidden(folders.measured)
    found = material.gather(folders.corpora, folders.adverts, forbidden, own.seed)
    known = e5.read()
    lesson = prepare(found, folders, known, forbidden, own.seed)
    log.info("%d rows ready after %.0f s", len(lesson.rows), time.monotonic() - began)
    student, aims = begun(lesson, known, own)
    english = teachers.Remembered("minilm", folders.cache).vectors([row.left for row in found.held])

    def look() -> dict[str, float]:
        encode = encoder(student, lesson.tokenizer)
        seen = held.figures(encode, found.held, found.held_adverts, english)
        return seen | {"held_order": held.ordered(encode, lesson.held)}

    draw = lessons.Chapters(
        lesson.rows,
        aims,
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
    teach.teach(student, draw, chapters, fall, folders.cache / f"deep-{own.seed}.pt", lambda _: log.info("%s", look()))
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
            "layers": list(start.LAYERS),
        },
        "pieces": lesson.tokenizer.get_vocab_size(),
        "held_out": {name: round(value, 4) for name, value in second.items()},
    }
    (folders.output / "training.json").write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
    return folders.output
