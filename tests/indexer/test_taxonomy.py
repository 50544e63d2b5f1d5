"""Tables of other taxonomies: ESCO's and O*NET's columns, a company's own, and everything a table can have wrong."""

import csv
import io
import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from world import word_model

from indexer.build import build_index
from indexer.catalogue import decree_files, load_catalogue
from indexer.taxonomy import read_taxonomy
from indexer.taxonomy.columns import columns_of
from search import Searcher
from search.catalogue import catalogue_to_dict
from search.codec import decree_from_dict, decree_to_dict
from search.errors import DecreeError, UnknownUnitError
from search.types import Decree, Place, Unit

ESCO = """conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,description
KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/0005c151,manage musical staff,"manage staff of music
direct musical staff",,"Assign and manage staff tasks in areas such as
scoring, arranging and copying music."
KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/00064735,supervise prisons,,oversee prison,
"""
ONET = """O*NET-SOC Code\tTitle\tDescription
11-1011.00\tChief Executives\tDetermine and formulate policies.
11-1011.03\tChief Sustainability Officers\t
"""
OWN = "sep=;\r\nKode;Judul;Alias\r\nA.1;Memasak, dan menyajikan;juru masak|koki| Juru Masak \r\n1.11;Mencuci\r\n"


def read(tmp_path: Path, text: str | bytes, name: str = "own.csv") -> Decree:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_taxonomy(path)


def test_esco(tmp_path: Path) -> None:
    found = read(tmp_path, "\ufeff" + ESCO, "skills_en.csv")
    assert (found.number, found.year, found.title, found.source) == (0, 0, "skills_en", "skills_en.csv")
    assert (found.kind, found.name, found.findings) == ("taxonomy", "skills_en.csv", ())
    uris = [f"http://data.europa.eu/esco/skill/{tail}" for tail in ("0005c151", "00064735")]
    assert found.units == (
        Unit(
            uris[0],
            "manage musical staff",
            printed_codes=(uris[0],),
            description="Assign and manage staff tasks in areas such as scoring, arranging and copying music.",
            aliases=("manage staff of music", "direct musical staff"),
            source=Place("line", 2),
        ),
        Unit(
            uris[1],
            "supervise prisons",
            printed_codes=(uris[1],),
            aliases=("oversee prison",),
            source=Place("line", 5),
        ),
    )


def test_a_code_counts_before_a_uri_and_both_are_known() -> None:
    header = ["conceptUri", "Preferred Label", "code", "definition", "description"]
    assert columns_of(header) == {"code": (2, 0), "title": (1,), "description": (4, 3)}


def test_onet_and_a_table_of_ones_own(tmp_path: Path) -> None:
    units = read(tmp_path, ONET, "onet.tsv").units
    assert [(unit.code, unit.title, unit.description) for unit in units] == [
        ("11-1011.00", "Chief Executives", "Determine and formulate policies."),
        ("11-1011.03", "Chief Sustainability Officers", ""),
    ]
    units = read(tmp_path, OWN).units
    assert [(unit.code, unit.title, unit.aliases, unit.source) for unit in units] == [
        ("A.1", "Memasak, dan menyajikan", ("juru masak", "koki"), Place("line", 3)),
        ("1.11", "Mencuci", (), Place("line", 4)),
    ]


def test_json_says_the_same(tmp_path: Path) -> None:
    items = [
        {"code": "A.1", "title": "Memasak, dan menyajikan", "aliases": ["juru masak", "koki", "Juru Masak"]},
        {"preferredLabel": "Mencuci\x1b[1m\ud800", "Code": 7, "altLabels": "cuci piring|cuci alat"},
    ]
    text = json.dumps(items, indent=1)
    found = read(tmp_path, text, "own.json")
    assert [(unit.code, unit.title, unit.aliases, unit.source) for unit in found.units] == [
        ("A.1", "Memasak, dan menyajikan", ("juru masak", "koki"), Place("line", 2)),
        ("7", "Mencuci [1m", ("cuci piring", "cuci alat"), Place("line", 11)),
    ]
    assert decree_from_dict(json.loads(json.dumps(decree_to_dict(found)))) == found


def findings(found: Decree) -> list[tuple[str, int]]:
    return [(one.kind, one.where.number if one.where else 0) for one in found.findings]


def test_bad_rows_are_findings_and_the_rest_is_kept(tmp_path: Path) -> None:
    rows = [
        *("code,title,description,aliases", ",Tanpa kode", "A.2,", "A.1,Memasak", "A.1,Memasak lagi", "", ",,,"),
        f"{'K' * 501},Panjang",
        f"A.3,Mencuci,{'d' * 20_001}",
        f"A.4,Menyapu,,{'a' * 301}|sapu",
        "A.5,Menata, dan merapikan,x,y",
        "A.6,Melipat,,,, ,",
    ]
    found = read(tmp_path, "\n".join(rows))
    assert findings(found) == [
        *(("row-without-code", 2), ("row-without-title", 3), ("duplicate-code", 5), ("long-cell", 8)),
        *(("long-cell", 9), ("long-cell", 10), ("row-too-wide", 11)),
    ]
    assert found.findings[2].message == "Unit A.1 stands in line 4 already; this row is left out."
    kept = {unit.code: (unit.title, unit.description, unit.aliases) for unit in found.units}
    assert kept == {
        "A.1": ("Memasak", "", ()),
        "A.3": ("Mencuci", "", ()),
        "A.4": ("Menyapu", "", ("sapu",)),
        "A.5": ("Menata", "dan merapikan", ("x",)),
        "A.6": ("Melipat", "", ()),
    }


def test_a_quotation_mark_that_is_not_closed_is_named(tmp_path: Path) -> None:
    rows = "\n".join(f"B.{number},Unit {number}" for number in range(5))
    found = read(tmp_path, f'code,title\nA.1,"Memasak\n{rows}\n')
    assert findings(found) == [("row-unread", 2)]
    assert len(found.units) == 1
    long = "\n".join(f"B.{number},Unit {number}" for number in range(20_000))
    found = read(tmp_path, f'code,title\nA.1,"Memasak\n{long}\n')
    assert findings(found) == [("row-unread", 2)]
    assert found.units[-1].code == "B.19999"  # reading goes on below the cell that was too long


def test_many_faults_of_one_kind_are_counted(tmp_path: Path) -> None:
    found = read(tmp_path, "code,title\nA,Ada\n" + "".join(f"B{number},\n" for number in range(1_000)))
    assert len(found.findings) == 201
    assert found.findings[-1].message == "800 more findings of this kind."


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.csv", b"", "x.csv names no column for code and title in its first line"),
        ("x.csv", b"nama,alamat\nBudi,Jl. Mawar\n", "names no column for code in its first line. Columns wanted: code"),
        ("x.csv", b"code,title\n", "x.csv has no row with a code and a title."),
        ("x.csv", b"code,title\n,Memasak\n", "no row with a code and a title. The first: line 2: The row has no code"),
        ("x.csv", b"code,title\nA,\xff", "x.csv is not UTF-8 text (byte 13). Save it as CSV (UTF-8) or JSON."),
        ("x.csv", b"PK\x03\x04\0\0", "x.csv is a binary file, not text. Save it as CSV"),
        ("x.json", b"{}", "x.json is no JSON list of objects"),
        ("x.json", b"[]", "x.json has no row"),
        ("x.json", b"[\n1, 2]", "no row with a code and a title. The first: line 2: The item is no object."),
        ("x.json", b'[\n{"code": 1,\n}]', "x.json line 2: this is no JSON (JSONDecodeError)"),
        ("x.json", b'[{"code": 1} {"code": 2}]', "x.json line 1: the list is not closed or lacks a comma"),
        ("x.json", b'[{"code": 1}', "x.json line 1: the list is not closed"),
        ("x.json", b"[" * 100_000, "x.json line 1: this is no JSON (RecursionError)"),
        ("x.json", b'[{"code": ' + b"9" * 5_000 + b"}]", "x.json line 1: this is no JSON (ValueError)"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_line(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    with pytest.raises(DecreeError) as error:
        read(tmp_path, content, name)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


cells = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(cells, cells, cells), max_size=6), st.sampled_from(",;\t"), st.sampled_from(["csv", "json"]))
def test_any_table_that_is_written_well_is_read_whole(
    tmp_path: Path, rows: list[tuple[str, str, str]], delimiter: str, kind: str
) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows([("code", "title", "aliases"), *rows])
    listed = json.dumps([dict(zip(("code", "title", "aliases"), row, strict=True)) for row in rows])
    try:
        found = read(tmp_path, buffer.getvalue() if kind == "csv" else listed, f"own.{kind}")
    except DecreeError:
        found = Decree(0, 0, "", "", ())
    good = {" ".join(row[0].split()) for row in rows if row[0].isprintable() and row[1].isprintable()}
    good &= {" ".join(row[0].split()) for row in rows if row[0].split() and row[1].split()}
    assert good <= {unit.code for unit in found.units}
    assert all(unit.title and unit.code for unit in found.units)
    json.dumps(decree_to_dict(found), ensure_ascii=False).encode()


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.sampled_from(["csv", "tsv", "json"]))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes, kind: str) -> None:
    for content in (data, b"code,title\n" + data, b'[{"code": "A", "title": "B"},' + data):
        refused = ""
        try:
            assert read(tmp_path, content, f"own.{kind}").units
        except DecreeError as error:
            refused = str(error)
        assert refused == "" or refused.startswith("own.")


def test_thirty_thousand_rows_are_read_in_time(tmp_path: Path) -> None:
    rows = "".join(f'{number // 10}.{number % 10},Unit {number},"a {number}\nb {number}"\n' for number in range(30_000))
    started = time.perf_counter()
    found = read(tmp_path, "code,title,aliases\n" + rows)
    assert (len(found.units), found.findings) == (30_000, ())
    (tmp_path / "own.json").write_text(json.dumps([{"code": str(n), "title": "x"} for n in range(30_000)], indent=0))
    assert len(read_taxonomy(tmp_path / "own.json").units) == 30_000
    assert time.perf_counter() - started < 20


def test_codes_are_looked_up_as_given_or_folded(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("code,title\n1.11,Memasak\n11.1,Mencuci\nK-2/a,Menyapu\n", "utf-8")
    catalogue = load_catalogue([tmp_path])
    assert [catalogue.unit(code).title for code in ("1.11", " 11.1 ", "k2A")] == ["Memasak", "Mencuci", "Menyapu"]
    with pytest.raises(UnknownUnitError, match=r"'111' may be 1\.11 or 11\.1"):
        catalogue.unit("111")
    data = catalogue_to_dict(catalogue)["decrees"][0]
    assert (data["number"], data["year"], data["title"], data["kind"], data["revoked_by"]) == (
        *(0, 0, "own", "taxonomy"),
        None,
    )
    assert [unit["in_force"] for unit in data["units"]] == [True, True, True]


def test_a_taxonomy_beside_a_decree_is_searched_like_it(tmp_path: Path, marketing_file: Path) -> None:
    table = "code,title,aliases\nM.70MKT00.025.2,Mi,\nX-1,Merebus Mi Kuah,bikin mie\n"
    (tmp_path / "own.csv").write_text(table, "utf-8")
    model = str(word_model(tmp_path / "model", ["merebus mi kuah bikin mie layanan"]))
    build_index([marketing_file, tmp_path / "own.csv"], tmp_path / "index", model)
    searcher = Searcher.open(tmp_path / "index")
    assert len(searcher.units) == 51
    assert searcher.unit("M.70MKT00.025.2").title == "Merancang Cetak-Biru Layanan"  # the decree's counts
    first = searcher.search("bikin mie").results[0]
    assert (first.code, first.evidence[0].field, first.evidence[0].text) == ("X-1", "alias", "bikin mie")
    assert searcher.match("Merebus mi kuah").units[0].code == "X-1"
    (gaps,) = searcher.gaps("Merebus mi kuah", ["X-1"]).units
    assert (gaps.detailed, gaps.criteria, gaps.evidence[0].text) == (False, (), "Merebus mi kuah")


def test_folders_hold_tables_too(tmp_path: Path) -> None:
    names = "b/own.csv a.json b/c/own.TSV .hidden/x.csv b/.x.csv SOURCES.md b/readme.txt x.png"
    for name in names.split():
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text("", "utf-8")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    found = [file.relative_to(tmp_path.resolve()).as_posix() for file in decree_files([tmp_path])]
    assert found == ["a.json", "b/own.csv", "b/c/own.TSV"]
