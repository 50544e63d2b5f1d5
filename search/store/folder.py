"""A folder that holds one build, whole or not at all.

    DIR/CURRENT            the name of the build in force
    DIR/build-<hash>/      manifest.json and the parts; <hash> is that of the manifest, which holds those of the parts

A build is written in a folder aside, flushed, renamed, and only then does one rename of CURRENT put it in force.
Readers take whatever CURRENT names. So a crash at any step leaves the old build in force, and a flipped byte anywhere
breaks a hash.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from filelock import FileLock

from search.errors import IndexDamagedError, IndexMissingError, IndexStoreError
from search.store.manifest import Manifest, Part, read_manifest, rebuild

_POINTER, _MANIFEST = "CURRENT", "manifest.json"
_LARGEST = 8 << 30  # bytes; no part of an index of half a million criteria comes near it


class Disk:
    """The few ways this room touches a disk, so that a test can make each of them fail."""

    def make(self, folder: Path) -> None:
        """Create a folder and its parents."""
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, path: Path, data: bytes) -> None:
        """Write a file and flush it to the disk."""
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def sync(self, path: Path) -> None:
        """Flush a file to the disk that somebody else wrote."""
        with path.open("rb+") as file:
            os.fsync(file.fileno())

    def move(self, source: Path, target: Path) -> None:
        """Rename over whatever is there, and flush the folder's entry."""
        os.replace(source, target)  # noqa: PTH105 - Path.replace is the same call; the name says what is meant
        _flush_folder(target.parent)

    def flush(self, folder: Path) -> None:
        """Flush a folder's own entries, which flushing its files does not."""
        _flush_folder(folder)

    def remove(self, folder: Path) -> None:
        """Remove a folder with all it holds."""
        shutil.rmtree(folder, ignore_errors=True)


def write_build(folder: Path, manifest: Manifest, parts: Mapping[str, bytes], disk: Disk | None = None) -> Manifest:
    """Put a build in force; a build equal to the one in force costs nothing but its hashes."""
    with locked(folder, disk):
        return put_build(folder, manifest, parts, disk)


@contextmanager
def locked(folder: Path, disk: Disk | None = None) -> Iterator[None]:
    """Make a folder and keep other writers out of it; whoever merges holds this from reading to writing."""
    lock = FileLock(folder / ".lock")
    with _in_words(folder, "written"):
        (disk or Disk()).make(folder)
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def put_build(folder: Path, manifest: Manifest, parts: Mapping[str, bytes], disk: Disk | None = None) -> Manifest:
    """`write_build` for a caller who holds the folder's lock already."""
    disk = disk or Disk()
    whole = replace(manifest, parts={name: Part(len(data), _digest(data)) for name, data in sorted(parts.items())})
    described = whole.to_json()
    name = f"build-{_digest(described)}"
    with _in_words(folder, "written"):
        if not _in_force(folder, name, parts):
            _write_aside(folder, name, {**parts, _MANIFEST: described}, disk)
            disk.write(folder / f"{_POINTER}.new", name.encode())
            disk.move(folder / f"{_POINTER}.new", folder / _POINTER)
        _sweep(folder, name, disk)
    return whole


def read_build(folder: Path) -> tuple[Manifest, dict[str, bytes]]:
    """Read the build in force, every byte checked against its hash.

    Raises IndexMissingError, IndexDamagedError, IndexMismatchError for an unknown format, or IndexStoreError where the
    disk refuses.
    """
    with _in_words(folder, "read"):
        return _read_in_force(folder)


def _read_in_force(folder: Path) -> tuple[Manifest, dict[str, bytes]]:
    for last_try in (False, True):
        name = _pointer(folder)
        try:
            return _read_parts(folder / name, name)
        except FileNotFoundError as error:  # a writer may have swept this build after we read its name
            if last_try or _pointer(folder) == name:
                raise IndexDamagedError(
                    f"Index in {folder} lacks {Path(error.filename).name}. {rebuild(folder)}"
                ) from error
    raise AssertionError("unreachable")


def build_in_force(folder: Path) -> str | None:
    """The name of the build in force, which changes whenever the index does; None where there is no index."""
    try:
        with _in_words(folder, "read"):
            return _pointer(folder)
    except IndexMissingError:
        return None


@contextmanager
def _in_words(folder: Path, done: str) -> Iterator[None]:
    """Turn what the disk refuses into one line: what, where, why, remedy."""
    try:
        yield
    except OSError as error:
        raise IndexStoreError(
            f"Index in {folder} cannot be {done}: {error.filename or folder}: {error.strerror or error}. "
            "Name another folder with -o, or mend its permissions."
        ) from error


def _pointer(folder: Path) -> str:
    try:
        name = (folder / _POINTER).read_bytes().decode("ascii", "replace")
    except FileNotFoundError as error:
        raise IndexMissingError(f"There is no index in {folder}. Build one with: padan index -o {folder}") from error
    if not name.startswith("build-") or not name[6:].isalnum():
        raise IndexDamagedError(f"Index in {folder}: {_POINTER} does not name a build. {rebuild(folder)}")
    return name


def _read_parts(build: Path, name: str) -> tuple[Manifest, dict[str, bytes]]:
    folder = build.parent
    described = (build / _MANIFEST).read_bytes()
    if f"build-{_digest(described)}" != name:
        raise IndexDamagedError(f"Index in {folder}: {_MANIFEST} was changed or damaged. {rebuild(folder)}")
    manifest = read_manifest(described, folder)
    parts: dict[str, bytes] = {}
    for part, expected in manifest.parts.items():
        path = build / part
        if path.stat().st_size != expected.size or expected.size > _LARGEST:
            raise IndexDamagedError(f"Index in {folder}: {part} has the wrong size. {rebuild(folder)}")
        parts[part] = path.read_bytes()
        if _digest(parts[part]) != expected.digest:
            raise IndexDamagedError(f"Index in {folder}: {part} was changed or damaged. {rebuild(folder)}")
    return manifest, parts


def _in_force(folder: Path, name: str, parts: Mapping[str, bytes]) -> bool:
    try:
        return _pointer(folder) == name and _read_parts(folder / name, name)[1] == dict(parts)
    except (IndexMissingError, IndexDamagedError, OSError):
        return False


def _write_aside(folder: Path, name: str, files: Mapping[str, bytes], disk: Disk) -> None:
    aside = folder / f".{name}.part"
    disk.remove(aside)
    disk.make(aside)
    for file, data in files.items():
        disk.write(aside / file, data)
    disk.flush(aside)
    disk.remove(folder / name)  # a damaged or half-removed build of the same name
    disk.move(aside, folder / name)


def _sweep(folder: Path, keep: str, disk: Disk) -> None:
    """Remove builds that are no longer in force, and what a crashed writer left."""
    for old in sorted(folder.iterdir()):
        if old.is_dir() and old.name != keep and (old.name.startswith("build-") or old.suffix == ".part"):
            disk.remove(old)


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":  # other systems cannot open a folder to flush it
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
