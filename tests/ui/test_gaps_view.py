"""The gaps as a visitor works on them: overruling, own evidence, K and BK, an advert beside, files to take away."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from streamlit.testing.v1 import AppTest
from visitor import give, seen

from padan.export.review import Claim, Decisions, FormHead, Review, Spot, Verdict, review
from padan.ui.language import Words
from padan.ui.links import Language
from padan.ui.take_away import made
from search import Searcher

Page = Callable[..., AppTest]
COOK, CLEAN, SERVE = "I.55COK00.001.1", "I.55COK00.002.1", "I.55COK00.003.1"
CV = "Pengalaman:\n- Beras dicuci\n- Piring dihias\n"
ADVERT = "Tugas:\n- Beras dicuci\n- Bumbu diulek\n"
HOSTILE = "<img src=x onerror=alert(1)> **tebal** :material/home: $x^2$"


def gaps_of_a_cv(page: Page, *units: str, text: str = CV, **parameters: str) -> AppTest:
    app = page(view="kesenjangan", unit=list(units or (COOK,)), **parameters)
    app.segmented_control(key="gaps-kind").set_value("cv")
    give(app, text, "gaps")
    assert not app.exception
    return app


def say(app: AppTest, spot: str, evidence: str = "", state: str = "") -> AppTest:
    """Open a criterion's form, fill it and save it."""
    app.button(key=f"edit-{spot}").click().run()
    app.text_area(key=f"verdict-evidence-{spot}").set_value(evidence)
    if state:
        app.segmented_control(key=f"verdict-state-{spot}").set_value(state)
    app.button(key="verdict-save").click().run()
    assert not app.exception
    return app


def buttons(app: AppTest) -> set[str]:
    return {button.key or "" for button in app.button}


def files(app: AppTest) -> list[str]:
    return [button.key for button in app.get("download_button")]


def test_every_gap_has_a_next_step(page: Page) -> None:
    shown = seen(gaps_of_a_cv(page))
    assert "2 terbukti · 0 lemah · 1 belum terlihat" in shown
    assert '<p class="padan-step">Pernah mengerjakannya? Tulis kapan dan di mana.' in shown
    assert shown.count('<p class="padan-step">Siapkan dokumen yang menguatkannya') == 2
    assert "“Belum terlihat” tidak sama dengan “belum kompeten”" in shown


def test_own_evidence_counts_and_is_marked_as_ones_own(page: Page) -> None:
    app = say(gaps_of_a_cv(page), f"{COOK}-1", "  Mengulek bumbu rendang, 2019  ")
    shown = seen(app)
    assert shown.count("3 terbukti · 0 lemah · 0 belum terlihat") == 2  # in the overview and on the card
    assert '<span class="padan-mine">Mengulek bumbu rendang, 2019</span>' in shown
    assert (
        '<div class="padan-states"><span class="padan-chip padan-evidenced">● Terbukti</span>'
        '<div class="padan-yours">menurut Anda</div><div class="padan-yours">Temuan Padan: Belum terlihat</div></div>'
    ) in shown
    assert "1 di antaranya menurut penilaian Anda." in shown
    assert "Bawa bukti ini ke asesmen; asesor yang menilainya." in shown
    assert app.button(key=f"edit-{COOK}-1").label == "Ubah penilaian Anda"


def test_a_state_is_overruled_and_given_back(page: Page) -> None:
    app = say(gaps_of_a_cv(page), f"{COOK}-0", state="weak")
    assert "1 terbukti · 1 lemah · 1 belum terlihat" in seen(app)
    app.pills(key="gaps-filter").set_value(["weak"]).run()
    assert "Beras dicuci." in seen(app)
    app.button(key=f"edit-{COOK}-0").click().run()
    assert app.segmented_control(key=f"verdict-state-{COOK}-0").value == "weak"
    app.button(key="verdict-undo").click().run()
    assert "2 terbukti · 0 lemah · 1 belum terlihat" in seen(app)
    assert "menurut Anda" not in seen(app)


def test_one_form_is_open_at_a_time_and_can_be_left(page: Page) -> None:
    app = gaps_of_a_cv(page)
    app.button(key=f"edit-{COOK}-0").click().run()
    app.text_area(key=f"verdict-evidence-{COOK}-0").set_value("belum disimpan")
    app.button(key=f"edit-{COOK}-1").click().run()
    assert f"edit-{COOK}-0" in buttons(app)
    assert app.text_area(key=f"verdict-evidence-{COOK}-1").value == ""
    assert "verdict-undo" not in buttons(app)
    app.button(key="verdict-cancel").click().run()
    assert {f"edit-{COOK}-{place}" for place in range(3)} <= buttons(app)
    assert "menurut Anda" not in seen(app)


def test_only_the_person_answers_k_or_bk(page: Page) -> None:
    app = gaps_of_a_cv(page)
    first, second = (app.segmented_control(key=f"claim-{COOK}-{place}") for place in range(2))
    assert (first.label, first.options) == ("Dapatkah Saya …?", ["K · bisa", "BK · belum"])
    assert (first.value, second.value) == (None, None)
    first.set_value(Claim.COMPETENT).run()
    assert [app.segmented_control(key=f"claim-{COOK}-{place}").value for place in range(2)] == ["K", None]
    say(app, f"{COOK}-2", state="evidenced")
    assert [app.segmented_control(key=f"claim-{COOK}-{place}").value for place in range(2)] == ["K", None]
    app.segmented_control(key=f"claim-{COOK}-0").set_value(None).run()
    assert app.segmented_control(key=f"claim-{COOK}-0").value is None


def test_a_unit_known_by_its_title_takes_evidence_too(page: Page) -> None:
    app = gaps_of_a_cv(page, SERVE)
    assert "Tambahkan bukti kerja, atau ambil pelatihannya" in seen(app)
    say(app, f"{SERVE}-0", "Pelayan hotel, 2018")
    assert '<span class="padan-mine">Pelayan hotel, 2018</span>' in seen(app)
    assert "● Terbukti" in seen(app)


def test_an_advert_assesses_nobody(page: Page) -> None:
    app = give(page(view="kesenjangan", unit=[COOK]), ADVERT, "gaps")
    assert files(app) == ["file-xlsx", "file-csv", "file-html"]
    assert "teks ini terbaca sebagai lowongan" in seen(app)
    assert not [control.key for control in app.segmented_control if (control.key or "").startswith("claim-")]
    assert "Lowongan tidak menyebutnya" in seen(app)


def test_the_next_text_starts_afresh_and_may_take_over_what_was_said(page: Page) -> None:
    app = say(gaps_of_a_cv(page), f"{COOK}-1", "Mengulek bumbu rendang, 2019")
    app.segmented_control(key=f"claim-{COOK}-0").set_value(Claim.COMPETENT).run()
    app.button(key="gaps-edit").click().run()
    assert app.segmented_control(key="gaps-kind").value == "cv"
    app.text_area(key="gaps-text-0").set_value(f"{CV}- Melayani tamu\n")
    app.button(key="gaps-submit").click().run()
    assert "Mengulek bumbu rendang" not in seen(app)
    assert app.segmented_control(key=f"claim-{COOK}-0").value is None
    assert "Untuk teks sebelumnya Anda memberi 2 penilaian." in seen(app)
    app.button(key="gaps-earlier-use").click().run()
    assert '<span class="padan-mine">Mengulek bumbu rendang, 2019</span>' in seen(app)
    assert app.segmented_control(key=f"claim-{COOK}-0").value == "K"
    assert "gaps-earlier-use" not in buttons(app)


def compared(page: Page) -> AppTest:
    app = gaps_of_a_cv(page, SERVE)
    app.text_area(key="advert-text-0").set_value(ADVERT)
    app.button(key="advert-submit").click().run()
    assert not app.exception
    return app


def test_a_cv_beside_an_advert_says_what_to_take_next(page: Page) -> None:
    app = compared(page)
    shown = seen(app)
    assert "Lowongan itu meminta 1 unit: 0 terlihat di teks, 1 sebagian, 0 belum terlihat." in shown
    first, second = shown[shown.index('<ol class="padan-path">') :].split("<li>")[1:3]
    assert f"prasyarat untuk {COOK}" in first
    assert "Membersihkan Dapur" in first
    assert "Tambahkan unit ini ke daftar unit yang diperiksa" in first
    assert "1 dari 3 KUK belum terbukti: lengkapi buktinya satu per satu." in second
    assert f'href="#padan-unit-{COOK.replace(".", "-")}"' in second


def test_the_persons_word_shortens_the_way(page: Page) -> None:
    app = say(compared(page), f"{COOK}-1", "Mengulek bumbu rendang, 2019")
    assert "Lowongan itu meminta 1 unit: 1 terlihat di teks, 0 sebagian, 0 belum terlihat." in seen(app)
    app.multiselect[0].set_value([COOK, CLEAN]).run()
    say(app, f"{CLEAN}-0", "Sertifikat kebersihan dapur")
    assert "Semua unit yang diminta lowongan sudah terlihat." in seen(app)
    assert '<ol class="padan-path">' not in seen(app)


def test_an_advert_is_compared_with_a_cv(page: Page) -> None:
    app = give(page(view="kesenjangan", unit=[SERVE]), ADVERT, "gaps")
    assert "Bandingkan lowongan ini dengan sebuah CV" in [expander.label for expander in app.expander]
    app.button(key="cv-submit").click().run()
    assert "Teksnya masih kosong." in seen(app)
    app.text_area(key="cv-text-0").set_value(CV)
    app.button(key="cv-submit").click().run()
    assert not app.exception
    assert "Dibandingkan dengan lowongan yang meminta 1 unit." in seen(app)
    assert app.multiselect[0].value == [COOK]
    assert '<div class="padan-excerpt">Pengalaman: - Beras dicuci - Piring dihias</div>' in seen(app)
    assert "file-docx" in files(app)


def test_prerequisites_are_drawn(page: Page) -> None:
    (chart,) = gaps_of_a_cv(page).get("graphviz_chart")
    assert '"I.55COK00.002.1\\nMembersihkan Dapur\\n○ Belum terlihat"' in chart.proto.spec
    assert "n0 -> n1;" in chart.proto.spec
    assert gaps_of_a_cv(page, SERVE).get("graphviz_chart") == []


def test_evidence_of_ones_own_is_only_shown(page: Page) -> None:
    app = say(gaps_of_a_cv(page), f"{COOK}-1", HOSTILE)
    assert "&lt;img src=x onerror=alert(1)&gt; **tebal** :material/home: $x^2$</span>" in seen(app)
    assert "<img" not in seen(app)
    assert not [element for element in app.markdown if "tebal" in element.value]


def test_all_of_it_in_english(page: Page) -> None:
    app = say(gaps_of_a_cv(page, COOK, SERVE, lang="en"), f"{COOK}-1", "Ground spices, 2019")
    shown = seen(app)
    for words in ("by you", "Bring this evidence to the assessment", "Which unit comes before which", "Your evidence"):
        assert words in shown
    assert app.segmented_control(key=f"claim-{COOK}-0").options == ["K · yes", "BK · not yet"]


@pytest.fixture
def reviewed(index: Path) -> Review:
    searcher = Searcher.open(index)
    said = Decisions({Spot(COOK, 1): Verdict(None, "Mengulek bumbu rendang, 2019")})
    return review(searcher.gaps(CV, [COOK], "cv"), searcher.units, said)


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "csv", "html"])
def test_a_file_is_made_when_it_is_asked_for(reviewed: Review, suffix: str) -> None:
    data = made(reviewed, suffix, FormHead(candidate="Budi"), Words(Language.INDONESIAN))()
    assert data[:2] == {"docx": b"PK", "xlsx": b"PK", "csv": b"\xef\xbb", "html": b"<!"}[suffix]
    if suffix == "docx":
        signatures = docx.Document(io.BytesIO(data)).tables[-1]
        assert signatures.cell(0, 0).text == "Nama Asesi:\nBudi"


def test_a_fault_while_a_file_is_made_quotes_nobody(
    reviewed: Review, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ValueError(CV)

    monkeypatch.setattr("padan.export.formats.to_csv", fail)
    with pytest.raises(RuntimeError, match="csv") as raised:
        made(reviewed, "csv", FormHead(), Words(Language.INDONESIAN))()
    assert raised.value.__suppress_context__
    assert "The page met an internal ValueError." in caplog.text
    assert "Beras dicuci" not in caplog.text


def test_files_and_the_head_of_the_form(page: Page) -> None:
    app = gaps_of_a_cv(page)
    assert files(app) == ["file-docx", "file-xlsx", "file-csv", "file-html"]
    app.text_input(key="head-candidate").set_value("Budi")
    app.button(key="head-use").click().run()
    assert "Kepala formulir sudah terisi." in seen(app)
    app.segmented_control(key="view").set_value("cari").run()
    app.segmented_control(key="view").set_value("kesenjangan").run()
    assert app.text_input(key="head-candidate").value == "Budi"
