"""One walk in a real browser: search, match, gaps, catalogue; then a look for the text wherever it may not be."""

import re
from pathlib import Path

from serving import CHROMIUM, IN_A_BROWSER, TOO_WIDE, Server, plain_file

pytestmark = IN_A_BROWSER
CANARY = "kenari7391"
ADVERT = f"Lowongan juru masak\n\nTugas:\n- Beras dicuci {CANARY}\n- Piring dihias\n- Merawat kucing\n\nGaji 5 juta\n"


def test_from_a_search_to_the_gaps(server: Server, tmp_path: Path) -> None:
    from playwright.sync_api import expect, sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(30_000)
        expect.set_options(timeout=30_000)

        page.goto(f"{server.address}/?view=cari")
        page.get_by_placeholder("misalnya: menangani keluhan pelanggan").fill("cuci beras")
        page.get_by_placeholder("misalnya: menangani keluhan pelanggan").press("Enter")
        expect(page.locator(".padan-unit").first).to_have_text("Memasak Nasi Goreng")
        expect(page).to_have_url(f"{server.address}/?view=cari&q=cuci+beras")
        page.screenshot(path=tmp_path / "search.png")

        page.get_by_role("radio", name="Cocokkan").click()
        box = page.get_by_label("Teks lowongan atau CV")
        box.fill("Belum dikirim")
        page.locator("input[type=file]").set_input_files(plain_file("rusak.pdf", f"%PDF-1.7 {CANARY}"))
        expect(page.get_by_role("alert").first).to_contain_text("rusak.pdf is no readable PDF")
        expect(box).to_have_value("Belum dikirim")
        page.locator("input[type=file]").set_input_files(plain_file("lowongan.txt", ADVERT))
        expect(page.get_by_text("Berkas sudah dibaca")).to_be_visible()
        expect(box).to_have_count(1)  # the one before it goes when the page is drawn
        expect(box).to_have_value(ADVERT)
        page.get_by_test_id("stFormSubmitButton").get_by_role("button", name="Cocokkan").click()
        expect(page.locator(".padan-text .padan-chosen").first).to_have_text(f"Beras dicuci {CANARY}")
        expect(page.locator(".padan-said").first).to_be_visible()
        page.locator("a.padan-number").first.click()
        expect(page.locator(".padan-mark:target")).to_be_in_viewport()
        page.screenshot(path=tmp_path / "match.png")
        page.get_by_role("button", name="Merawat kucing").press("Enter")
        expect(page.get_by_text("Tidak ada unit dalam katalog ini yang memuat pekerjaan itu.")).to_be_visible()
        page.get_by_role("button", name="Piring dihias").click()
        # a list waits until what was drawn before is gone; a plain text fails where two are there
        expect(page.locator(".st-key-match-units .padan-unit")).to_have_text(["Memasak Nasi Goreng"])
        page.screenshot(path=tmp_path / "statement.png")
        page.get_by_role("button", name="Kembali ke semua unit").click()

        page.get_by_role("button", name="Lihat kesenjangan per KUK").click()
        expect(page.get_by_text("Bumbu diulek.")).to_be_visible()
        expect(page.locator(".padan-title")).to_have_count(1)
        expect(page.locator(".padan-title")).to_be_in_viewport()
        expect(page.get_by_text("● Terbukti").first).to_be_visible()
        page.get_by_test_id("stExpander").get_by_text("Bandingkan lowongan ini").click()
        page.get_by_role("button", name="Bandingkan dengan lowongan ini").click()
        expect(page.get_by_role("alert").first).to_contain_text("Teksnya masih kosong.")
        page.screenshot(path=tmp_path / "gaps.png", full_page=True)

        page.set_viewport_size({"width": 390, "height": 844})
        assert not page.evaluate(TOO_WIDE)
        page.screenshot(path=tmp_path / "gaps-phone.png")
        page.goto(f"{server.address}/?view=cari")
        field = page.get_by_placeholder("misalnya: menangani keluhan pelanggan")
        field.press_sequentially("menangani keluhan pelanggan yang marah")
        hint = page.get_by_test_id("InputInstructions")
        expect(hint).to_have_text("Press Enter to submit form")
        expect(hint).to_be_hidden()
        page.screenshot(path=tmp_path / "search-phone.png")
        page.goto(f"{server.address}/?view=katalog")
        page.get_by_role("link", name="Memasak Nasi Goreng").click()
        expect(page.get_by_role("dialog").get_by_text("Bumbu diulek.")).to_be_visible()
        expect(page).to_have_url(f"{server.address}/?view=katalog&unit=I.55COK00.001.1")
        assert not page.evaluate(TOO_WIDE)
        page.screenshot(path=tmp_path / "catalogue-phone.png")
        page.keyboard.press("Escape")
        expect(page).to_have_url(f"{server.address}/?view=katalog")
        assert CANARY not in page.url
        browser.close()

    assert "Uvicorn server started on 127.0.0.1:" in server.log.read_text("utf-8")
    assert server.holds(CANARY) == []


def test_through_a_table_of_adverts_and_a_reload(server: Server, tmp_path: Path) -> None:
    from playwright.sync_api import expect, sync_playwright

    adverts = "".join(f"{number},Beras dicuci {CANARY} {number}\n" for number in range(120))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(60_000)
        expect.set_options(timeout=60_000)

        page.goto(f"{server.address}/?view=massal")
        page.locator("input[type=file]").set_input_files(plain_file("lowongan.csv", f"id,teks\n{adverts}"))
        expect(page.get_by_text(f"Beras dicuci {CANARY} 0")).to_be_visible()
        page.screenshot(path=tmp_path / "batch-columns.png")
        page.get_by_role("button", name="Mulai mencocokkan").click()
        expect(page).to_have_url(re.compile(r"run=[A-Za-z0-9_-]{22}$"))
        page.reload()
        expect(page.get_by_text("Unit yang paling banyak diminta")).to_be_visible()
        expect(page.locator(".padan-big").first).to_have_text("120")
        expect(
            page.locator("[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg").first
        ).to_be_visible()
        page.screenshot(path=tmp_path / "batch.png", full_page=True)
        with page.expect_download() as download:
            page.get_by_role("button", name="Unduh tabel hasil").click()
        assert download.value.suggested_filename == "hasil-padan.xlsx"
        assert download.value.path().read_bytes()[:2] == b"PK"
        page.set_viewport_size({"width": 390, "height": 844})
        assert not page.evaluate(TOO_WIDE)
        page.screenshot(path=tmp_path / "batch-phone.png")
        page.get_by_role("button", name="Hapus hasil dan mulai lagi").click()
        expect(page).to_have_url(f"{server.address}/?view=massal")

        page.goto(f"{server.address}/?view=evaluasi")
        expect(page.get_by_text("Sistem berdampingan")).to_be_visible()
        expect(page.get_by_role("radio", name="Evaluasi")).to_be_in_viewport(ratio=0.9)
        expect(page.locator(".padan-findings").last).to_be_visible()
        assert not page.evaluate(TOO_WIDE)
        page.screenshot(path=tmp_path / "evaluation-phone.png", full_page=True)
        browser.close()

    assert server.holds(CANARY) == []
