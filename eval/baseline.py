"""What Padan reached on the test split, kept as a file, so that a change that costs quality is noticed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from eval.figures import Figure
from eval.labelled import SETS, Split, load_set
from eval.systems import OWN, systems
from eval.trial import try_systems
from eval.world import World
from search.errors import InputError
from search.resources import data_dir

Figures = Mapping[str, Mapping[str, Mapping[str, Figure]]]  # system → set → measure → figure
_LESS_IS_BETTER = frozenset({"ECE", "ECE confidence"})


def baseline_file() -> Path:
    """Where the figures are kept."""
    return data_dir() / "eval" / "baseline.json"


def measure_own(world: World) -> dict[str, dict[str, dict[str, Figure]]]:
    """Padan's answers on the test split of every set: fast, and deep where the deep encoder is here."""
    names = [name for name in OWN if name in systems()]
    trial = try_systems(world, [load_set(name) for name in SETS], Split.TEST, names)
    found: dict[str, dict[str, dict[str, Figure]]] = {name: {} for name in names}
    for hearing in trial.hearings:
        for verdict in hearing.verdicts:
            if verdict.by == "all":
                found[verdict.system][hearing.labelled.name] = verdict.figures
    return found


def write_baseline(figures: Figures, path: Path) -> None:
    """Keep figures, in place of those kept before."""
    kept = {
        system: {name: {measure: asdict(one) for measure, one in found.items()} for name, found in sets.items()}
        for system, sets in figures.items()
    }
    path.write_text(json.dumps({"split": str(Split.TEST), "systems": kept}, indent=1) + "\n", "utf-8")


def read_baseline(path: Path) -> dict[str, dict[str, dict[str, Figure]]]:
    """The figures kept; raises InputError where there are none."""
    if not path.is_file():
        raise InputError(f"{path.name} is not there. Write it with: padan eval --split test --write-baseline")
    kept = json.loads(path.read_text("utf-8"))["systems"]
    return {
        system: {name: {measure: Figure(**one) for measure, one in found.items()} for name, found in sets.items()}
        for system, sets in kept.items()
    }


def fallen(now: Figures, kept: Figures) -> Iterator[str]:
    """One line for each figure of a system measured that is worse than the interval kept, or no longer measured."""
    for system, sets in kept.items():
        for name, figures in sets.items() if system in now else ():
            for measure, figure in figures.items():
                found = now[system].get(name, {}).get(measure)
                what = f"{system}: {name} {measure}"
                if found is None:
                    yield f"{what} is no longer measured"
                elif measure in _LESS_IS_BETTER and found.mean > figure.high:
                    yield f"{what} is {found.mean}, above {figure.high}"
                elif measure not in _LESS_IS_BETTER and found.mean < figure.low:
                    yield f"{what} is {found.mean}, below {figure.low}"
