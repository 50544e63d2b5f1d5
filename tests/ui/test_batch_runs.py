"""Runs over tables: watched, taken away, forgotten; nothing of a table stays on the disk."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest
from visitor import save_world
from world import COOK, DECREE

from padan.ui import batch_runs, private_folder
from padan.ui.batch_cards import all_units, most_asked, progress_line
from padan.ui.batch_runs import Run, Runs, RunState, RunWish, Table, glance
from padan.ui.charts import Count
from padan.ui.language import Words
from padan.ui.links import Language
from padan.ui.private_folder import PrivateFolder, sweep
from search.batch import BatchPlan, Columns, Progress, Tally, Wanted
from search.errors import InputError

CANARY = "kenari7391"
ADVERTS = f"no,teks\n1,Beras dicuci {CANARY}\n2,Merawat kucing\n3,\n"
TABLE = Table("lowongan.csv", ADVERTS.encode())
JSONL = RunWish(Wanted("teks", "no"), "job", ".jsonl")
INDONESIAN = Words(Language.INDONESIAN)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_world(tmp_path_factory.mktemp("world"), DECREE)


@pytest.fixture
def runs(tmp_path: Path) -> Iterator[Runs]:
    made = Runs(tmp_path / "runs")
    yield made
    made.close()


def ended(runs: Runs, name: str) -> Run:
    end = monotonic() + 60
    while monotonic() < end:
        run = runs.get(name)
        assert run is not None
        if run.state is not RunState.RUNNING:
            return run
        sleep(0.02)
    pytest.fail("the run did not end")


def test_a_glance_tells_the_columns_and_leaves_nothing(tmp_path: Path) -> None:
    seen = glance(TABLE, tmp_path / "runs")
    assert (seen.names, seen.guess) == (("no", "teks"), Columns("teks", "no"))
    assert [(row.number, row.id, row.fault) for row in seen.rows] == [
        (1, "1", ""),
        (2, "2", ""),
        (3, "3", "the text is empty"),
    ]
    assert glance(Table("a.csv", b"x,y\n1,2\n"), tmp_path / "runs").guess is None
    with pytest.raises(InputError, match="tables of adverts are read as"):
        glance(Table("a.pdf", b"%PDF"), tmp_path / "runs")
    assert list((tmp_path / "runs").iterdir()) == []


def test_what_came_of_a_run_is_in_memory_and_its_folder_is_gone(runs: Runs, tiny: Path, tmp_path: Path) -> None:
    name = runs.start(TABLE, JSONL, tiny)
    run = ended(runs, name)
    assert (run.state, run.fault) == (RunState.DONE, None)
    assert (run.tally.rows, run.tally.answered, run.tally.units[COOK.code]) == (3, 2, 1)
    assert CANARY in json.loads(run.matches.splitlines()[0])["evidence"][0]["text"]
    assert run.errors == b"row,reason\r\n3,the text is empty\r\n"
    assert run.progress is not None
    assert run.progress.share == 1.0
    assert list((tmp_path / "runs").iterdir()) == []
    assert CANARY not in repr(run)
    runs.forget(name)
    assert runs.get(name) is None


def test_a_name_cannot_be_guessed(runs: Runs, tiny: Path) -> None:
    names = [runs.start(TABLE, JSONL, tiny) for _ in range(2)]
    assert len(set(names)) == 2
    assert all(len(name) == 22 for name in names)
    for name in names:
        ended(runs, name)


@pytest.mark.parametrize(
    ("table", "columns", "message"),
    [
        (TABLE, Wanted("isi"), "has no column 'isi'"),
        (Table("x.xlsx", b"no sheet"), Wanted("isi"), "x.xlsx"),
    ],
)
def test_what_cannot_be_read_is_refused_before_it_starts(
    runs: Runs, tiny: Path, tmp_path: Path, table: Table, columns: Wanted, message: str
) -> None:
    with pytest.raises(InputError, match=message):
        runs.start(table, RunWish(columns), tiny)
    assert list((tmp_path / "runs").iterdir()) == []


def test_a_table_may_be_called_like_the_output(runs: Runs, tiny: Path) -> None:
    name = runs.start(
        Table("matches.jsonl", b'{"teks": "Beras dicuci"}\n'), RunWish(Wanted("teks"), "job", ".jsonl"), tiny
    )
    assert ended(runs, name).state is RunState.DONE


def test_a_run_is_stopped_after_the_part_it_is_at(
    runs: Runs, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_runs, "_ROWS", 1)
    told, go_on = threading.Event(), threading.Event()
    real = batch_runs.run_batch

    def slow(plan: BatchPlan, progress: object) -> object:
        def tell(one: Progress) -> None:
            told.set()
            assert go_on.wait(60)
            progress(one)  # type: ignore[operator]

        return real(plan, progress=tell)

    monkeypatch.setattr(batch_runs, "run_batch", slow)
    name = runs.start(TABLE, JSONL, tiny)
    assert told.wait(60)
    runs.stop(name)
    go_on.set()
    run = ended(runs, name)
    assert (run.state, run.matches) == (RunState.STOPPED, b"")
    assert list((tmp_path / "runs").iterdir()) == []


def test_a_fault_quotes_no_one(runs: Runs, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(plan: BatchPlan, progress: object) -> None:
        raise RuntimeError(plan.source.read_text("utf-8"), progress)

    monkeypatch.setattr(batch_runs, "run_batch", fail)
    run = ended(runs, runs.start(TABLE, JSONL, tiny))
    assert run.state is RunState.FAILED
    assert run.fault is not None
    assert (run.fault.key, run.fault.details) == ("fault.internal", "")
    assert list((tmp_path / "runs").iterdir()) == []


def test_old_runs_are_forgotten_and_of_many_the_first(runs: Runs, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch_runs, "_MOST", 1)
    names = [runs.start(TABLE, JSONL, tiny)]
    ended(runs, names[0])
    names.append(runs.start(TABLE, JSONL, tiny))
    ended(runs, names[1])
    assert [runs.get(name) is None for name in names] == [True, False]
    monkeypatch.setattr(batch_runs, "_KEPT", 0.0)
    assert runs.get(names[1]) is None


def test_what_a_killed_process_left_is_removed_and_what_is_in_use_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, used = tmp_path / "left", PrivateFolder(tmp_path)
    left.mkdir()
    (left / "lowongan.csv").write_text(CANARY)
    assert used.path.stat().st_mode & 0o077 == 0
    sweep(tmp_path)
    assert left.exists()  # too young to be sure
    monkeypatch.setattr(private_folder, "_YOUNG", -1.0)
    sweep(tmp_path)
    assert list(tmp_path.iterdir()) == [used.path]
    used.remove()
    used.remove()
    assert list(tmp_path.iterdir()) == []


def test_progress_and_counts_in_words() -> None:
    def line(left: float | None) -> str:
        return progress_line(Progress(1200, 0, 0.5, 61.7, left), INDONESIAN)

    assert progress_line(None, INDONESIAN) == "Membuka indeks…"
    assert line(None) == "1.200 baris selesai · 62 per detik"
    assert line(89.0) == "1.200 baris selesai · 62 per detik · sekitar 89 detik lagi"
    assert line(150.0) == "1.200 baris selesai · 62 per detik · sekitar 2 menit lagi"
    tally = Tally()
    tally.units.update({"A": 2, "B": 3, "C": 1})
    units = {code: type(COOK)(code, title) for code, title in (("A", "Memasak"), ("B", "Memasak"))}
    assert most_asked(tally, units, 2) == [Count("Memasak (B)", 3), Count("Memasak (A)", 2)]
    assert '<span class="padan-count">1</span><span>C</span>' in all_units(tally, units, INDONESIAN).markup
