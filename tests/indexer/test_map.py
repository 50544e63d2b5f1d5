"""The function map is read by its meaning: fungsi dasar are unit titles, what stands left of them are labels."""

from indexer.decree.alignment import Pair, heaviest_chain
from indexer.decree.function_map import parse_function_map
from indexer.read import TableRow
from search.types import Finding, Place

TITLES = ["Menata Kamar", "Membersihkan Area Umum", "Menyajikan Hidangan"]
CODES = ["A.1", "A.2", "A.3"]


def read(*rows: str) -> tuple[list[tuple[str, ...]], list[str]]:
    """Paths and finding kinds of a map given as rows of `|`-separated cells."""
    found: list[Finding] = []
    blocks = [TableRow(tuple(row.split("|")), Place("line", n)) for n, row in enumerate(rows, start=1)]
    mapped = parse_function_map(blocks, CODES, TITLES, found)
    return [(one.path.unit, *one.path.path) for one in mapped], [finding.kind for finding in found]


def test_cells_in_their_columns() -> None:
    paths, kinds = read("T|K|U|Menata kamar", "|||Membersihkan area umum", "|L|V|Menyajikan hidangan")
    assert paths == [
        ("A.1", "T", "K", "U", "Menata kamar"),
        ("A.2", "T", "K", "U", "Membersihkan area umum"),
        ("A.3", "T", "L", "V", "Menyajikan hidangan"),
    ]
    assert kinds == []


def test_shifted_cells() -> None:
    paths, kinds = read("T|K|U|Menata kamar", "V|Membersihkan area umum||", "L|W||Menyajikan hidangan")
    assert paths[1:] == [
        ("A.2", "T", "K", "V", "Membersihkan area umum"),
        ("A.3", "T", "L", "W", "Menyajikan hidangan"),
    ]
    assert kinds == ["map-shifted"] * 4


def test_labels_in_rows_of_their_own() -> None:
    paths, _ = read(
        "T|||", "|K||", "||U|", "|||Menata kamar", "||V|", "|||Membersihkan area umum", "|||Menyajikan hidangan"
    )
    assert [path[1:4] for path in paths] == [("T", "K", "U"), ("T", "K", "V"), ("T", "K", "V")]


def test_a_label_cut_over_a_page_completes_the_rows_above() -> None:
    paths, _ = read("T|K|Mengelola|Menata kamar", "||hotel besar|Membersihkan area umum", "||V|Menyajikan hidangan")
    assert [path[3] for path in paths] == ["Mengelola hotel besar", "Mengelola hotel besar", "V"]


def test_a_title_cut_over_a_page() -> None:
    paths, kinds = read("T|K|U|Menata kamar", "|||Membersihkan", "|||area umum", "|||Menyajikan hidangan")
    assert [path[4] for path in paths] == ["Menata kamar", "Membersihkan area umum", "Menyajikan hidangan"]
    assert kinds == []


def test_a_title_in_quite_other_words_is_known_by_its_place() -> None:
    paths, _ = read("T|K|U|Menata kamar", "|||Lobi", "|||Menyajikan hidangan")
    assert paths[1] == ("A.2", "T", "K", "U", "Lobi")


def test_what_is_in_one_of_list_and_map_only() -> None:
    paths, kinds = read("T|K|U|Menata kamar", "|||Lobi", "|||Kolam renang", "|||Menyajikan hidangan")
    assert [path[0] for path in paths] == ["A.1", "A.3"]
    assert kinds == ["map-unmatched", "map-unmatched", "not-in-map"]


def test_a_label_equal_to_a_title_is_a_label() -> None:
    paths, _ = read(
        "T|K|Menata kamar|Menata kamar", "|||Membersihkan area umum", "||Menyajikan hidangan|Menyajikan hidangan"
    )
    assert [path[3:] for path in paths] == [
        ("Menata kamar", "Menata kamar"),
        ("Menata kamar", "Membersihkan area umum"),
        ("Menyajikan hidangan", "Menyajikan hidangan"),
    ]


def test_heaviest_chain() -> None:
    pairs = [Pair(0, 2, 1.0), Pair(0, 0, 0.6), Pair(1, 1, 0.6), Pair(2, 2, 0.6), Pair(2, 1, 0.9)]
    assert heaviest_chain(pairs) == [Pair(0, 0, 0.6), Pair(1, 1, 0.6), Pair(2, 2, 0.6)]
    assert heaviest_chain([]) == []
