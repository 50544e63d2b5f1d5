"""What `padan eval` measures on: an index in memory of the bundled decrees, or the folder named."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from padan.places import default_decrees, figures_file
from search.errors import InputError, MissingExtraError
from search.store import open_index

if TYPE_CHECKING:
    from eval.trial import Trial
    from eval.world import World


@dataclass(frozen=True, slots=True)
class EvalWish:
    """What `padan eval` was asked to measure; without names every set and every system."""

    sets: Sequence[str] = ()
    systems: Sequence[str] = ()
    split: str = "dev"
    index: Path | None = None
    encoder: str | None = None


def evaluate_systems(wish: EvalWish) -> "Trial":
    """Measure systems on labelled sets; raises MissingExtraError without ir-measures."""
    _need_measures()
    from eval.labelled import SETS, Split, load_set
    from eval.systems import chosen
    from eval.trial import try_systems

    chosen(wish.systems)  # a name mistyped shall not wait for the index
    labelled = [load_set(name) for name in dict.fromkeys(wish.sets or SETS)]
    return try_systems(_world(wish), labelled, Split(wish.split), wish.systems)


def write_baseline(wish: EvalWish) -> Path:
    """Keep what Padan reaches on the test split; raises InputError where something else was asked for."""
    if wish.split != "test" or wish.sets or wish.systems or wish.index or wish.encoder:
        raise InputError(
            "The baseline holds Padan's own systems on the whole test split. Write it with: "
            "padan eval --split test --write-baseline"
        )
    _need_measures()
    from eval.baseline import baseline_file, measure_own
    from eval.baseline import write_baseline as write

    write(measure_own(_world(wish)), baseline_file())
    return baseline_file()


def write_figures(wish: EvalWish) -> Path:
    """Keep what every system reaches on the dev split; raises InputError where something else was asked for."""
    if wish != EvalWish():
        raise InputError(
            "The page shows every system on the whole dev split. Write its figures with: padan eval --write-figures"
        )
    trial = evaluate_systems(wish)
    from eval.kept import write_figures as write

    write(trial, figures_file())
    return figures_file()


def _world(wish: EvalWish) -> "World":
    from eval.world import World
    from indexer.build import index_of_files

    return World(open_index(wish.index) if wish.index else index_of_files([default_decrees()], wish.encoder))


def _need_measures() -> None:
    if find_spec("ir_measures") is None:
        raise MissingExtraError("ir-measures", "eval")
