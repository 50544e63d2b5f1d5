"""When an index gets vectors of the deep encoder, and that they are made once."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from world import word_model

from indexer import deep
from indexer.build import build_index
from search import Searcher
from search.encode import DEEP, DEFAULT, load
from search.encode.static import StaticEncoder
from search.errors import EncoderError
from search.store import open_index
from search.types import TextKind, Vectors

DECREE = """KEPUTUSAN MENTERI KETENAGAKERJAAN
NOMOR 3 TAHUN 2023
TENTANG PENETAPAN STANDAR KOMPETENSI KERJA NASIONAL INDONESIA BIDANG TATA BOGA

NO	Kode Unit	Judul Unit Kompetensi
1.	I.55COK00.001.1	Memasak Nasi Goreng
2.	I.55COK00.002.1	Membersihkan Dapur
"""
MORE = DECREE.replace("NOMOR 3", "NOMOR 4").replace("I.55COK", "I.55MIE").replace("Nasi Goreng", "Mi Kuah")


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Bundled models of a few words each, in place of those that come with Padan."""
    for name, dim in ((DEFAULT, 8), (DEEP, 4)):
        word_model(tmp_path / "data" / "models" / name, [DECREE, MORE], dim)
    monkeypatch.setattr(load, "data_dir", lambda: tmp_path / "data")
    load._load.cache_clear()
    yield tmp_path / "data" / "models"
    load._load.cache_clear()


@pytest.fixture
def decree(tmp_path: Path) -> Path:
    path = tmp_path / "boga.md"
    path.write_text(DECREE, "utf-8")
    return path


@pytest.mark.usefixtures("models")
def test_few_texts_and_the_bundled_encoder_make_an_index_deep(decree: Path, tmp_path: Path) -> None:
    report = build_index([decree], tmp_path / "index", aliases=())
    assert (report.encoder, report.deep) == (DEFAULT, DEEP)
    assert Searcher.open(tmp_path / "index").search("nasi").depth == "deep"
    assert build_index([decree], tmp_path / "index").unchanged


@pytest.mark.usefixtures("models")
def test_who_chose_another_encoder_wants_that_alone(decree: Path, tmp_path: Path) -> None:
    other = str(word_model(tmp_path / "other", [DECREE], 6))
    assert build_index([decree], tmp_path / "index", other).deep == ""
    assert build_index([], tmp_path / "index", deep=True).deep == DEEP
    assert build_index([], tmp_path / "index").deep == DEEP  # remembered


@pytest.mark.usefixtures("models")
def test_many_texts_get_deep_vectors_when_asked_for_only(
    decree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deep, "MOST", 1)
    said: list[str] = []
    assert build_index([decree], tmp_path / "index", aliases=(), notice=said.append).deep == ""
    assert said == [
        "answers will be fast, not deep: 2 texts take the deep encoder some 0 minutes. To take them: padan index --deep"
    ]
    assert build_index([], tmp_path / "index", deep=True).deep == DEEP
    assert build_index([], tmp_path / "index", deep=False).deep == ""


def test_a_missing_encoder_is_left_out_or_told(models: Path, decree: Path, tmp_path: Path) -> None:
    build_index([decree], tmp_path / "index", aliases=())
    (models / DEEP).rename(models / "gone")
    load._load.cache_clear()
    assert Searcher.open(tmp_path / "index").search("nasi").depth == "fast"
    with pytest.raises(EncoderError, match=f"'{DEEP}' is missing"):
        Searcher.open(tmp_path / "index").search("nasi", depth="deep")
    with pytest.raises(EncoderError, match=f"'{DEEP}' is missing"):
        build_index([], tmp_path / "index", deep=True)
    assert build_index([], tmp_path / "index").deep == ""


@pytest.mark.usefixtures("models")
def test_what_is_known_is_not_embedded_again(decree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_index([decree], tmp_path / "index", aliases=())
    asked: list[str] = []
    encode = StaticEncoder.encode

    def counted(self: StaticEncoder, texts: Sequence[str], kind: TextKind = "passage") -> Vectors:
        if self.name == DEEP and kind == "passage":
            asked.extend(texts)
        return encode(self, texts, kind)

    monkeypatch.setattr(StaticEncoder, "encode", counted)
    more = tmp_path / "mie.md"
    more.write_text(MORE, "utf-8")
    build_index([more], tmp_path / "index")
    assert asked == ["Memasak Mi Kuah"]
    whole = build_index([decree, more], tmp_path / "whole", aliases=())
    assert (whole.deep, open_index(tmp_path / "whole").deep.ntotal) == (DEEP, 4)
    assert (tmp_path / "whole" / "CURRENT").read_text() == (tmp_path / "index" / "CURRENT").read_text()
