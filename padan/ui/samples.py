"""The bundled texts a visitor can try before pasting one."""

from dataclasses import dataclass
from pathlib import Path

from search.resources import data_dir
from search.types import DocumentKind


@dataclass(frozen=True, slots=True)
class Sample:
    """One bundled advert or CV; its name is made of letters, digits and spaces only."""

    name: str
    kind: DocumentKind
    path: Path

    def read(self) -> str:
        """The text itself."""
        return self.path.read_text("utf-8")


def samples(folder: Path | None = None) -> tuple[Sample, ...]:
    """The samples of a folder (default: the bundled one), by file name; none where there is no such folder."""
    return tuple(_sample(path) for path in sorted((folder or data_dir() / "samples").glob("*.txt")))


def _sample(path: Path) -> Sample:
    words = "".join(letter if letter.isalnum() else " " for letter in path.stem).split()
    is_cv = words[0].lower() == "cv"
    name = " ".join(["CV" if is_cv else words[0].capitalize(), *words[1:]])
    return Sample(name, "cv" if is_cv else "job", path)
