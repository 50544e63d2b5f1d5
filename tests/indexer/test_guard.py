"""Whatever a document makes its reader do: bounded time and memory, one line, nothing left behind."""

import os
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from naughty_readers import WELL
from word_file import p, word_file, zip_file

from indexer.read import child, text_of
from indexer.read.blocks import Paragraph, TableRow
from indexer.read.checks import check_size
from indexer.read.formats import DOCX, Format
from indexer.read.guard import read_guarded
from indexer.read.limits import LIMITS, MEGABYTE
from indexer.read.wire import pack, unpack
from search.errors import InputError
from search.types import Finding, Place

ROOT = Path(__file__).parents[2]
TIGHT = replace(LIMITS, processor_seconds=1, wall_seconds=3, memory_bytes=300 * MEGABYTE)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
limits_memory = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="this system does not keep to a limit of memory"
)
posix = pytest.mark.skipif(sys.platform == "win32", reason="this system has no limits for a process")


def naughty(reader: str) -> Format:
    return Format("a test", f"naughty_readers:{reader}")


def test_blocks_come_back_whole() -> None:
    first, second = read_guarded(b"123", "ä.x", naughty("well"))
    assert first == replace(WELL, text="é \ufffd .")
    assert second == Paragraph("3 ä.x", Place("line", 1))


@posix
@pytest.mark.parametrize(
    ("reader", "message"),
    [
        ("sleeps", "cv.x takes more than the 3 seconds allowed for reading it. Split it, or give it as plain text."),
        ("spins", "cv.x takes more than the 1 seconds of processor time allowed for reading it. Split it"),
        pytest.param(
            "eats", "cv.x takes more than the 300 MB of memory allowed for reading it. Split it", marks=limits_memory
        ),
        ("crashes", "cv.x cannot be read: its reader stopped with SIGSEGV. Open it, save it anew"),
        ("aborts", "cv.x cannot be read: its reader stopped with SIGABRT, as it does beyond the 300 MB of memory"),
        ("leaves", "cv.x cannot be read: its reader stopped without an answer."),
        ("fails", "cv.x is damaged or not what its name says (LookupError). Open it, save it anew"),
        ("recurses", "cv.x is damaged or not what its name says (RecursionError)."),
        ("refuses", "cv.x is no decree. Give another."),
        ("writes", "cv.x is damaged or not what its name says (PermissionError)."),
        ("spools", "cv.x is damaged or not what its name says (FileNotFoundError)."),  # no folder for it
        ("connects", "cv.x is damaged or not what its name says (PermissionError)."),
        ("asks", "cv.x is damaged or not what its name says (PermissionError)."),
        ("starts", "cv.x is damaged or not what its name says (PermissionError)."),
        ("forks", "cv.x is damaged or not what its name says (PermissionError)."),
    ],
)
def test_every_way_to_go_wrong_is_one_line(reader: str, message: str) -> None:
    begun = time.monotonic()
    with pytest.raises(InputError) as error:
        read_guarded(b"CANARY", "cv.x", naughty(reader), TIGHT)
    assert str(error.value).startswith(message)
    assert "CANARY" not in str(error.value)
    assert "\n" not in str(error.value)
    assert time.monotonic() - begun < 8
    with pytest.raises(ChildProcessError):  # no child is left, running or dead
        os.waitpid(-1, os.WNOHANG)


def test_what_a_library_prints_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    assert len(read_guarded(b"", "cv.x", naughty("prints"))) == 2
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="this system does not show it")
def test_neither_the_document_nor_its_name_is_seen_from_outside() -> None:
    (block,) = read_guarded(b"CANARY", "canary-cv.x", naughty("peeks"))
    assert block == Paragraph("False", Place("line", 1))


def test_a_document_that_is_not_read_to_its_end_does_not_block() -> None:
    with pytest.raises(InputError, match="AttributeError"):
        read_guarded(b"x" * 5_000_000, "cv.x", naughty("absent"))


def test_many_threads_read_at_once() -> None:
    data, found = word_file(p("isi")), []
    threads = [threading.Thread(target=lambda: found.append(text_of(data, "cv.docx"))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["isi"] * 6


@posix
def test_it_works_with_standard_streams_closed(tmp_path: Path) -> None:
    (tmp_path / "cv.docx").write_bytes(word_file(p("isi")))
    code = (
        "import os, sys; os.close(0); os.close(1); os.close(2)\n"
        "from pathlib import Path; from indexer.read import text_of\n"
        "folder = Path(sys.argv[1]); (folder / 'out').write_text(text_of((folder / 'cv.docx').read_bytes(), 'cv.docx'))"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, check=True)
    assert (tmp_path / "out").read_text() == "isi"


def test_an_answer_that_is_whole_counts_though_the_clock_strikes(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = child.OK + pack([Paragraph("isi", Place("line", 1))])
    monkeypatch.setattr("indexer.read.guard._ask", lambda *_: (whole, 0, True))
    assert read_guarded(b"", "cv.x", naughty("well")) == (Paragraph("isi", Place("line", 1)),)
    monkeypatch.setattr("indexer.read.guard._ask", lambda *_: (whole[:-1], -9, True))
    with pytest.raises(InputError, match="takes more than the 120 seconds"):
        read_guarded(b"", "cv.x", naughty("well"))


def test_an_answer_beyond_measure_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.read.guard._LONGEST_ANSWER", MEGABYTE)
    with pytest.raises(InputError, match=r"^cv\.x gives more than the 1 MB of text allowed\. Split it"):
        read_guarded(b"", "cv.x", naughty("floods"))


def test_nobody_waits_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.read.guard._PLACES", threading.Semaphore(0))
    with pytest.raises(InputError, match=r"other documents are being read\. Try again in a minute"):
        read_guarded(b"", "cv.x", naughty("well"), replace(TIGHT, wall_seconds=0))


def test_remarks_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.read.checks.LIMITS", replace(LIMITS, characters=10, paragraphs=2))
    one = Finding("x", "12345")
    check_size([Paragraph("12345", Place("line", 1), remarks=(one,))], "cv.x")
    with pytest.raises(InputError, match="has 15 characters"):
        check_size([Paragraph("12345", Place("line", 1), remarks=(one, one))], "cv.x")
    with pytest.raises(InputError, match="has 3 doubtful places"):
        check_size([Paragraph("", Place("line", 1), remarks=(one, one, one))], "cv.x")


def test_a_reader_that_cannot_be_started_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.read.guard.sys.executable", "/nonexistent/python")
    with pytest.raises(InputError, match="no reader can be started"):
        read_guarded(b"", "cv.x", naughty("well"))


def test_the_child_imports_only_what_the_format_needs() -> None:
    code = (
        "import sys; import indexer.read.docx, indexer.read.html, indexer.read.checks, indexer.read.wire; "
        "print(sorted({'numpy', 'docx', 'faiss', 'pypdfium2', 'typer', 'rich', 'hypothesis'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"


def test_a_search_does_not_import_the_readers_libraries() -> None:
    code = (
        "import sys; import padan.cli, padan.inputs, padan.index, search.searcher; "
        "print(sorted({'lxml', 'docx', 'pypdfium2', 'zipfile'} & set(sys.modules) - set(sys.argv)))"
    )
    done = subprocess.run([sys.executable, "-c", code, "zipfile"], cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    "answer", ["", "1", "{}", "[1]", '[[["word",1],[],"x",false]]', '[[["line",1],[],[1]]]', "[[]]"]
)
def test_an_answer_that_is_no_list_of_blocks_is_refused(answer: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpack(answer.encode())


def test_blocks_survive_the_pipe() -> None:
    blocks = (Paragraph("ä\u2028b", Place("line", 1), True), TableRow(("", "c\nd"), Place("page", 2)))
    assert unpack(pack(blocks)) == blocks


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("cv.pdf", word_file(p("isi")), "isi"),
        ("cv.txt", word_file(p("isi")), "isi"),
        ("cv.docx", b"\n<!DOCTYPE html><p>isi", "isi"),
        ("cv.md", b"<html><p>isi</html>", "isi"),
        ("cv", b"<!-- x --><HTML lang=id><p>isi", "isi"),
        ("cv", b"<?xml version='1.0'?>\n<!-- x -->" + b"<!---->" * 40 + b"<html><p>isi", "isi"),
        ("cv.html", b"# isi", "# isi"),
    ],
)
def test_the_content_decides_where_it_is_certain(name: str, data: bytes, text: str) -> None:
    assert text_of(data, name) == text


@pytest.mark.parametrize("comment", [b"<!---->", b"<!--", b"<!-- -->\n"])
def test_comments_before_what_is_no_page_cost_nothing(comment: bytes) -> None:
    data, begun = comment * 2_000 + b"x", time.monotonic()
    assert text_of(data, "a.txt") == data.decode()
    assert time.monotonic() - begun < 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "cv.docx is locked with a password. Open it, take"),
        (b"PK\3\4" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "cv.docx is an OpenDocument"),
        (zip_file({"xl/workbook.xml": b""}), "cv.docx is a spreadsheet; Padan reads"),
        (zip_file({"ppt/presentation.xml": b""}), "cv.docx is a presentation; Padan reads"),
        (zip_file({"a.txt": b""}), "cv.docx is an archive; Padan reads"),
        (b"MIME-Version: 1.0\n", "cv.docx is a web archive (MHTML)"),
        (b"CANARY", "cv.docx is named .docx but is not a Word file (DOCX); it looks like plain text: name it .txt."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_what_it_is(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as error:
        text_of(data, "cv.docx")
    assert str(error.value).startswith(message)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_off_is_one_line(share: float) -> None:
    data = word_file(p("CANARY"))
    with pytest.raises(InputError, match="damaged Word file") as error:
        read_guarded(data[: int(len(data) * share)], "x.docx", DOCX)
    assert "CANARY" not in str(error.value)
