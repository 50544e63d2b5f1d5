"""Fit what turns scores into probabilities on the dev split, and write it where the library reads it.

    python -m eval.calibrate            # fit, print, write search/match/calibration.json
    python -m eval.calibrate --dry-run  # fit and print

Three logistic regressions for each depth, with worked examples and without: whether anything in the catalogue fits a
text, whether a unit belongs to an advert (grade 2 against none; grade 1 is left out), whether a criterion is evidenced
by a CV. Their features are distances above what chance reaches in the index at hand, so that they hold for other
catalogues and encoders. Printed figures are of ten folds by text: no text is judged by what it taught.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.figures import auc, calibration
from eval.labelled import LabelledSet, Split, load_set
from eval.ranking import ASKED
from eval.world import World
from indexer.build import index_of_files
from search.encode import DEEP, has_encoder
from search.match import read_text
from search.match.calibration import FILE, Features, Logistic, key
from search.match.judge import Judge
from search.match.totals import text_features, unit_features, unit_totals
from search.rank import Scorer
from search.resources import data_dir

Numbers = NDArray[np.float64]
_FOLDS = 10
_RIDGE = 1.0  # keeps weights small where the data say little
_STEPS = 50
_RUNS = (1, 8)  # lines of unrelated work that make one text
_UNRELATED = 1 / 8  # of the judged criteria: how much such texts count among CVs, which are read against units they fit


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one regression learns from: rows of features, labels, the text each row is of, and how much it counts."""

    name: str
    features: Features  # [n, n_features]
    labels: Numbers  # [n]
    texts: NDArray[np.int64]  # [n]
    weights: Numbers  # [n]
    judged: int  # the first so many rows are of judged texts


def fit(lesson: Lesson, rows: NDArray[np.bool_] | None = None) -> Logistic:
    """Newton's method on the ridge-penalised likelihood of some rows, all without."""
    kept = np.ones(len(lesson.labels), dtype=np.bool_) if rows is None else rows
    features, labels, counts = lesson.features[kept], lesson.labels[kept], lesson.weights[kept]
    middle, scale = features.mean(axis=0), np.maximum(features.std(axis=0), 1e-9)
    design = np.column_stack([np.ones(len(features)), (features - middle) / scale])
    ridge = np.diag([0.0, *[_RIDGE] * features.shape[1]])
    found = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        said = 1 / (1 + np.exp(-design @ found))
        slope = design.T @ (counts * (said - labels)) + ridge @ found
        found = found - np.linalg.solve((design * (counts * said * (1 - said))[:, None]).T @ design + ridge, slope)
    weights = found[1:] / scale
    return Logistic(tuple(np.round(weights, 4).tolist()), round(float(found[0] - weights @ middle), 4))


def held_out(lesson: Lesson) -> Numbers:
    """[n]: each row's probability by a regression that saw none of its text."""
    said = np.zeros(len(lesson.labels))
    for fold in range(_FOLDS):
        out = lesson.texts % _FOLDS == fold
        if out.any():
            said[out] = fit(lesson, ~out).probabilities(lesson.features[out])
    return said


def scorers() -> Iterator[Scorer]:
    """Of the bundled catalogue, without and with worked examples, at each depth whose encoder is here."""
    world = World(index_of_files([data_dir() / "decrees"]))
    for known in ("labels", "examples"):
        yield Scorer(world.index(known), world.encoder)
        if has_encoder(DEEP):
            yield Scorer(world.index(known, "deep"), world.encoder, world.deep())


def lessons(scorer: Scorer) -> Iterator[Lesson]:
    """The three of them."""
    adverts, queries, cvs = (load_set(name).of(Split.DEV) for name in ("adverts", "queries", "cvs"))
    yield _of_texts(scorer, adverts, queries)
    yield _of_units(scorer, adverts, queries)
    yield _of_criteria(scorer, cvs)


def _of_texts(scorer: Scorer, adverts: LabelledSet, queries: LabelledSet) -> Lesson:
    """Adverts and queries that fit, against adverts and runs of duties of other trades; each source counts alike."""
    fitting = [[text.text for text in adverts.texts if text.id in adverts.grades], [one.text for one in queries.texts]]
    others = [[text.text for text in adverts.texts if text.id not in adverts.grades], *map(_unrelated, _RUNS)]
    features, labels, weights = [], [], []
    for label, sources in ((1.0, fitting), (0.0, others)):
        for source in sources:
            reads = [read for text in source if (read := read_text(scorer, text, "job")).proofs]
            features += [text_features(read, scorer.is_taught) for read in reads]
            labels += [label] * len(reads)
            weights += [1 / (len(sources) * len(reads))] * len(reads)
    scaled = np.array(weights) * len(weights) / 2
    return Lesson("text", np.concatenate(features), np.array(labels), np.arange(len(labels)), scaled, len(labels))


def _of_units(scorer: Scorer, adverts: LabelledSet, queries: LabelledSet) -> Lesson:
    """Adverts, and the shortest of texts: a text of one duty must not teach nothing."""
    features: list[Features] = []
    labels: list[float] = []
    texts: list[int] = []
    judged = 0
    for labelled in (adverts, queries):
        for number, text in enumerate(labelled.texts, start=len(texts) and texts[-1] + 1):
            read = read_text(scorer, text.text, "job")
            rows = unit_features(read, unit_totals(read), scorer.is_taught)
            grades = [labelled.grades.get(text.id, {}).get(code, 0) for code in scorer.index.unit_codes]
            kept = [place for place, grade in enumerate(grades) if grade in (0, ASKED)]
            features.append(rows[kept])
            labels += [float(grades[place] == ASKED) for place in kept]
            texts += [number] * len(kept)
        judged = judged or len(labels)
    return Lesson("unit", np.concatenate(features), np.array(labels), np.array(texts), np.ones(len(labels)), judged)


def _of_criteria(scorer: Scorer, cvs: LabelledSet) -> Lesson:
    """CVs and the units they are read against; a few texts of other trades, in which nothing is evidenced, besides."""
    features, labels, texts = [], [], []
    for number, text in enumerate(cvs.texts):
        judge = Judge(read_text(scorer, text.text, "cv"), scorer.index)
        evidenced = {(label.unit, label.no): label.evidenced for label in cvs.criteria if label.text == text.id}
        for unit in dict.fromkeys(unit for unit, _ in evidenced):
            features.append(judge.unit(unit).features)
            nos = [scorer.index.passages[row].no for row in judge.columns(unit)]
            labels += [float(evidenced[unit, no]) for no in nos]
            texts += [number] * len(nos)
    judged = len(labels)
    units = sorted({label.unit for label in cvs.criteria})
    for number, lines in enumerate(_unrelated(max(_RUNS) * 2), start=len(cvs.texts)):
        judge = Judge(read_text(scorer, lines, "cv"), scorer.index)
        rows = np.concatenate([judge.unit(unit).features for unit in units])
        features.append(rows)
        labels += [0.0] * len(rows)
        texts += [number] * len(rows)
    weights = np.ones(len(labels))
    weights[judged:] = _UNRELATED * judged / (len(labels) - judged)
    return Lesson("criterion", np.concatenate(features), np.array(labels), np.array(texts), weights, judged)


def _unrelated(lines: int) -> list[str]:
    """Texts of so many duties of other trades each."""
    background = (data_dir() / "background" / "statements.txt").read_text("utf-8").splitlines()
    return ["\n".join(background[at : at + lines]) for at in range(0, len(background), lines)]


def report(lesson: Lesson, said: Numbers, found: Logistic) -> str:
    """One line for a person: how well judged rows are told apart by regressions that did not see their text."""
    said, true = said[: lesson.judged], lesson.labels[: lesson.judged] > 0
    one = np.ones((1, 1))
    loss = -np.log(np.maximum(np.where(true, said, 1 - said), 1e-9)).mean()
    return (
        f"{lesson.name:9} {len(said):5} rows, {int(true.sum())} true: AUROC {auc([said], [true]).of(one)[0]:.3f}, "
        f"log loss {loss:.3f}, ECE {calibration([said], [true]).of(one)[0]:.3f}; "
        f"weights {list(found.weights)}, bias {found.bias}"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit on the bundled catalogue with the bundled encoders; without the deep one its numbers stay as they are."""
    parser = argparse.ArgumentParser(
        prog="python -m eval.calibrate", description=__doc__.splitlines()[0] if __doc__ else ""
    )
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    wish = parser.parse_args(arguments)
    kept = json.loads(FILE.read_text("utf-8"))
    for scorer in scorers():
        name = key(scorer.depth, scorer.is_taught)
        for lesson in lessons(scorer):
            found = fit(lesson)
            print(f"{name} {report(lesson, held_out(lesson), found)}")  # noqa: T201 - a command
            kept.setdefault(name, {})[lesson.name] = {"weights": found.weights, "bias": found.bias}
    if not wish.dry_run:
        FILE.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
