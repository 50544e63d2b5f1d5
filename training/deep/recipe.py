"""The deep recipe, step by step: rows, fewer pieces, targets turned to MiniLM, glossed start, teaching, leaning."""

import hashlib
import json
import logging
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from training import augment, graded, held, judged, leaks, material, targets, teachers, units, vocabulary, written
from training.deep import export, further, lean, lessons, start, teach
from training.recipe import Folders

log = logging.getLogger(__name__)
LOOKED = 4  # chapters between looks at the held-out rows
CLUSTERS = 3000
SEED = 0  # draws the rows and those held out: the same for every sitting, lest one teach what another held out
SHARES = {"minilm": 0.42, "use": 0.28, "e5-plain": 0.3}  # the static one took nothing from E5


@dataclass(frozen=True, slots=True)
class Plan:
    """Step sizes and chapters: how many, over how many the rates fall to nothing, and which read what."""

    own: teach.Settings
    chapters: int
    fall: int
    units: range  # read written units much
    ordered: range  # read graded sentences and judged pairs


NEW = Plan(teach.Settings(), 32, 11, range(2, 10), range(20, 32))
FURTHER = Plan(
    teach.Settings(body_rate=8e-5, piece_rate=0.004, warm=60, order=0.5, indonesian=0.8, seed=7),  # other batches
    14,
    12,
    range(1),
    range(7, 14),
)


def prepare(own: material.Material, folders: Folders, static: Path, forbidden: leaks.Forbidden) -> lessons.Lesson:
    """Pieces of the static model, targets by the teachers, clusters of targets. Raises LeakError."""
    texts = list(material.vocabulary_texts(folders.corpora, own, SEED))
    whole = Tokenizer.from_file(str(static / "tokenizer.json"))
    tokenizer = start.smaller(whole, vocabulary.often(texts, whole))
    use = teachers.Remembered("use", folders.cache)
    rows = material.agreeing(own.rows + material.advert_rows(own.adverts, forbidden), use.vectors)
    sentences = leaks.without(written.sentences(), forbidden.resembles)
    every = units.without(units.units(), forbidden.resembles)
    lines = leaks.without(graded.graded()[0], forbidden.resembles)
    pairs = leaks.without(judged.judged()[0], forbidden.resembles)
    forbidden.check(text for row in rows for text in (row.left, row.right))
    aimed = [row.left for row in rows if row.kind in material.WITH_TARGET]
    by = teachers.asked(SHARES, folders.cache, aimed)
    places = targets.Space(by, by["minilm"].shape[1], SHARES).place(by)
    slang = augment.slang((row.left, row.right) for row in rows if row.kind == "spelling")
    alter = material.Alter(augment.voices(vocabulary.count(texts)), slang)
    aims = np.asarray(places @ targets.turn(places, by["minilm"]), dtype=np.float32)
    clusters = targets.clusters(aims, CLUSTERS, SEED)
    english = judged.translations(pairs, rows)
    return lessons.Lesson(rows, aims, clusters, sentences, every, lines, pairs, english, tokenizer, alter)


def deep(folders: Folders, static: Path, plan: Plan = NEW, before: Path | None = None) -> Path:
    """Make the deep model, or teach the one in the folder `before` further, and write it to `folders.output`.

    The state after each chapter lies in `folders.cache`; a run broken off goes on from there. Returns the folder of
    the model.
    """
    began, own = time.monotonic(), plan.own
    forbidden = leaks.forbidden(folders.measured)
    found = material.gather(folders.corpora, folders.adverts, forbidden, SEED)
    lesson = prepare(found, folders, static, forbidden)
    log.info("%d rows ready after %.0f s", len(lesson.rows), time.monotonic() - began)
    lesson, student = begun(lesson, static, own) if before is None else further.opened(lesson, before, own)
    old = {name: value.detach().clone() for name, value in student.weights().items()}
    english = teachers.Remembered("minilm", folders.cache).vectors([row.left for row in found.held])
    opinions = held.opinions(forbidden.resembles)

    def look() -> dict[str, float]:
        encode = lessons.encoder(student, lesson.tokenizer)
        return held.figures(encode, found.held, found.held_adverts, english) | opinions.figures(encode)

    def after(number: int) -> None:
        if number % LOOKED == 0:
            log.info("%s", look())

    value = account(lesson, found, plan)
    name = "deep" if before is None else f"further-{further.fingerprint(before)}"
    state = folders.cache / f"{name}-{digest(value)}.pt"  # of this plan and as many rows: no other's
    chapters = lessons.Chapters(lesson, own, plan.units, plan.ordered)
    teach.teach(student, chapters, plan.chapters, plan.fall, state, after)
    if before is not None:
        further.mix(student, old)
    lean_on(static, student, lesson)
    value["held_out"] = {name: round(figure, 4) for name, figure in look().items()}
    export.write(folders.output, lesson.tokenizer, student.body, student.table.rows.numpy())
    if before is not None:
        value["newer_weights"] = further.NEWER
    (folders.output / "training.json").write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
    return folders.output


def begun(lesson: lessons.Lesson, static: Path, own: teach.Settings) -> tuple[lessons.Lesson, teach.Student]:
    """A new student: MiniLM's body, pieces glossed by the static model."""
    known = start.minilm()
    return lesson, teach.Student(known.body, start.first(lesson.tokenizer, static, known), own)


def lean_on(static: Path, student: teach.Student, lesson: lessons.Lesson) -> None:
    """Let the student's rare pieces lean on the static model."""
    often = lean.met(lesson.rows, lesson.tokenizer, student.own.indonesian)
    rows = lean.leaned(student.table.rows.numpy(), often, lesson.tokenizer, static, start.minilm())
    student.table.rows.copy_(torch.from_numpy(rows))


def account(lesson: lessons.Lesson, found: material.Material, plan: Plan) -> dict[str, object]:
    """What a model is made of and how."""
    return {
        "rows": dict(sorted(Counter(row.source for row in lesson.rows).items()))
        | {units.NAME: sum(len(unit.criteria) for unit in lesson.units), judged.NAME: len(lesson.judged)},
        "leaked": dict(sorted(found.leaked.items())),
        "settings": asdict(plan.own)
        | {
            "chapters": plan.chapters,
            "fall": plan.fall,
            "units": [plan.units.start, plan.units.stop],
            "ordered": [plan.ordered.start, plan.ordered.stop],
            "shares": SHARES,
            "trust": lean.TRUST,
        },
        "pieces": lesson.tokenizer.get_vocab_size(),
    }


def digest(value: dict[str, object]) -> str:
    """A name of twelve letters and digits for what a run is made of."""
    return hashlib.blake2b(json.dumps(value, sort_keys=True).encode(), digest_size=6).hexdigest()
