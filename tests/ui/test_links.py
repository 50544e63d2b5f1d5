"""What an address carries, and what it never does."""

from hypothesis import given
from hypothesis import strategies as st

from padan.ui.links import Language, Link, View, read_link, unit_address, write_link


def test_an_empty_address_is_the_start() -> None:
    assert read_link({}) == Link(View.MATCH, Language.INDONESIAN, "", ())
    assert write_link(Link()) == {"view": ["cocokkan"]}


def test_a_query_alone_opens_the_search() -> None:
    assert read_link({"q": ["keluhan"]}) == Link(View.SEARCH, query="keluhan")


def test_each_view_writes_its_own_part() -> None:
    everything = Link(View.SEARCH, Language.ENGLISH, "keluhan", ("A.1", "B.2"), "124/2022")
    assert write_link(everything) == {"view": ["cari"], "lang": ["en"], "q": ["keluhan"]}
    gaps = Link(View.GAPS, Language.INDONESIAN, "keluhan", ("A.1", "B.2"))
    assert write_link(gaps) == {"view": ["kesenjangan"], "unit": ["A.1", "B.2"]}
    decree = {"view": ["katalog"], "decree": ["124/2022"]}
    assert write_link(Link(View.CATALOGUE, query="keluhan", units=("A.1",), decree="124/2022")) == decree
    assert read_link(decree).decree == "124/2022"
    assert read_link({"view": ["katalog"], "decree": ["x" * 256]}).decree == ""


def test_a_unit_is_opened_over_any_view_but_gaps_which_judges_units() -> None:
    opened = {"view": ["katalog"], "unit": ["A.1"]}
    assert read_link(opened) == Link(View.CATALOGUE, opened="A.1")
    assert write_link(Link(View.CATALOGUE, opened="A.1")) == opened
    assert read_link({"view": ["kesenjangan"], "unit": ["A.1"]}) == Link(View.GAPS, units=("A.1",))
    assert write_link(Link(View.GAPS, opened="A.1")) == {"view": ["kesenjangan"]}
    assert read_link({"unit": ["x" * 101]}).opened == read_link({"unit": ["a\tb"]}).opened == ""
    assert unit_address("A 1&b", Language.ENGLISH) == "?view=cari&lang=en&unit=A+1%26b"


def test_a_run_is_kept_in_the_address_of_its_view() -> None:
    link = Link(View.BATCH, run="a-Z_9")
    assert write_link(link) == {"view": ["massal"], "run": ["a-Z_9"]}
    assert read_link({"view": ["massal"], "run": ["a-Z_9"]}) == link
    assert read_link({"view": ["massal"], "run": ["../x"]}).run == read_link({"run": ["a-Z_9"]}).run == ""


def test_a_pasted_text_in_the_search_field_does_not_reach_the_address() -> None:
    for text in ("x" * 121, "Nama saya\nWiratama", "tab\there"):
        assert write_link(Link(View.SEARCH, query=text)) == {"view": ["cari"]}
        assert read_link({"view": ["cari"], "q": [text]}).query == ""


@given(
    st.dictionaries(
        st.sampled_from(["view", "lang", "q", "unit", "decree", "run", "other"]), st.lists(st.text(), max_size=30)
    )
)
def test_any_address_can_be_read_and_what_is_written_reads_the_same(parameters: dict[str, list[str]]) -> None:
    written = write_link(read_link(parameters))
    assert write_link(read_link(written)) == written
