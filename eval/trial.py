"""One run of the court: a split, the sets heard on it, and which systems there were."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from eval.court import Hearing, hear
from eval.labelled import LabelledSet, Split
from eval.systems import OWN, Entry, chosen
from eval.world import World


@dataclass(frozen=True, slots=True)
class Trial:
    """What was measured on a split, and with what."""

    split: Split
    systems: dict[str, str]  # name → what it is
    encoder: str  # of the index
    hearings: tuple[Hearing, ...]

    def to_dict(self) -> dict[str, Any]:
        """The shape of `padan eval --json`, without the answers themselves."""
        names = [hearing.labelled.name for hearing in self.hearings]
        return {
            "set": names[0] if len(names) == 1 else "all",
            "sets": names,
            "split": str(self.split),
            "encoder": self.encoder,
            "systems": self.systems,
            "own": [name for name in OWN if name in self.systems],
            "verdicts": [asdict(verdict) for hearing in self.hearings for verdict in hearing.verdicts],
            "pairs": [asdict(pair) for hearing in self.hearings for pair in hearing.pairs],
            "proofs": [asdict(proof) for hearing in self.hearings for proof in hearing.proofs],
            "texts": {hearing.labelled.name: hearing.texts for hearing in self.hearings},
            "skipped": {name: why for hearing in self.hearings for name, why in hearing.skipped.items()},
        }


def try_systems(
    world: World, labelled: Sequence[LabelledSet], split: Split, names: Sequence[str] | None = None
) -> Trial:
    """Hear systems (all without names) on the texts of a split; raises InputError for an unknown system."""
    entries: Mapping[str, Entry] = chosen(names)
    hearings = tuple(hear(world, one.of(split), entries, insist=bool(names)) for one in labelled)
    heard = {name for hearing in hearings for name in (*hearing.answers, *hearing.skipped)}
    about = {name: entry.about for name, entry in entries.items() if name in heard}
    return Trial(split, about, world.encoder.name, hearings)
