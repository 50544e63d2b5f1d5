"""The pictures of README, taken of the page over the bundled decrees: `make pictures`."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from serving import CHROMIUM, IN_A_BROWSER, Server, serve

from indexer.build import build_index
from padan.places import default_decrees

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER = os.environ.get("PADAN_PICTURES", "")
pytestmark = [*IN_A_BROWSER, pytest.mark.skipif(not FOLDER, reason="taken with: make pictures")]
LARGEST = 300_000  # bytes: a README is read on telephones too


@pytest.fixture
def marketing_server(tmp_path: Path) -> Iterator[Server]:
    build_index([default_decrees()], tmp_path / "index")
    yield from serve(tmp_path, tmp_path / "index")


def test_the_pictures_of_readme(marketing_server: Server) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        page.set_default_timeout(60_000)
        for name, height, show in (
            ("search", 760, _search),
            ("match", 860, _match),
            ("gaps", 860, _gaps),
            ("batch", 900, _batch),
            ("evaluation", 960, _evaluation),
        ):
            page.set_viewport_size({"width": 1280, "height": height})
            show(page, marketing_server.address)
            page.get_by_test_id("stSpinner").wait_for(state="detached")
            page.wait_for_timeout(1500)  # charts and the last strokes of the page
            path = Path(FOLDER) / f"{name}.png"
            page.screenshot(path=path)
            assert path.stat().st_size < LARGEST
        browser.close()


def _search(page: "Page", address: str) -> None:
    page.goto(f"{address}/?view=cari&q=cara+handle+komplen+pelanggan")
    page.locator(".padan-hit").first.wait_for()


def _match(page: "Page", address: str) -> None:
    page.goto(f"{address}/?view=cocokkan")
    page.get_by_role("button", name="CV: supervisor penjualan").click()
    page.get_by_role("button", name="Tandai di teks").nth(1).click()
    page.locator(".padan-chosen").first.wait_for()


def _gaps(page: "Page", address: str) -> None:
    page.goto(f"{address}/?view=kesenjangan&unit=M.70MKT00.026.1")
    page.get_by_role("button", name="CV: supervisor penjualan").click()
    page.locator(".st-key-edit-M-70MKT00-026-1-1 button").click()
    own = page.get_by_label("Bukti Anda sendiri")
    own.fill("SOP krisis media sosial yang saya susun pada 2022")
    own.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".padan-mine").wait_for()
    page.get_by_role("radio", name="K · bisa").first.click()
    of_the_unit = page.locator(".padan-coverage").last  # the first one counts all units together
    of_the_unit.evaluate("bar => { bar.style.scrollMarginTop = '80px'; bar.scrollIntoView({block: 'start'}) }")


def _batch(page: "Page", address: str) -> None:
    page.goto(f"{address}/?view=massal")
    page.get_by_role("button", name="Coba dengan").click()
    page.get_by_role("button", name="Mulai mencocokkan").click()
    page.get_by_test_id("stVegaLiteChart").first.wait_for()


def _evaluation(page: "Page", address: str) -> None:
    page.goto(f"{address}/?view=evaluasi")
    page.get_by_test_id("stVegaLiteChart").first.wait_for()
