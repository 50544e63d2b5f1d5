"""What `padan eval` measures on: an index in memory of the bundled decrees, or the folder named."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from padan.places import default_decrees
from search.errors import MissingExtraError
from search.store import open_index

if TYPE_CHECKING:
    from eval.court import Verdict


def evaluate_systems(
    name: str, systems: Sequence[str] | None, folder: Path | None, encoder: str | None
) -> "tuple[Verdict, ...]":
    """Measure systems (all when none is named) on a labelled set; raises MissingExtraError without ir-measures."""
    if find_spec("ir_measures") is None:
        raise MissingExtraError("ir-measures", "eval")
    from eval.court import try_systems
    from eval.labelled import load_set
    from eval.systems import SYSTEMS
    from indexer.build import index_of_files

    labelled = load_set(name)
    index = open_index(folder) if folder else index_of_files([default_decrees()], encoder)
    return try_systems(index, labelled, systems or list(SYSTEMS))
