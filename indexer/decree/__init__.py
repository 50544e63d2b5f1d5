"""Blocks → `Decree`: what an SKKNI decree says, and where it contradicts itself."""

from collections.abc import Sequence
from pathlib import Path

from indexer.decree.parse import parse_decree
from indexer.read import read_blocks
from search.types import Decree

__all__ = ["parse_decree", "read_decree"]


def read_decree(path: Path, besides: Sequence[str] = ()) -> Decree:
    """The decree in a file; raises `DecreeError` with one line when there is none.

    besides: suffixes of files that are read by others, for the message.
    """
    return parse_decree(read_blocks(path, besides), path.name)
