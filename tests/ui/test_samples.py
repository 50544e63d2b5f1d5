"""The texts a visitor can try."""

from pathlib import Path

from padan.ui.language import samples as labels
from padan.ui.samples import Sample, samples


def test_names_come_from_files_and_hold_no_markup(tmp_path: Path) -> None:
    for name in ("lowongan-kasir.txt", "cv-juru_masak*.txt", "SOURCES.md"):
        (tmp_path / name).write_text("Beras dicuci\n", "utf-8")
    found = samples(tmp_path)
    assert found == (
        Sample("CV juru masak", "cv", tmp_path / "cv-juru_masak*.txt"),
        Sample("Lowongan kasir", "job", tmp_path / "lowongan-kasir.txt"),
    )
    assert found[1].read() == "Beras dicuci\n"


def test_every_bundled_sample_has_a_label_and_every_label_a_sample() -> None:
    assert {f"sample.{sample.path.stem}" for sample in samples()} == labels.TABLE.keys()


def test_no_folder_no_samples(tmp_path: Path) -> None:
    assert samples(tmp_path / "nowhere") == ()
