"""What an index says about itself: its format, what made it, and the hash of every file in it."""

import json
import shlex
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from search.errors import IndexDamagedError, IndexMismatchError
from search.text import normalise, slang, stem, tokens

FORMAT = 4  # 2: vectors of the deep encoder; 3: what worked examples taught; 4: large catalogues in two tables
TEXT_VERSION = f"normalise-{normalise.VERSION}/tokens-{tokens.VERSION}/slang-{slang.VERSION}"


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the index: its size in bytes and the BLAKE2b hash of its content."""

    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Chance:
    """What a sentence of unrelated work scores at best in an index: median, and spread as a standard deviation."""

    middle: float = 0.0
    spread: float = 1.0


@dataclass(frozen=True, slots=True)
class Deep:
    """The second set of vectors: the encoder that made it, and what chance reaches where both encoders score."""

    encoder: str
    fingerprint: str
    dim: int
    chance: Chance = field(default_factory=Chance)
    chance_of_decree: Chance | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything a reader checks before it trusts an index."""

    encoder: str  # the name to load it by
    fingerprint: str  # of the encoder's files
    dim: int
    passages: int
    sources: dict[str, str] = field(default_factory=dict)  # decree's name → hash of the file its text comes from
    parts: dict[str, Part] = field(default_factory=dict)
    chance: Chance = field(default_factory=Chance)
    chance_of_decree: Chance | None = None  # the same without alternative labels, which say nothing of a criterion
    taught: dict[str, str] = field(default_factory=dict)  # depth → digest of what examples taught for it
    deep: Deep | None = None  # absent from an index that answers fast only
    format: int = FORMAT
    text: str = TEXT_VERSION
    stemmer: str = stem.VERSION

    def to_json(self) -> bytes:
        """Canonical bytes: sorted keys, so that equal manifests are equal files."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True).encode()


def rebuild(folder: Path | None = None) -> str:
    """The remedy of an index that cannot be used; it names the folder where that is known."""
    return "Rebuild with: padan index" + (f" -o {shlex.quote(str(folder))}" if folder else "")


def read_manifest(data: bytes, folder: Path | None = None) -> Manifest:
    """Parse a manifest and refuse a format this version does not know."""
    try:
        fields = json.loads(data)
        known = fields["format"]
        if known != FORMAT:
            raise IndexMismatchError(
                f"The index has format {known} but this padan reads format {FORMAT}. {rebuild(folder)}"
            )
        parts = {name: Part(**part) for name, part in fields.pop("parts").items()}
        deep = fields.pop("deep")
        return Manifest(parts=parts, deep=Deep(**_with_chance(deep)) if deep else None, **_with_chance(fields))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise IndexDamagedError(f"The index's manifest.json is not a manifest. {rebuild(folder)}") from error


def _with_chance(fields: dict[str, Any]) -> dict[str, Any]:
    """Fields of a set of vectors, what chance reaches in it as records."""
    of_decree = fields["chance_of_decree"]  # none in an index without labels
    return {
        **fields,
        "chance": Chance(**fields["chance"]),
        "chance_of_decree": Chance(**of_decree) if of_decree else None,
    }


def check_text(manifest: Manifest, folder: Path | None = None) -> None:
    """Refuse an index whose words were cut or stemmed in another way than this version does."""
    for what, built, here in (("text rules", manifest.text, TEXT_VERSION), ("stemmer", manifest.stemmer, stem.VERSION)):
        if built != here:
            raise IndexMismatchError(
                f"The index was built with {what} '{built}' but this padan has '{here}'. {rebuild(folder)}"
            )


def check_encoder(built: Manifest | Deep, name: str, fingerprint: str, dim: int) -> None:
    """Refuse to compare vectors of two different models."""
    if built.dim != dim:
        raise IndexMismatchError(
            f"Index was built with '{built.encoder}' ({built.dim} dims) but the model '{name}' gives {dim}. "
            "Rebuild with: padan index"
        )
    if built.fingerprint != fingerprint:
        raise IndexMismatchError(
            f"Index was built with '{built.encoder}' ({built.fingerprint[:8]}) "
            f"but the model at hand is {fingerprint[:8]}. "
            "Rebuild with: padan index"
        )
