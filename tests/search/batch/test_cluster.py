"""A cluster of processes: the same bytes, also when one of them is killed half-way."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from adverts import ADVERTS

from search.batch import BatchPlan, Cluster, Progress, plan_batch, run_batch
from search.errors import InputError

distributed = pytest.importorskip("distributed", reason="needs: pip install 'padan[cluster]'")
ROWS = 60


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(2, threads_per_worker=1, dashboard_address=None) as running:
        yield running


@pytest.fixture
def plans(kitchen_index: Path, tmp_path: Path) -> list[BatchPlan]:
    """The same run twice, to be written to two files."""
    table = tmp_path / "in.csv"
    lines = (f'{n},"{ADVERTS[n % 5]}\n- Melayani tamu nomor {n}"\n' for n in range(ROWS))
    table.write_text("id,text\n" + "".join(lines), "utf-8")
    return [plan_batch(table, tmp_path / f"{name}.jsonl", kitchen_index, rows=3) for name in ("here", "there")]


def test_a_worker_killed_half_way_changes_no_byte(cluster: Any, plans: list[BatchPlan]) -> None:
    here, there = plans
    run_batch(here)
    with distributed.Client(cluster) as client:
        pids = sorted(client.run(os.getpid).values())
    killed = []

    def kill(progress: Progress) -> None:
        if not killed and progress.share > 0.3:
            os.kill(pids[0], signal.SIGKILL)
            killed.append(progress.rows)

    summary = run_batch(there, Cluster(cluster.scheduler_address), progress=kill)
    assert 0 < killed[0] < summary.tally.rows == ROWS
    assert there.output.read_bytes() == here.output.read_bytes()


def test_a_scheduler_that_does_not_answer_is_one_line(plans: list[BatchPlan], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.batch.cluster._CONNECT", 0.2)
    with pytest.raises(InputError, match=r"No Dask scheduler answers at 'tcp://127\.0\.0\.1:9'\. Start one with: dask"):
        run_batch(plans[1], Cluster("tcp://127.0.0.1:9"))
