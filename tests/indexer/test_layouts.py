"""However a decree is laid out, the catalogue is the same."""

from random import Random

from hotel_decree import CODES, HOTEL, TITLES, Layout, bare, printed
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.decree import parse_decree
from indexer.read.markdown import blocks_of_text
from search.types import Decree, Finding


class Drawn(Layout):
    """A layout whose answers hypothesis chooses."""

    def __init__(self, choices: Random) -> None:
        self._choices = choices

    def yes(self) -> bool:
        return self._choices.random() < 0.5

    def pick(self, least: int, most: int) -> int:
        return self._choices.randint(least, most)


def parse(text: str) -> Decree:
    return parse_decree(blocks_of_text(text), "hotel.md")


def kinds(findings: tuple[Finding, ...]) -> list[str]:
    return sorted({finding.kind for finding in findings})


def test_plain_layout() -> None:
    decree = parse(printed(Layout()))
    assert bare(decree) == HOTEL
    assert kinds(decree.findings) == ["no-body"]


@settings(max_examples=150, deadline=None)
@given(st.randoms())
def test_any_layout_gives_the_same_decree(choices: Random) -> None:
    text = printed(Drawn(choices))
    assert bare(parse(text)) == HOTEL, text


@settings(max_examples=50, deadline=None)
@given(st.randoms())
def test_layout_alone_is_no_finding_of_content(choices: Random) -> None:
    decree = parse(printed(Drawn(choices)))
    assert set(kinds(decree.findings)) <= {"no-body", "code-variant", "map-shifted", "criteria-doubtful"}


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_blank_lines_and_line_ends_do_not_matter(data: st.DataObject) -> None:
    lines = printed(Layout()).split("\n")
    gaps = data.draw(st.lists(st.integers(0, len(lines)), max_size=20))
    for place in sorted(gaps, reverse=True):
        lines.insert(place, "")
    end = data.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    assert bare(parse(end.join(lines))) == HOTEL


def test_both_forms_of_a_code_are_one_unit() -> None:
    text = printed(Layout()).replace(f"KODE UNIT : {CODES[2]}", "KODE UNIT : I.55.HDR00.003.2")
    decree = parse(text)
    assert bare(decree) == HOTEL
    assert decree.units[2].printed_codes == ("I.55HDR00.003.2", "I.55.HDR00.003.2")
    finding = next(finding for finding in decree.findings if finding.kind == "code-variant")
    lines = text.split("\n")
    assert finding.where is not None
    assert lines[finding.where.number - 1] == "KODE UNIT : I.55.HDR00.003.2"


def test_title_of_the_list_is_kept_and_the_other_reported() -> None:
    decree = parse(printed(Layout()).replace(f"JUDUL UNIT : {TITLES[2]}", "JUDUL UNIT : Menata Ruang Tamu"))
    assert decree.units[2].title == TITLES[2]
    finding = next(finding for finding in decree.findings if finding.kind == "title-differs")
    assert "'Menata kamar tamu'" in finding.message
    assert "'Menata Ruang Tamu'" in finding.message


def test_wrong_elements_are_found() -> None:
    text = printed(Layout())
    for old, new in (
        ("Menyiapkan perlengkapan kamar", "Menyajikan hidangan pembuka"),
        ("Menata tempat tidur (bed making)", "Menyajikan hidangan utama di restoran"),
        ("Memeriksa kamar", "Mengangkat piring"),
    ):
        text = text.replace(old, new)
    finding = next(finding for finding in parse(text).findings if finding.kind == "elements-off-title")
    assert f"{CODES[2]} '{TITLES[2]}'" in finding.message
    assert f"{CODES[4]} '{TITLES[4]}'" in finding.message
