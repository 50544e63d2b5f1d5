"""Files beside the decrees, of labels and of examples: those bundled and the user's own, known by their content."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from indexer.read.content import file_content
from search.errors import InputError


class Beside(Protocol):
    """What is known of such a file, whatever it holds."""

    @property
    def source(self) -> str:
        """Its name, without its folder."""

    @property
    def digest(self) -> str:
        """The hash of its content."""

    @property
    def bundled(self) -> bool:
        """Whether it comes with Padan."""


File = TypeVar("File", bound=Beside)
Make = Callable[[str, str, bytes, bool], File]  # name, digest, content, whether it is bundled


def read_beside(
    bundled: Sequence[Path], own: Sequence[Path], known: Sequence[File], version: str, most: int, make: Make[File]
) -> tuple[File, ...]:
    """The bundled files, then the user's `own`; those `known` by their content are not made again.

    `version` names the reader, `most` the bytes a file may have. Raises `InputError` for a file that cannot be read,
    and for two of the user's of one name, by which an index tells them apart.
    """
    made = {(file.source, file.digest, file.bundled): file for file in known}
    files: list[File] = []
    names: dict[str, Path] = {}
    for path in dict.fromkeys([*bundled, *(path.resolve() for path in own)]):
        shipped, data = path in bundled, file_content(path, most)
        if not shipped and names.setdefault(path.name, path) != path:
            raise InputError(f"{names[path.name]} and {path} have one name. Rename one of them.")
        digest = hashlib.blake2b(f"{version}\0".encode() + data, digest_size=16).hexdigest()
        files.append(made.get((path.name, digest, shipped)) or make(path.name, digest, data, shipped))
    return tuple(files)
