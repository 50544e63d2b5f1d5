"""A document in place of a pasted text: what was read lands in the box, and nowhere else."""

import asyncio
import io
import tempfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import docx
import pytest
from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartParser
from streamlit.testing.v1 import AppTest
from visitor import give, seen

from padan.ui.uploads import keep_uploads_in_memory

Page = Callable[..., AppTest]


def letter(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def upload(app: AppTest, name: str, data: bytes, key: str = "match-upload") -> AppTest:
    app.file_uploader(key=key).set_value((name, data, "application/octet-stream"))
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize("view", ["match", "gaps"])
def test_a_word_file_lands_in_the_box_and_goes_on_from_there(page: Page, view: str) -> None:
    app = page(view={"match": "cocokkan", "gaps": "kesenjangan"}[view])
    upload(app, "lamaran.docx", letter("Beras dicuci", "Piring dihias"), f"{view}-upload")
    assert app.text_area(key=f"{view}-text-1").value == "Beras dicuci\n\nPiring dihias"
    assert "Berkas sudah dibaca: 27 karakter ada di kotak teks." in seen(app)
    app.button(key=f"{view}-submit").click().run()
    assert '<span class="padan-said">Beras dicuci</span>' in seen(app)
    assert "Berkas sudah dibaca" not in seen(app)


def test_another_file_replaces_what_was_typed(page: Page) -> None:
    app = give(page(), "Piring dihias")
    app.button(key="match-edit").click().run()
    upload(app, "a.txt", b"Beras dicuci")
    upload(app, "b.html", b"<!doctype html><p>Bumbu diulek")
    assert app.text_area(key="match-text-2").value == "Bumbu diulek"


def test_an_advert_to_compare_with_is_uploaded_too(page: Page) -> None:
    app = page(view="kesenjangan")
    app.segmented_control(key="gaps-kind").set_value("cv")
    app.text_area(key="gaps-text-0").set_value("Melayani tamu")
    app.button(key="gaps-submit").click().run()
    upload(app, "lowongan.txt", b"Tugas:\n- Beras dicuci\n- Piring dihias", "advert-upload")
    assert app.text_area(key="advert-text-1").value == "Tugas:\n- Beras dicuci\n- Piring dihias"
    app.button(key="advert-submit").click().run()
    assert app.multiselect[0].value == ["I.55COK00.001.1"]


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("rusak.pdf", b"%PDF-1.7 kenari 7391", '<div class="padan-details">rusak.pdf is no readable PDF'),
        ("<b>.txt", b" ", '<div class="padan-details">&lt;b&gt;.txt is empty'),
        ("panjang.txt", b"kenari 7391 " * 20_000, "Teksnya terlalu panjang: paling banyak 200.000 karakter."),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line_and_leaves_the_box_alone(
    page: Page, name: str, data: bytes, line: str
) -> None:
    app = give(page(), "Piring dihias")
    app.button(key="match-edit").click().run()
    upload(app, name, data)
    assert line in seen(app)
    assert "7391" not in seen(app)
    assert app.text_area(key="match-text-0").value == "Piring dihias"


def test_a_reader_that_fails_shows_and_logs_no_text(
    page: Page, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(data: bytes, name: str) -> str:
        raise RuntimeError(f"cannot read {data!r} of {name}")

    monkeypatch.setattr("padan.ui.uploads.text_of_upload", fail)
    app = upload(page(), "cv.txt", b"kenari 7391")
    assert "Ada kesalahan di dalam Padan; teks Anda tidak dicatat." in seen(app)
    assert "7391" not in caplog.text + seen(app)
    app.run()
    assert app.text_area(key="match-text-0").value == ""


def test_the_web_server_lays_no_upload_into_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MultiPartParser, "spool_max_size", 1)
    keep_uploads_in_memory()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))  # a temporary file would be an error
    content = b"kenari " * 2_000_000
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="cv.txt"\r\n\r\n'

    async def body() -> AsyncIterator[bytes]:
        yield head + content + b"\r\n--x--\r\n"

    async def parse() -> bytes:
        form = await MultiPartParser(Headers({"content-type": "multipart/form-data; boundary=x"}), body()).parse()
        file = form["file"]
        assert isinstance(file, UploadFile)
        read = await file.read()
        await form.close()
        return read

    assert asyncio.run(parse()) == content
