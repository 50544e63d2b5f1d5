"""Each view as a visitor meets it, in the smallest world, with exact words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from visitor import give, seen

from padan.ui import input_form
from padan.ui.samples import samples
from padan.ui.state import searcher
from search import Searcher
from search.types import MatchAnswer, SearchAnswer

Page = Callable[..., AppTest]
ADVERT = (
    "Lowongan juru masak\n\nTugas:\n- Beras dicuci bersih\n- Piring dihias cantik\n- Merawat kucing\n\nGaji 5 juta\n"
)
COOK = "I.55COK00.001.1"


def percent(index: Path) -> int:
    """How sure the library is of the advert's first unit, as the page writes it."""
    return round(Searcher.open(index).match(ADVERT).units[0].confidence * 100)


def pick(statement: int) -> str:
    """What makes a statement of the text a thing to choose."""
    return f'data-choose="statement:{statement}" role="button" tabindex="0" aria-pressed="false"'


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def test_the_start_asks_for_a_text_and_offers_samples(page: Page) -> None:
    app = page()
    assert not app.exception
    assert '<h2 class="padan-title">Cocokkan lowongan atau CV</h2>' in seen(app)
    assert app.segmented_control(key="match-kind").options == ["Kenali sendiri", "Lowongan kerja", "CV"]
    assert labels(app)[0] == "Cocokkan"
    assert labels(app)[1:] == [
        "Lowongan: brand manager (bahasa Inggris)",
        "CV: desainer grafis (bahasa Inggris)",
        "CV: supervisor penjualan",
        "Lowongan: customer service",
        "Lowongan: network engineer (bahasa campuran)",
        "Lowongan: sales, satu baris tanpa tanda baca",
    ]
    assert "Katalog: 3 unit kompetensi, 1 di antaranya dengan kriteria." in seen(app)


def test_a_sample_without_a_label_keeps_the_name_of_its_file(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lowongan-kasir.txt").write_text("Beras dicuci", "utf-8")
    monkeypatch.setattr(input_form, "samples", lambda: samples(tmp_path))
    assert labels(page())[1:] == ["Lowongan kasir"]


def test_a_sample_is_one_click(page: Page) -> None:
    app = page()
    app.button(key="match-sample-4").click().run()
    assert not app.exception
    assert "NETWORK ENGINEER" in seen(app)


def test_nothing_in_the_catalogue_fits_is_said_plainly(page: Page) -> None:
    app = give(page(), "Merawat kucing dan anjing")
    assert "Tidak ada unit dalam katalog ini yang cocok dengan teks Anda." in seen(app)
    assert "match-gaps" not in {button.key for button in app.button}


def test_match_marks_the_text_and_quotes_it(page: Page, index: Path) -> None:
    app = give(page(), ADVERT)
    shown = seen(app)
    assert "Lowongan kerja · bahasa campuran · 6 pernyataan · 2 tidak tercakup unit mana pun" in shown
    chosen = '<span class="padan-mark padan-chosen" data-number="{0}" id="padan-statement-{0}"'
    assert (
        '<span class="padan-mark padan-heading">Tugas:</span>\n'
        f"- {chosen.format(1)} {pick(2)}>Beras dicuci bersih</span>\n"
        f"- {chosen.format(2)} {pick(3)}>Piring dihias cantik</span>\n"
        f'- <span class="padan-mark padan-uncovered" {pick(4)}>Merawat kucing</span>\n\n'
        f'<span class="padan-mark padan-noise" {pick(5)}>Gaji 5 juta</span>'
    ) in shown
    assert '<span class="padan-said">Beras dicuci bersih</span>' in shown
    assert '<div class="padan-met">mendukung KUK: <q>Beras dicuci.</q></div>' in shown
    assert f"Cocok kuat · {percent(index)}%" in shown
    assert "Memasak Nasi Goreng" in shown


def test_what_a_cv_disclaims_is_said_to_be_no_evidence(page: Page) -> None:
    why = "harapan, sangkalan, atau pekerjaan orang lain: bukan bukti"
    app = page()
    app.segmented_control(key="match-kind").set_value("cv")
    shown = seen(give(app, "Pengalaman:\n- Beras dicuci\n- Saya belum pernah menghias piring\n"))
    assert f'<span class="padan-mark padan-disclaimed">{why}</span>' in shown
    disclaimed = f'<span class="padan-mark padan-disclaimed" title="{why}" {pick(2)}>'
    assert f"{disclaimed}Saya belum pernah menghias piring</span>" in shown
    assert why not in seen(give(page(), ADVERT))


def test_choosing_another_unit_moves_the_marks(page: Page) -> None:
    app = give(page(), "Tugas:\n- Beras dicuci\n- Melayani tamu\n")
    first, second = [button for button in app.button if (button.key or "").startswith("mark-")][:2]
    assert (first.label, first.disabled) == ("Sedang ditandai", True)
    assert second.label == "Tandai di teks"
    before = seen(app)
    second.click().run()
    marked = 'class="padan-mark padan-chosen" data-number="1"', 'class="padan-mark padan-chosen" data-number="2"'
    assert [mark in before for mark in marked] != [mark in seen(app) for mark in marked]
    assert sum(mark in seen(app) for mark in marked) == 1


def test_choosing_a_statement_shows_its_units_and_the_way_back(page: Page) -> None:
    app = give(page(), ADVERT)
    app.session_state["padan-statement"] = 2
    shown = seen(app.run())
    assert "Unit untuk pernyataan ini" in shown
    assert 'padan-picked" data-number="1"' in shown
    assert "Memasak Nasi Goreng" in shown
    assert "padan-chosen" not in shown
    app.session_state["padan-statement"] = 5
    shown = seen(app.run())
    assert "Bagian ini bukan tugas atau syarat kerja" in shown
    assert "Memasak Nasi Goreng" not in shown
    app.button(key="match-all").click().run()
    assert "padan-picked" not in seen(app)
    app.session_state["padan-statement"] = 2
    app.run().button(key="mark-1").click().run()
    assert "padan-chosen" in seen(app)
    assert "padan-picked" not in seen(app)


def test_a_depth_is_offered_where_the_index_has_two(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    app = give(page(), ADVERT)
    assert "match-depth" not in {control.key for control in app.segmented_control}
    asked: list[str | None] = []
    fast = Searcher.match

    def match(self: Searcher, text: str, kind: str, depth: str | None = None) -> MatchAnswer:
        asked.append(depth)
        return fast(self, text, kind, depth="fast")

    monkeypatch.setattr(Searcher, "match", match)
    monkeypatch.setitem(vars(searcher()), "deepest", "deep")
    app.run().segmented_control(key="match-depth").set_value("fast").run()
    assert asked == ["deep", "fast"]
    assert app.run().segmented_control(key="match-depth").value == "fast"


def test_gaps_follow_from_the_match(page: Page) -> None:
    app = give(page(), ADVERT)
    app.button(key="match-gaps").click().run()
    shown = seen(app)
    assert app.query_params["view"] == "kesenjangan"
    assert app.multiselect[0].value == [COOK]
    assert "2 terbukti · 0 lemah · 1 belum terlihat" in shown
    assert shown.count("● Terbukti") == 2
    assert (
        '<span>Bumbu diulek.</span></div><span class="padan-chip padan-not_evidenced">○ Belum terlihat</span>' in shown
    )
    assert "“Belum terlihat” berarti lowongan ini tidak menyebutkannya" in shown
    assert "Unit prasyarat</h4>" in shown
    assert 'Membersihkan Dapur</a></div></div><span class="padan-chip padan-not_evidenced">' in shown
    assert app.expander[1].label == "Ada di teks, di luar unit-unit ini (2 pernyataan)"
    assert '<span class="padan-said">Merawat kucing</span>' in shown


def test_gaps_are_filtered_by_state(page: Page) -> None:
    app = give(page(view="kesenjangan"), ADVERT, "gaps")
    app.pills(key="gaps-filter").set_value(["not_evidenced"]).run()
    assert "Bumbu diulek." in seen(app)
    assert "Piring dihias." not in seen(app)
    app.pills(key="gaps-filter").set_value(["weak"]).run()
    assert "Tidak ada KUK dengan status yang dipilih." in seen(app)


def test_a_unit_known_by_its_title_says_so(page: Page) -> None:
    app = give(page(view="kesenjangan", unit="I.55COK00.003.1"), "Melayani tamu hotel", "gaps")
    assert app.multiselect[0].value == ["I.55COK00.003.1"]
    assert "Katalog hanya memuat judul unit ini; kriterianya tidak ada di dalam keputusan." in seen(app)
    assert '<span class="padan-said">Melayani tamu hotel</span>' in seen(app)
    assert "padan-bar" not in seen(app)
    assert "belum terlihat</span>" not in seen(app)
    assert seen(app).count('Melayani Tamu</a></div></div><span class="padan-chip') == 1
    assert [pills.key for pills in app.pills] == []


def test_only_units_with_criteria_have_a_bar(page: Page) -> None:
    app = give(page(view="kesenjangan", unit=[COOK, "I.55COK00.003.1"]), ADVERT, "gaps")
    shown = seen(app)
    assert shown.count("padan-bar") == shown.count("terbukti · ") == 3  # of all units, in the overview, on the card
    assert 'Melayani Tamu</a></div></div><span class="padan-chip' in shown
    assert [pills.key for pills in app.pills] == ["gaps-filter"]


def test_units_a_person_chose_stay_for_the_next_text(page: Page) -> None:
    app = give(page(view="kesenjangan"), "Melayani tamu", "gaps")
    assert app.multiselect[0].value == ["I.55COK00.003.1"]
    app.multiselect[0].set_value(["I.55COK00.002.1"]).run()
    assert app.query_params["unit"] == "I.55COK00.002.1"
    app.button(key="gaps-edit").click().run()
    give(app, ADVERT, "gaps")
    assert app.multiselect[0].value == ["I.55COK00.002.1"]
    app.button(key="gaps-best").click().run()
    assert app.multiselect[0].value == [COOK]
    assert "unit" not in app.query_params


def test_a_link_may_print_a_code_as_the_decree_does_and_may_be_wrong(page: Page) -> None:
    app = give(page(view="kesenjangan", unit=["i.55.cok00.001.1", "X.1"]), ADVERT, "gaps")
    assert app.multiselect[0].value == [COOK]
    assert "Kode unit itu tidak ada di dalam katalog. Pilih unit dari daftar." in seen(app)


def test_no_unit_chosen_is_said_plainly(page: Page) -> None:
    app = give(page(view="kesenjangan"), "Merawat kucing dan anjing", "gaps")
    assert app.multiselect[0].value == []
    assert "Tidak ada unit yang cocok dengan teks ini. Pilih sendiri unit yang ingin diperiksa." in seen(app)
    app.multiselect[0].set_value([COOK]).run()
    app.multiselect[0].set_value([]).run()
    assert "Pilih setidaknya satu unit." in seen(app)


def test_a_cv_against_an_advert(page: Page) -> None:
    app = page(view="kesenjangan")
    app.segmented_control(key="gaps-kind").set_value("cv")
    give(app, "Pengalaman: melayani tamu", "gaps")
    app.text_area(key="advert-text-0").set_value(ADVERT)
    app.button(key="advert-submit").click().run()
    assert "Dibandingkan dengan lowongan yang meminta 1 unit." in seen(app)
    assert app.multiselect[0].value == [COOK]
    assert "0 terbukti · 0 lemah · 3 belum terlihat" in seen(app)
    app.button(key="advert-clear").click().run()
    assert "Dibandingkan dengan" not in seen(app)


def test_an_advert_that_asks_for_nothing_here(page: Page) -> None:
    app = page(view="kesenjangan")
    app.segmented_control(key="gaps-kind").set_value("cv")
    give(app, ADVERT, "gaps")
    app.text_area(key="advert-text-0").set_value("Merawat kucing dan anjing")
    app.button(key="advert-submit").click().run()
    assert "Lowongan itu tidak meminta unit apa pun dari katalog ini." in seen(app)


def test_the_text_can_be_changed_and_stays_in_the_form(page: Page) -> None:
    app = give(page(), ADVERT)
    app.button(key="match-edit").click().run()
    assert app.text_area(key="match-text-0").value == ADVERT
    give(app, "Melayani tamu")
    assert "Beras dicuci" not in seen(app)


def test_search_marks_the_words_and_opens_the_unit(page: Page, index: Path) -> None:
    app = page(view="cari", q="cuci beras")
    shown = seen(app)
    hit = '<span class="padan-mark padan-hit">Beras</span> <span class="padan-mark padan-hit">dicuci</span>.'
    assert hit in shown
    score = round(Searcher.open(index).search("cuci beras").results[0].score * 100)
    assert f"kedekatan {score} dari 100" in shown
    assert shown.count("hanya judul") == 2
    app.button(key="open-1").click().run()
    assert app.query_params == {"view": "cari", "q": "cuci beras", "unit": COOK}
    assert '<span class="padan-no">1.2</span><span>Bumbu diulek.</span>' in seen(app)
    app.button(key="unit-judge").click().run()
    assert app.query_params == {"view": "kesenjangan", "unit": COOK}
    app = page(view="cari", q="cuci beras")
    app.button(key="judge-1").click().run()
    assert app.query_params == {"view": "kesenjangan", "unit": COOK}
    assert app.button(key="gaps-submit").label == "Periksa kesenjangan"


def test_search_is_narrowed_to_units_with_criteria(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    app = page(view="cari", q="cuci beras tamu dapur")
    assert "3 dari 3 unit, yang paling dekat lebih dulu" in seen(app)
    assert [box.key for box in app.selectbox] == ["search-printed"]  # one decree without a map: nothing else to choose
    app.selectbox(key="search-printed").set_value("detailed").run()
    assert "1 dari 1 unit" in seen(app)
    one = Searcher.search
    monkeypatch.setattr(Searcher, "search", lambda self, query, k: one(self, query, min(k, 1)))
    app = page(view="cari", q="cuci beras")
    app.selectbox(key="search-printed").set_value("title").run()
    assert "Ada 1 unit yang berkaitan, tetapi tidak satu pun sesuai saringan di atas." in seen(app)


def test_search_starts_with_examples(page: Page) -> None:
    app = page(view="cari")
    assert labels(app)[1:] == [
        "menangani keluhan pelanggan",
        "cara handle komplen pelanggan yg marah2",
        "riset pasar dan analisis pesaing",
    ]
    app.button(key="search.example.1").click().run()
    assert not app.exception
    assert app.text_input[0].value == "menangani keluhan pelanggan"
    assert app.query_params["q"] == "menangani keluhan pelanggan"


def test_a_query_about_nothing_here(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Searcher, "search", lambda _, query, k: SearchAnswer(query, ()[:k]))
    app = page(view="cari", q="zzz")
    assert "Tidak ada unit dalam katalog ini yang berkaitan." in seen(app)


@pytest.mark.parametrize(
    ("view", "title"),
    [
        ("cari", "Search units"),
        ("cocokkan", "Match a job"),
        ("kesenjangan", "Gaps, criterion"),
        ("katalog", "Catalogue</h2>"),
        ("massal", "Match many adverts at once"),
        ("evaluasi", "How well does Padan answer"),
    ],
)
def test_every_view_speaks_english(page: Page, view: str, title: str) -> None:
    app = page(view=view, lang="en")
    assert title in seen(app)
    assert app.query_params["lang"] == "en"


def test_the_menu_changes_view_and_language_and_keeps_the_answer(page: Page, index: Path) -> None:
    sure = f"Strong match · {percent(index)}%"
    app = give(page(), ADVERT)
    app.segmented_control(key="lang").set_value("en").run()
    assert sure in seen(app)
    app.segmented_control(key="view").set_value("cari").run()
    assert "Search units of competency" in seen(app)
    app.segmented_control(key="view").set_value("cocokkan").run()
    assert sure in seen(app)
