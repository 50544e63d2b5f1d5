"""The command line: contracts of its JSON, its exit codes, and one clear line for every bad input."""

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from kitchen import DECREE, Padan
from world import word_model

from indexer.read import Paragraph
from search.types import Finding, Place

ROOT = Path(__file__).parents[2]


def test_catalogue_json_is_one_document_with_the_contracts_keys(padan: Padan, decree: Path) -> None:
    result = padan("catalogue", decree, "--json")
    (found,) = json.loads(result.out)["decrees"]
    assert list(found)[:7] == ["number", "year", "title", "field", "function_map", "units", "findings"]
    assert (found["number"], found["year"], [unit["code"] for unit in found["units"]]) == (
        7,
        2021,
        ["I.55COK00.001.1", "I.55COK00.002.1"],
    )
    contract = (
        "code printed_codes title description detailed elements prerequisites critical_aspects knowledge skills "
        "attitudes context equipment source"
    )
    assert set(contract.split()) <= set(found["units"][0])
    assert found["units"][0]["elements"][0]["criteria"] == [
        {"no": "1.1", "text": "Beras dicuci."},
        {"no": "1.2", "text": "Bumbu diulek."},
    ]


def test_search_json(built: Padan) -> None:
    document = json.loads(built("search", "bumbu diulek", "--json").out)
    assert list(document) == ["query", "results", "depth"]
    first = document["results"][0]
    assert list(first)[:5] == ["rank", "code", "title", "score", "evidence"]
    assert (first["code"], first["evidence"][0]["text"]) == ("I.55COK00.001.1", "Bumbu diulek.")


def test_match_and_gaps_json(built: Padan, tmp_path: Path) -> None:
    advert = tmp_path / "advert.txt"
    advert.write_text("Juru masak\n- Memasak nasi goreng\n- Beras dicuci\n", "utf-8")
    matched = json.loads(built("match", advert, "--json").out)
    assert list(matched) == ["kind", "language", "confident", "statements", "units", "uncovered", "depth"]
    assert list(matched["units"][0])[:6] == ["rank", "code", "title", "score", "confidence", "evidence"]
    assert list(matched["units"][0]["evidence"][0])[:7] == [
        "statement",
        "start",
        "end",
        "text",
        "field",
        "field_text",
        "score",
    ]
    gaps = json.loads(built("gaps", advert, "--unit", "I.55.COK00.001.1".replace(".COK", "COK"), "--json").out)
    (unit,) = gaps["units"]
    assert unit["coverage"] == {"evidenced": 1, "weak": 1, "not_evidenced": 0}
    assert [(row["no"], row["state"]) for row in unit["criteria"]] == [("1.1", "evidenced"), ("1.2", "weak")]


@pytest.mark.parametrize("command", [("search", "bumbu"), ("match", "-"), ("gaps", "-")])
def test_the_depth_is_told_and_one_not_to_be_had_is_refused(built: Padan, command: tuple[str, ...]) -> None:
    text = b"Memasak nasi goreng"
    plain, fast = (built(*command, *more, "--json", stdin=text) for more in ((), ("--depth", "fast")))
    assert plain == fast
    assert json.loads(fast.out)["depth"] == "fast"  # the index has another encoder than the bundled one
    deep = built(*command, "--depth", "deep", stdin=text)
    assert (deep.code, deep.out) == (2, "")
    assert deep.err == (
        "padan: The index has no vectors of the deep encoder. Make them with: padan index --deep; or look with: "
        "--depth fast\n"
    )


def test_match_reads_standard_input(built: Padan) -> None:
    result = built("match", "-", "--json", stdin=b"Memasak nasi goreng untuk tamu")
    assert json.loads(result.out)["units"][0]["code"] == "I.55COK00.001.1"


def test_pages_that_are_not_read_are_told_of(built: Padan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lost = (
        Finding("page-scanned", "Pages without text, only pictures: 2.", Place("page", 2)),
        Finding("text-turned", "Not read: 'CANARY'.", Place("page", 3)),
        Finding("word-broken", "'CAN ARY' is read as one.", Place("page", 4)),
    )
    block = Paragraph("Memasak nasi goreng", Place("page", 1), remarks=lost)
    monkeypatch.setattr("indexer.read.registry.read_guarded", lambda *_: (block,))
    (tmp_path / "cv.pdf").write_bytes(b"%PDF-1.4")
    for command in ("match", "gaps"):
        result = built(command, tmp_path / "cv.pdf", "--json")
        assert json.loads(result.out)["statements"][0]["text"] == "Memasak nasi goreng"
        assert result.err == (
            "padan: cv.pdf: Pages without text, only pictures: 2.\n"
            "padan: cv.pdf: page 3: text in another direction than the page's is not read.\n"
        )


def test_documents_are_read_as_text_files_are(built: Padan, tmp_path: Path) -> None:
    page = b"<!DOCTYPE html><p>Juru masak</p><ul><li>Memasak nasi goreng</li><li>Beras dicuci</li></ul>"
    (tmp_path / "advert.html").write_bytes(page)
    (tmp_path / "advert.txt").write_text("Juru masak\n\n- Memasak nasi goreng\n\n- Beras dicuci", "utf-8")
    for command in ("match", "gaps"):
        assert built(command, tmp_path / "advert.html") == built(command, tmp_path / "advert.txt")
        assert built(command, "-", stdin=page) == built(command, tmp_path / "advert.txt")
    assert "I.55COK00.001.1" in built("match", tmp_path / "advert.html").out


def test_gaps_of_a_cv_against_an_advert(built: Padan, tmp_path: Path) -> None:
    (tmp_path / "job.txt").write_text("Kualifikasi:\n- Membersihkan dapur\n", "utf-8")
    (tmp_path / "cv.txt").write_text("Pengalaman kerja\nBeras dicuci\n", "utf-8")
    found = json.loads(built("gaps", tmp_path / "cv.txt", "--against", tmp_path / "job.txt", "--json").out)
    assert [unit["code"] for unit in found["units"]] == ["I.55COK00.002.1"]
    assert found["against"] == {
        "asked": ["I.55COK00.002.1"],
        "shown": [],
        "partly_shown": [],
        "not_shown": ["I.55COK00.002.1"],
        "next": [
            {
                "code": "I.55COK00.002.1",
                "title": "Membersihkan Dapur",
                "state": "not_evidenced",
                "asked": True,
                "needed_for": [],
                "open": [],
            }
        ],
    }
    printed = built("gaps", tmp_path / "cv.txt", "--against", tmp_path / "job.txt").out
    assert "Next, in this order (prerequisites first):" in printed
    assert "the advert asks for it" in printed
    assert "its criteria are not in this catalogue: read them in" in printed
    assert "against" not in json.loads(built("gaps", tmp_path / "cv.txt", "--json").out)


def test_an_advert_that_calls_for_nothing_says_so(built: Padan, tmp_path: Path) -> None:
    (tmp_path / "job.txt").write_text("Mengelas pipa baja\n", "utf-8")
    (tmp_path / "cv.txt").write_text("Pengalaman kerja\nBeras dicuci\n", "utf-8")
    arguments = ["gaps", tmp_path / "cv.txt", "--against", tmp_path / "job.txt"]
    assert json.loads(built(*arguments, "--json").out)["units"] == []
    assert "The advert calls for no unit of this catalogue." in built(*arguments).out


def test_uncovered_statements_do_not_depend_on_how_many_units_are_shown(built: Padan, tmp_path: Path) -> None:
    text = tmp_path / "job.txt"
    text.write_text("Memasak nasi goreng\nMembersihkan dapur\nMengelas pipa baja\n", "utf-8")
    for k in ("1", "2"):
        document = json.loads(built("match", text, "-k", k, "--json").out)
        assert [document["statements"][number]["text"] for number in document["uncovered"]] == ["Mengelas pipa baja"]


def test_escape_sequences_of_a_text_do_not_reach_the_terminal(built: Padan) -> None:
    result = built("match", "-", stdin=b"Memasak nasi \x1b[31mgoreng\x1b]0;x\x07\n")
    assert "\x1b" not in result.out
    assert "goreng" in result.out


def test_the_version_is_printed(padan: Padan) -> None:
    assert padan("--version").out.startswith("padan")


def test_a_reader_that_leaves_early_is_no_fault(decree: Path) -> None:
    command = (
        f"{shlex.quote(sys.executable)} -m padan catalogue {shlex.quote(str(decree))} | true; exit ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_folder_that_cannot_be_used_is_one_line(built: Padan, decree: Path, model: Path) -> None:
    result = built("index", decree, "--encoder", model, "-o", decree)  # a file where a folder is wanted
    assert (result.code, len(result.err.splitlines())) == (2, 1)
    assert str(decree) in result.err


def test_tables_are_plain_and_quote_the_text(built: Padan, tmp_path: Path) -> None:
    advert = tmp_path / "advert.txt"
    advert.write_text("Juru masak\n- Memasak nasi [bold]goreng[/bold]\n", "utf-8")
    assert "“Memasak nasi [bold]goreng[/bold]”" in built("match", advert).out
    assert "not evidenced" in built("gaps", advert, "--unit", "I.55COK00.001.1").out
    assert "its criteria are not printed" in " ".join(built("gaps", advert, "--unit", "I.55COK00.002.1").out.split())


def test_a_second_build_does_nothing_twice(built: Padan, decree: Path, model: Path) -> None:
    assert "nothing had changed" in built("index", decree).out
    decree.write_text(DECREE.replace("Bumbu diulek.", "Bumbu digiling."), "utf-8")
    assert "1 of 6 passages embedded anew" in built("index", decree, "--encoder", model).out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["search", " "], "The query is empty"),
        (["match", "absent.txt"], "File 'absent.txt' cannot be read (No such file or directory). Check the path"),
        (["match", "advert.pdf"], "File 'advert.pdf' cannot be read (No such file or directory). Check the path"),
        (["gaps", "-", "--unit", "X.1"], "Unit 'X.1' is in no decree of the catalogue"),
        (
            ["search", "nasi", "--index", "/nonexistent"],
            "There is no index in /nonexistent. Build one with: padan index -o /nonexistent",
        ),
        (["catalogue", "absent.md"], "absent.md"),
        (["index", "absent.md"], "absent.md"),
        (["eval", "--set", "none"], "There is no labelled set 'none'. Sets here: "),
        (["eval", "--system", "none"], "There is no system 'none'. Systems: bm25,"),
        (["serve", "--port", "0"], "--port"),
        (["search", "nasi", "-k", "0"], "-k is 0, but from 1 to 1000"),
        (["search", "nasi", "-k", "abc"], "'-k'"),
        (["search", "nasi", "--level", "foo"], "'foo' is not one of 'unit', 'criterion'"),
        (["match"], "Missing argument"),
        (["nonsense"], "No such command 'nonsense'. See: padan --help"),
        (["gaps", "-", "--against", "-"], "FILE and --against are both -"),
        (["gaps", "-", "--export", "form.pdf"], "'form.pdf' cannot be exported to. Name a file that ends with .docx"),
        (["gaps", "-", "--export", "none/form.docx"], "Folder 'none' is not there. Make it first"),
        (["gaps", "-", "--kind", "job", "--export", "form.docx"], "Form FR.APL.02 is for a CV"),
        (["match", "Menangani keluhan pelanggan di toko kami setiap hari"], "FILE is a text, not a file"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(built: Padan, arguments: list[str], message: str) -> None:
    result = built(*arguments, stdin=b"teks biasa")
    assert result.code == 2
    assert message in result.err
    assert len(result.err.splitlines()) == 1
    assert result.out == ""


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"  \n\t ", "is empty"),
        (b"CANARY \xff\xfe\xfa", "is not UTF-8 text (byte 7)"),
        (b"CANARY\0\0", "is a binary file"),
        (b"CANARY " * 200_000, "has more than 1,000,000 characters"),
        (b"CANARY " * 100_000, "characters but at most 200,000 are read"),
    ],
)
def test_bad_texts_are_refused_without_being_quoted(built: Padan, tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "cv.txt"
    path.write_bytes(content)
    result = built("match", path)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert len(result.err.splitlines()) == 1
    assert "CANARY" not in result.err


def test_a_damaged_index_is_refused_with_the_remedy(built: Padan, tmp_path: Path) -> None:
    (vectors,) = (tmp_path / "index").rglob("vectors.faiss")
    vectors.write_bytes(vectors.read_bytes()[:-1] + b"\0\0")
    result = built("search", "nasi")
    assert (result.code, len(result.err.splitlines())) == (2, 1)
    assert "vectors.faiss has the wrong size. Rebuild with: padan index" in result.err


def test_a_changed_model_is_refused(built: Padan, model: Path) -> None:
    from search.encode.load import _load

    word_model(model, [DECREE, "kata baru"], dim=16)
    _load.cache_clear()
    result = built("search", "nasi")
    assert result.code == 2
    assert "64 dims) but the model" in result.err


def test_gaps_are_saved_in_every_format(built: Padan, tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text("Pengalaman kerja\nBeras dicuci\n", "utf-8")
    targets = [tmp_path / f"hasil.{suffix}" for suffix in ("docx", "XLSX", "csv", "html")]
    exports = [part for target in targets for part in ("--export", target)]
    result = built("gaps", tmp_path / "cv.txt", "--unit", "I.55COK00.001.1", "--json", *exports, "--language", "en")
    assert result.code == 0
    assert json.loads(result.out)["units"][0]["code"] == "I.55COK00.001.1"
    assert result.err.splitlines() == [f"padan: saved {target}" for target in targets]
    assert [target.read_bytes()[:2] for target in targets] == [b"PK", b"PK", b"\xef\xbb", b"<!"]
    assert '"Beras dicuci.","Evidenced","Padan"' in targets[2].read_text("utf-8-sig")


def test_nothing_is_saved_over_a_file_or_by_halves(
    built: Padan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cv, filled, page = tmp_path / "cv.txt", tmp_path / "filled.docx", tmp_path / "page.html"
    cv.write_text("Pengalaman kerja\nBeras dicuci\n", "utf-8")
    filled.write_bytes(b"signed")
    result = built("gaps", cv, "--export", page, "--export", filled)
    assert (result.code, filled.read_bytes(), page.exists()) == (2, b"signed", False)
    assert f"'{filled}' is there already and is left as it is." in result.err
    (tmp_path / "job.txt").write_text("Mengelas pipa baja\n", "utf-8")
    result = built("gaps", cv, "--against", tmp_path / "job.txt", "--export", page)
    assert (result.code, page.exists()) == (2, False)
    assert "There are no units to export. Name units with --unit." in result.err

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("padan.export.save.os.fsync", full)
    result = built("gaps", cv, "--export", page)
    assert (result.code, page.exists()) == (2, False)
    assert "No space left on device" in result.err


def test_our_own_faults_exit_1_without_the_text(built: Padan, monkeypatch: pytest.MonkeyPatch) -> None:
    import search.searcher as searcher

    def fail(*_: object) -> None:
        raise RuntimeError("CANARY")

    monkeypatch.setattr(searcher, "read_text", fail)
    result = built("match", "-", stdin=b"CANARY masak nasi")
    assert result.code == 1
    assert (
        result.err == "padan: internal error (RuntimeError). Run again with PADAN_DEBUG=1 and report the traceback.\n"
    )


def test_nothing_of_a_text_stays_on_the_disk(built: Padan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    built("match", "-", stdin=b"CANARYWORD memasak nasi goreng")
    built("gaps", "-", stdin=b"CANARYWORD memasak nasi goreng")
    for suffix in ("docx", "xlsx", "csv", "html"):
        exported = tmp_path / f"hasil.{suffix}"
        built("gaps", "-", "--kind", "cv", "--export", exported, stdin=b"CANARYWORD memasak nasi goreng")
        exported.unlink()
    for path in tmp_path.rglob("*"):
        assert not (path.is_file() and b"CANARYWORD" in path.read_bytes())
