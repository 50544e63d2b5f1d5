"""A model's identity: the hash of its files."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def hash_files(folder: Path, names: Iterable[str], extra: str = "") -> str:
    """BLAKE2b over names and contents of files, plus `extra` such as prefixes → 32 hex digits."""
    digest = hashlib.blake2b(extra.encode(), digest_size=16)
    for name in sorted(names):
        digest.update(f"\0{name}\0".encode())
        with (folder / name).open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()
