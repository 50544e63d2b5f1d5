"""One walk in a real browser: search, match, gaps, catalogue; then a look for the text wherever it may not be."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
from visitor import ROOT, save_world
from world import DECREE

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium, chromium-browser or google-chrome on the PATH"),
]
CANARY = "kenari7391"
ADVERT = f"Lowongan juru masak\n\nTugas:\n- Beras dicuci {CANARY}\n- Piring dihias\n- Merawat kucing\n\nGaji 5 juta\n"


@dataclass(frozen=True)
class Server:
    """A running `padan serve` whose home, caches and temporary files all lie in one folder."""

    address: str
    folder: Path
    log: Path


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    folder = tmp_path / "machine"
    (folder / "tmp").mkdir(parents=True)
    index = save_world(tmp_path / "world", DECREE)
    port = free_port()
    places = {
        "HOME": "",
        "TMPDIR": "tmp",
        "XDG_CACHE_HOME": "cache",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
    }
    environment = {
        **os.environ,
        **{name: str(folder / place) for name, place in places.items()},
        "PADAN_INDEX": str(index),
    }
    log = tmp_path / "serve.log"
    with log.open("wb") as output:
        command = [sys.executable, "-m", "padan", "serve", "--port", str(port)]
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", process, log)
            yield Server(f"http://127.0.0.1:{port}", folder, log)
        finally:
            process.terminate()
            process.wait(30)


def plain_file(name: str, text: str) -> "FilePayload":
    return {"name": name, "mimeType": "application/octet-stream", "buffer": text.encode()}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(300):
        assert process.poll() is None, log.read_text("utf-8")
        try:
            with urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the page did not start: {log.read_text('utf-8')}")


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
        expect(page.locator(".st-key-match-units .padan-unit")).to_have_text("Memasak Nasi Goreng")
        page.screenshot(path=tmp_path / "statement.png")
        page.get_by_role("button", name="Kembali ke semua unit").click()

        page.get_by_role("button", name="Lihat kesenjangan per KUK").click()
        expect(page.get_by_text("Bumbu diulek.")).to_be_visible()
        expect(page.locator(".padan-title")).to_be_in_viewport()
        expect(page.get_by_text("● Terbukti").first).to_be_visible()
        page.get_by_test_id("stExpander").get_by_text("Bandingkan CV").click()
        page.get_by_role("button", name="Pakai unit yang diminta lowongan ini").click()
        expect(page.get_by_role("alert").first).to_contain_text("Teksnya masih kosong.")
        page.screenshot(path=tmp_path / "gaps.png", full_page=True)

        page.set_viewport_size({"width": 390, "height": 844})
        too_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not page.evaluate(too_wide)
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
        assert not page.evaluate(too_wide)
        page.screenshot(path=tmp_path / "catalogue-phone.png")
        page.keyboard.press("Escape")
        expect(page).to_have_url(f"{server.address}/?view=katalog")
        assert CANARY not in page.url
        browser.close()

    assert "Uvicorn server started on 127.0.0.1:" in server.log.read_text("utf-8")
    assert CANARY not in server.log.read_text("utf-8")
    written = [path for path in server.folder.rglob("*") if path.is_file()]
    assert [path for path in written if CANARY.encode() in path.read_bytes()] == []
