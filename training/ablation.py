"""Short static students that differ in one thing each, measured alike: what a choice is worth."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from search.text.stem import Stemmer
from search.text.tokens import with_words
from training import graded, held, leaks, material, measure, recipe, student, teachers, written
from training.pairs import Row
from training.recipe import Folders, Known

log = logging.getLogger(__name__)
STEMMER = Stemmer()


def table(folders: Folders, yardstick: Path, pieces: Path, rounds: int) -> str:
    """Markdown: one line a student taught for `rounds` rounds, the yardstick's figures and the held-out ones."""
    forbidden = leaks.forbidden(folders.measured)
    found = material.gather(folders.corpora, folders.adverts, forbidden)
    known = recipe.gathered(found, folders, forbidden, 0, pieces)
    english = teachers.Remembered("minilm", folders.cache).vectors([row.left for row in found.held])
    run, figures = measure.yardstick(yardstick), {}
    for name, encode in students(known, rounds):
        second = held.figures(encode, found.held, found.held_adverts, english)
        figures[name] = measure.untimed(run(encode)) | second
        log.info("%s: %s", name, figures[name])
    return measure.table(figures)


def students(known: Known, rounds: int) -> Iterator[tuple[str, teachers.Encode]]:
    """The students by name, each taught when it is asked for."""

    def encoder(rows: NDArray[np.float32]) -> teachers.Encode:
        return recipe.encoder(known.tokenizer, rows)

    first, second = (taught(known, rounds, seed=seed) for seed in (0, 1))
    one, two = encoder(first), encoder(second)
    yield "the recipe", one
    yield "another seed", two
    yield "both seeds: pieces averaged", encoder((first + second) / np.float32(2))
    yield "both seeds: vectors side by side", lambda texts: teachers.unit(np.hstack([one(texts), two(texts)]))
    for dim in (256, 384):
        yield f"{dim} numbers", encoder(taught(known, rounds, dim))
    stemming = encoder(taught(stemmed_rows(known), rounds))
    yield "stemmed input", lambda texts: stemming([stemmed(text) for text in texts])
    for name, source in (("graded sentences", graded.NAME), ("scenes", written.SCENES_NAME)):
        yield f"no {name}", encoder(taught(without(known, source), rounds))


def taught(known: Known, rounds: int, dim: int = recipe.DIM, seed: int = 0) -> NDArray[np.float32]:
    """The piece vectors of a student."""
    return recipe.alone(recipe.prepare(known, dim), student.Settings(seed=seed), rounds)


def without(known: Known, source: str) -> Known:
    """The same without the rows of one source."""
    aimed = [row for row in known.rows if row.kind in material.WITH_TARGET]
    kept = [i for i, row in enumerate(aimed) if row.source != source]
    rows = [row for row in known.rows if row.source != source]
    return replace(known, rows=rows, by={name: vectors[kept] for name, vectors in known.by.items()})


def stemmed_rows(known: Known) -> Known:
    """The same with every Indonesian side stemmed; the pieces stay, for most stems are pieces."""
    return replace(known, rows=[_stemmed_row(row) for row in known.rows])


def _stemmed_row(row: Row) -> Row:
    left = row.left if row.kind in material.WITH_TARGET else stemmed(row.left)
    return replace(row, left=left, right=stemmed(row.right))


def stemmed(text: str) -> str:
    """The text with each word's stem in its place."""
    return with_words(text.lower(), stem)


@cache
def stem(word: str) -> str:
    """One word's stem, remembered."""
    return STEMMER(word)
