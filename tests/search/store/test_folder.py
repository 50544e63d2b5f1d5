"""An index is whole or absent: crashes at every step, flipped bytes anywhere, wrong pairs."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from world import FailingDisk

from search.errors import IndexDamagedError, IndexMismatchError, IndexMissingError, IndexStoreError
from search.store.folder import Disk, build_in_force, read_build, write_build
from search.store.manifest import Manifest, check_encoder, check_text, read_manifest

OLD = {"a.json": b"old a", "b.npy": b"old b"}
NEW = {"a.json": b"new a", "b.npy": b"new b", "c.txt": b""}
MANIFEST = Manifest(encoder="m", fingerprint="f" * 32, dim=3, passages=2, sources={"x.md": "1"})


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write_build(tmp_path, MANIFEST, OLD)
    manifest, parts = read_build(tmp_path)
    assert parts == OLD
    assert (manifest.encoder, manifest.dim, manifest.sources) == ("m", 3, {"x.md": "1"})


def test_a_crash_at_any_step_leaves_old_or_new(tmp_path: Path) -> None:
    finished = False
    for step in range(100):
        folder = tmp_path / str(step)
        write_build(folder, MANIFEST, OLD)
        try:
            write_build(folder, MANIFEST, NEW, FailingDisk(step))
            finished = True
        except IndexStoreError:
            pass
        assert read_build(folder)[1] in (OLD, NEW)
        write_build(folder, MANIFEST, NEW)  # and the next writer cleans up behind the crash
        assert read_build(folder)[1] == NEW
        assert sorted(path.name[:6] for path in folder.iterdir()) == [".lock", "CURREN", "build-"]
        if finished:
            break
    assert finished
    assert step > 8


def test_a_crash_of_the_first_build_leaves_none(tmp_path: Path) -> None:
    for step in range(8):
        folder = tmp_path / str(step)
        with pytest.raises(IndexStoreError, match=r"cannot be written: .*disk full"):
            write_build(folder, MANIFEST, NEW, FailingDisk(step))
        with pytest.raises(IndexMissingError):
            read_build(folder)


def test_the_same_build_again_touches_nothing(tmp_path: Path) -> None:
    write_build(tmp_path, MANIFEST, OLD)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file() and path.name != ".lock"}
    write_build(tmp_path, MANIFEST, OLD)
    assert {path: path.stat().st_mtime_ns for path in before} == before


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_every_flipped_byte_is_noticed(tmp_path: Path, data: st.DataObject) -> None:
    write_build(tmp_path, MANIFEST, OLD)
    files = sorted(path for path in tmp_path.rglob("*") if path.is_file() and path.name != ".lock")
    path = data.draw(st.sampled_from(files))
    content = bytearray(path.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content)
    with pytest.raises(IndexStoreError, match=r"Rebuild with: padan index|Build one with"):
        read_build(tmp_path)
    path.unlink()
    write_build(tmp_path, MANIFEST, OLD)  # repairs it
    assert read_build(tmp_path)[1] == OLD


def test_a_missing_part_and_a_missing_index_are_named(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match=r"There is no index in .*absent\. Build one with: padan index -o"):
        read_build(tmp_path / "absent")
    write_build(tmp_path, MANIFEST, OLD)
    next(tmp_path.rglob("a.json")).unlink()
    with pytest.raises(IndexDamagedError, match=r"lacks a\.json"):
        read_build(tmp_path)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"format": 99}, "format 99 but this padan reads format 4"),
        ({"text": "normalise-0"}, "text rules 'normalise-0'"),
        ({"stemmer": "other"}, "stemmer 'other'"),
        ({"dim": 4}, r"\(4 dims\) but the model 'm' gives 3"),
        ({"fingerprint": "0" * 32}, r"'m' \(00000000\) but the model at hand is ffffffff"),
    ],
)
def test_a_wrong_pair_is_refused(change: dict[str, object], message: str) -> None:
    import json

    fields = {**json.loads(MANIFEST.to_json()), **change}
    with pytest.raises(IndexMismatchError, match=message + ".*Rebuild with: padan index"):
        _check_all(json.dumps(fields).encode())


def _check_all(described: bytes) -> None:
    manifest = read_manifest(described)
    check_text(manifest)
    check_encoder(manifest, "m", "f" * 32, 3)


@given(st.binary(max_size=200))
def test_a_manifest_of_any_bytes_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(IndexStoreError):
        read_manifest(data)


def test_the_remedy_names_the_folder(tmp_path: Path) -> None:
    write_build(tmp_path / "my index", MANIFEST, OLD)
    next(tmp_path.rglob("a.json")).write_bytes(b"other")
    with pytest.raises(IndexDamagedError, match=r"Rebuild with: padan index -o '/.*/my index'$"):
        read_build(tmp_path / "my index")


REMEDY = r"\. Name another folder with -o, or mend its permissions\.$"


def test_a_file_in_the_folders_place_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for act in (read_build, build_in_force):
        with pytest.raises(IndexStoreError, match=r"file cannot be read: .*file/CURRENT: Not a directory" + REMEDY):
            act(tmp_path / "file")
    with pytest.raises(IndexStoreError, match=r"cannot be written: .*file: File exists" + REMEDY):
        write_build(tmp_path / "file", MANIFEST, OLD)


def test_a_folder_in_the_pointers_place_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").mkdir()
    with pytest.raises(IndexStoreError, match=r"cannot be read: .*CURRENT: Is a directory" + REMEDY):
        read_build(tmp_path)
    with pytest.raises(IndexStoreError, match=r"cannot be written: .*: Is a directory" + REMEDY):
        write_build(tmp_path, MANIFEST, OLD)


def test_a_part_that_may_not_be_read_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_build(tmp_path, MANIFEST, OLD)
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "a.json":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(IndexStoreError, match=r"cannot be read: .*a\.json: Permission denied" + REMEDY):
        read_build(tmp_path)


def test_a_folder_is_flushed_before_it_gets_its_name(tmp_path: Path) -> None:
    acts: list[tuple[str, str]] = []

    class Watched(Disk):
        def flush(self, folder: Path) -> None:
            acts.append(("flush", folder.suffix))

        def move(self, source: Path, target: Path) -> None:
            acts.append(("move", source.suffix))
            super().move(source, target)

    write_build(tmp_path, MANIFEST, OLD, Watched())
    assert acts == [("flush", ".part"), ("move", ".part"), ("move", ".new")]
