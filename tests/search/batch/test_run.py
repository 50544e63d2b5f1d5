"""Each row exactly once, whatever is killed and whenever; and nothing is overwritten unasked."""

import json
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from adverts import ADVERTS
from filelock import FileLock
from world import FailingDisk

from search.batch import BatchPlan, Processes, Progress, Questions, Shape, ThisProcess, Wanted, plan_batch, run_batch
from search.batch.parts import Job, Made, Order
from search.errors import IndexMissingError, InputError, PadanError

ROWS = 53
Plan = Callable[..., BatchPlan]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Adverts in many variations, two of them empty."""
    path = tmp_path / "in.jsonl"
    texts = [f"{ADVERTS[n % 5]}\n- Melayani tamu nomor {n}" if n % 20 else " " for n in range(1, ROWS + 1)]
    path.write_text("".join(json.dumps({"id": f"A{n}", "text": text}) + "\n" for n, text in enumerate(texts)), "utf-8")
    return path


@pytest.fixture
def plan(table: Path, kitchen_index: Path, tmp_path: Path) -> Plan:
    def planned(name: str = "out.jsonl", **options: object) -> BatchPlan:
        return plan_batch(table, tmp_path / name, kitchen_index, **{"rows": 5, **options})  # type: ignore[arg-type]

    return planned


@pytest.fixture
def undisturbed(plan: Plan) -> tuple[bytes, bytes]:
    whole = plan("undisturbed.jsonl")
    run_batch(whole)
    return whole.output.read_bytes(), whole.errors.read_bytes()


def test_every_row_is_answered_or_named(plan: Plan) -> None:
    whole = plan()
    told: list[Progress] = []
    summary = run_batch(whole, progress=told.append)
    records = [json.loads(line) for line in whole.output.read_text("utf-8").splitlines()]
    assert list(dict.fromkeys(record["row"] for record in records)) == [n for n in range(1, ROWS + 1) if n % 20]
    assert whole.errors.read_text() == "row,reason\n20,the text is empty\n40,the text is empty\n"
    tally = summary.tally
    assert (tally.rows, tally.answered, tally.faults) == (ROWS, ROWS - 2, {"the text is empty": 2})
    assert [progress.rows for progress in told] == [*range(5, ROWS, 5), ROWS]
    assert (told[-1].share, told[-1].faults, told[-1].left) == (1.0, 2, 0.0)
    assert sorted(path.name for path in whole.folder.iterdir()) == [".lock", "ledger.sqlite"]


def test_a_failure_at_any_step_is_gone_on_from(plan: Plan, undisturbed: tuple[bytes, bytes]) -> None:
    steps, finished = 0, False
    while not finished:
        whole = plan(f"out{steps}.jsonl", rows=20)
        try:
            run_batch(whole, disk=FailingDisk(steps))
            finished = True
        except OSError:
            assert not whole.output.exists() or whole.output.read_bytes() == undisturbed[0]
            run_batch(whole, resume=True)
        assert (whole.output.read_bytes(), whole.errors.read_bytes()) == undisturbed
        assert sorted(path.name for path in whole.folder.iterdir()) == [".lock", "ledger.sqlite"]
        steps += 1
    assert steps > 2 * 3  # each part is written and moved


_KILLED = """
import sys
from pathlib import Path
from search.batch import Processes, ThisProcess, plan_batch, run_batch
table, output, index, workers = sys.argv[1:]
plan = plan_batch(Path(table), Path(output), Path(index), rows=5)
engine = Processes(int(workers)) if int(workers) > 1 else ThisProcess()
if __name__ == "__main__":
    run_batch(plan, engine, resume=True, progress=lambda progress: print(progress.rows, flush=True))
"""


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_killed_at_random_moments_ends_in_the_same_bytes(
    workers: int, table: Path, plan: Plan, undisturbed: tuple[bytes, bytes], tmp_path: Path
) -> None:
    script = tmp_path / "run.py"
    script.write_text(_KILLED, "utf-8")
    whole, chance = plan(), random.Random(workers)
    command = [sys.executable, str(script), str(table), str(whole.output), str(whole.order.index), str(workers)]
    for _ in range(3):
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[3]) as process:
            assert process.stdout is not None
            for _ in range(chance.randrange(1, 4)):
                process.stdout.readline()
            process.send_signal(signal.SIGKILL)
        if whole.output.exists():
            break
    summary = run_batch(whole, resume=True)
    assert 0 < summary.known <= ROWS
    assert summary.tally.rows == ROWS
    assert (whole.output.read_bytes(), whole.errors.read_bytes()) == undisturbed


def test_several_processes_give_the_bytes_of_one(plan: Plan, undisturbed: tuple[bytes, bytes]) -> None:
    whole = plan()
    run_batch(whole, Processes(2))
    assert whole.output.read_bytes() == undisturbed[0]


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("out.parquet", {}),
        ("out.parquet", {"shape": Shape(nested=True), "questions": Questions(gaps=True)}),
        ("out.xlsx", {"questions": Questions(gaps=True)}),
        ("out.csv", {}),
    ],
)
def test_every_format_gives_the_same_bytes_again(plan: Plan, name: str, options: dict[str, object]) -> None:
    first, second = plan(name, **options), plan(f"again-{name}", **options)
    run_batch(first)
    with pytest.raises(OSError, match="disk full"):
        run_batch(second, disk=FailingDisk(12))
    run_batch(second, resume=True)
    assert first.output.read_bytes() == second.output.read_bytes()


def test_a_damaged_part_is_made_again(plan: Plan, undisturbed: tuple[bytes, bytes]) -> None:
    whole = plan()
    with pytest.raises(OSError, match="disk full"):
        run_batch(whole, disk=FailingDisk(12))
    (whole.folder / "parts" / "000001").write_bytes(b"{}")
    (whole.folder / "parts" / "000002").unlink()
    run_batch(whole, resume=True)
    assert whole.output.read_bytes() == undisturbed[0]


def broken_off(whole: BatchPlan) -> None:
    with pytest.raises(OSError, match="disk full"):
        run_batch(whole, disk=FailingDisk(8))


def test_a_run_of_something_else_is_not_resumed(plan: Plan, table: Path) -> None:
    broken_off(plan())
    with pytest.raises(InputError, match=r"the options \(kind, -k, gaps, nested\) changed"):
        run_batch(plan(questions=Questions(k=3)), resume=True)
    with pytest.raises(InputError, match="which columns are read changed"):
        run_batch(plan(wanted=Wanted(text="id")), resume=True)
    table.write_text(table.read_text("utf-8") + '{"id": "Z", "text": "Memasak"}\n', "utf-8")
    with pytest.raises(InputError, match="the input file changed"):
        run_batch(plan(), resume=True)
    assert run_batch(plan(), fresh=True).tally.rows == ROWS + 1


def test_another_index_is_not_resumed(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    broken_off(plan())
    monkeypatch.setattr("search.batch.plan.build_in_force", lambda _: "build-other")
    with pytest.raises(InputError, match="the index changed"):
        run_batch(plan(), resume=True)


def test_nothing_is_overwritten_unasked(plan: Plan) -> None:
    whole = plan()
    whole.output.write_text("mine")
    for resume in (False, True):
        with pytest.raises(InputError, match=r"out.jsonl exists\. Write to another file, or replace it with: --fresh"):
            run_batch(whole, resume=resume)
    assert whole.output.read_text() == "mine"
    assert not whole.folder.exists()
    run_batch(whole, fresh=True)
    done = whole.output.read_bytes()
    with pytest.raises(InputError, match="Go on with it with --resume, or replace it"):
        run_batch(whole)
    assert run_batch(whole, resume=True).known == ROWS
    assert whole.output.read_bytes() == done
    whole.output.unlink()
    with pytest.raises(InputError, match="the file is gone"):
        run_batch(whole, resume=True)


def test_a_second_run_is_refused_while_one_goes_on(plan: Plan) -> None:
    whole = plan()
    whole.folder.mkdir()
    with FileLock(whole.folder / ".lock"), pytest.raises(InputError, match=r"Another run is writing out\.jsonl"):
        run_batch(whole)
    assert not whole.output.exists()


def test_an_input_that_changes_meanwhile_is_noticed(plan: Plan, table: Path) -> None:
    whole = plan()
    with pytest.raises(InputError, match=r"in\.jsonl was changed while it was read"):
        run_batch(whole, progress=lambda _: table.write_bytes(table.read_bytes()[:-1]))
    assert not whole.output.exists()


def test_a_killed_worker_ends_the_run_in_a_line(plan: Plan) -> None:
    with pytest.raises(PadanError, match="A worker process was killed"):
        list(Processes(2).make(Order(**{**_fields(plan().order), "output": "out.jsonl"}), iter([Killer()] * 4)))  # type: ignore[list-item]


class Killer(Job):
    """A job that kills whoever unpacks it."""

    def __init__(self) -> None:
        pass

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return sys.exit, (1,)


def _fields(order: Order) -> dict[str, object]:
    return {name: getattr(order, name) for name in Order.__slots__}


def test_no_text_stays_but_in_the_output(plan: Plan, table: Path, tmp_path: Path) -> None:
    table.write_text('{"text": "memasak kenari nasi"}\n{"text": 3, "id": "kenari"}\n["kenari"]\n{kenari}\n', "utf-8")
    whole = plan()
    run_batch(whole)
    holding = {path.name for path in tmp_path.rglob("*") if path.is_file() and b"kenari" in path.read_bytes()}
    assert holding == {"in.jsonl", "out.jsonl"}
    assert whole.errors.read_text().splitlines()[1:] == [
        "2,the text is not a string",
        "3,the line is not a JSON object",
        "4,the line is not a JSON object",
    ]


def test_a_ledger_of_something_else_is_refused(plan: Plan) -> None:
    whole = plan()
    whole.folder.mkdir()
    (whole.folder / "ledger.sqlite").write_bytes(b"no data base, but longer than a header of one would have to be" * 9)
    with pytest.raises(InputError, match=r"is no ledger of a run .* Start anew with: --fresh"):
        run_batch(whole, resume=True)
    run_batch(whole, fresh=True)
    with sqlite3.connect(whole.folder / "ledger.sqlite") as base:
        assert base.execute("SELECT count(*) FROM part").fetchone() == (11,)


def test_what_cannot_be_planned_writes_nothing(table: Path, kitchen_index: Path, tmp_path: Path) -> None:
    def refused(source: Path, output: str, error: type[PadanError], why: str, index: Path = kitchen_index) -> None:
        with pytest.raises(error, match=why):
            plan_batch(source, tmp_path / output, index)

    refused(table, "out.docx", InputError, r"out\.docx has suffix '\.docx'; matches are written as")
    refused(table, "in.jsonl", InputError, r"in\.jsonl is the input")
    refused(table, "no/out.csv", InputError, "does not exist")
    refused(tmp_path / "none.csv", "out.csv", InputError, r"none\.csv' cannot be read \(No such file or directory\)")
    refused(table, "out.csv", IndexMissingError, "Build one with: padan index -o", tmp_path / "none")
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


def test_an_engine_may_finish_in_any_order(plan: Plan, undisturbed: tuple[bytes, bytes]) -> None:
    class Backwards(ThisProcess):
        def make(self, order: Order, jobs: Iterator[Job]) -> Iterator[Made]:
            return iter([*super().make(order, jobs)][::-1])

    whole = plan()
    run_batch(whole, Backwards())
    assert (whole.output.read_bytes(), whole.errors.read_bytes()) == undisturbed
