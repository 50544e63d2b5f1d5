"""A walk in a real browser: a CV is matched, its gaps overruled by keyboard, beside an advert, and exported."""

import io
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from openpyxl import load_workbook
from serving import CHROMIUM, IN_A_BROWSER, TOO_WIDE, Server

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = IN_A_BROWSER
CANARY, MINE = "kenari7391", "kolibri4827"
CV = f"Pengalaman kerja\n- Beras dicuci {CANARY}\n- Piring dihias\n- Melayani tamu\n"
ADVERT = "Tugas:\n- Beras dicuci\n- Bumbu diulek\n"


def test_from_a_match_to_the_form(server: Server, tmp_path: Path) -> None:
    from playwright.sync_api import expect, sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(30_000)
        expect.set_options(timeout=30_000)
        elsewhere: list[str] = []
        page.on("request", lambda request: note_strangers(request.url, elsewhere))

        page.goto(server.address)
        page.get_by_label("Teks lowongan atau CV").fill(CV)
        page.get_by_role("radio", name="CV", exact=True).click()
        page.get_by_test_id("stFormSubmitButton").get_by_role("button", name="Cocokkan").click()
        page.get_by_role("button", name="Lihat kesenjangan per KUK").click()
        expect(page.get_by_text("○ Belum terlihat").first).to_be_visible()
        expect(page.locator(".stGraphVizChart").get_by_text("Membersihkan Dapur")).to_be_visible()

        page.locator(".st-key-edit-I-55COK00-001-1-1 button").press("Enter")
        own = page.get_by_label("Bukti Anda sendiri")
        own.fill(f"Mengulek bumbu <b>{MINE}</b>")
        page.screenshot(path=tmp_path / "overrule.png")
        own.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".padan-mine")).to_have_text([f"Mengulek bumbu <b>{MINE}</b>"])
        expect(page.locator(".padan-yours").first).to_have_text("menurut Anda")
        page.get_by_role("radio", name="K · bisa").first.click()
        expect(page.get_by_role("radio", name="K · bisa").first).to_be_checked()
        page.screenshot(path=tmp_path / "gaps.png", full_page=True)

        page.get_by_text("Bandingkan CV dengan sebuah lowongan").click()
        page.get_by_label("Teks lowongan", exact=True).fill(ADVERT)
        page.get_by_role("button", name="Pakai unit yang diminta lowongan ini").click()
        expect(page.get_by_text("Lowongan itu meminta 1 unit: 1 terlihat di teks")).to_be_visible()
        expect(page.locator(".padan-path li")).to_have_count(1)
        page.screenshot(path=tmp_path / "against.png", full_page=True)

        page.get_by_text("Isi kepala formulir").click()
        page.get_by_label("Nama asesi").fill(CANARY)
        page.get_by_role("button", name="Pakai di formulir").click()
        expect(page.get_by_text("Kepala formulir sudah terisi.")).to_be_visible()
        form = docx.Document(downloaded(page, "Formulir FR.APL.02 (Word)", "FR.APL.02-asesmen-mandiri.docx"))
        assert form.tables[-1].cell(0, 0).text == f"Nama Asesi:\n{CANARY}"
        evidence = form.tables[3].rows[1].cells[3].text
        assert f"“Beras dicuci {CANARY}”" in evidence
        assert f"Bukti dari asesi: Mengulek bumbu <b>{MINE}</b>" in evidence
        book = load_workbook(downloaded(page, "Excel", "kesenjangan.xlsx"))
        assert f"Mengulek bumbu <b>{MINE}</b>" in [cell.value for cell in book["KUK"]["K"]]
        assert MINE in downloaded(page, "CSV", "kesenjangan.csv").read().decode("utf-8-sig")
        assert f"&lt;b&gt;{MINE}&lt;/b&gt;" in downloaded(page, "Halaman cetak", "kesenjangan.html").read().decode()

        page.set_viewport_size({"width": 390, "height": 844})
        assert not page.evaluate(TOO_WIDE)
        page.emulate_media(color_scheme="dark")
        page.screenshot(path=tmp_path / "gaps-phone.png", full_page=True)
        assert elsewhere == []
        browser.close()

    assert server.holds(CANARY) == server.holds(MINE) == []


def note_strangers(address: str, elsewhere: list[str]) -> None:
    """Note what a page asks of any other machine."""
    if not address.startswith(("http://127.0.0.1:", "data:", "blob:")):
        elsewhere.append(address)


def downloaded(page: "Page", button: str, name: str) -> io.BytesIO:
    """Press a button that downloads a file: the file."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    assert waiting.value.suggested_filename == name
    return io.BytesIO(Path(waiting.value.path()).read_bytes())
