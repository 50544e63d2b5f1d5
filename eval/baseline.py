"""What the default system reached on the test split, kept as a file, so that a change that costs quality is noticed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from eval.figures import Figure
from eval.labelled import SETS, Split, load_set
from eval.systems import DEFAULT
from eval.trial import try_systems
from eval.world import World
from search.errors import InputError
from search.resources import data_dir

Figures = Mapping[str, Mapping[str, Figure]]  # set → measure → figure
_LESS_IS_BETTER = frozenset({"ECE", "ECE confidence"})


def baseline_file() -> Path:
    """Where the figures are kept."""
    return data_dir() / "eval" / "baseline.json"


def measure_default(world: World) -> dict[str, dict[str, Figure]]:
    """The default system on the test split of every set."""
    trial = try_systems(world, [load_set(name) for name in SETS], Split.TEST, [DEFAULT])
    return {
        hearing.labelled.name: next(verdict.figures for verdict in hearing.verdicts if verdict.by == "all")
        for hearing in trial.hearings
    }


def write_baseline(figures: Figures, path: Path) -> None:
    """Keep figures, in place of those kept before."""
    kept = {name: {measure: asdict(figure) for measure, figure in found.items()} for name, found in figures.items()}
    document = {"system": DEFAULT, "split": str(Split.TEST), "figures": kept}
    path.write_text(json.dumps(document, indent=1) + "\n", "utf-8")


def read_baseline(path: Path) -> dict[str, dict[str, Figure]]:
    """The figures kept; raises InputError where there are none."""
    if not path.is_file():
        raise InputError(f"{path.name} is not there. Write it with: padan eval --split test --write-baseline")
    figures = json.loads(path.read_text("utf-8"))["figures"]
    return {name: {measure: Figure(**one) for measure, one in found.items()} for name, found in figures.items()}


def fallen(now: Figures, kept: Figures) -> Iterator[str]:
    """One line for each figure that is worse than the interval kept for it, or no longer measured."""
    for name, figures in kept.items():
        for measure, figure in figures.items():
            found = now.get(name, {}).get(measure)
            if found is None:
                yield f"{name} {measure} is no longer measured"
            elif measure in _LESS_IS_BETTER and found.mean > figure.high:
                yield f"{name} {measure} is {found.mean}, above {figure.high}"
            elif measure not in _LESS_IS_BETTER and found.mean < figure.low:
                yield f"{name} {measure} is {found.mean}, below {figure.low}"
