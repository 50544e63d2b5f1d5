"""The machines of a Dask cluster: its scheduler hands jobs to whichever worker is free, and those of a dead one anew.

Nothing of the cluster is Padan's own: workers are `dask worker` processes on machines where Padan is installed and the
index lies in the same folder. They write nothing; parts come back and are entered by the process that holds the lock.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from importlib import import_module
from itertools import islice
from threading import Lock
from typing import Any

from search.batch.parts import Job, Made, Order, PartMaker
from search.errors import InputError, MissingExtraError, PadanError

_AHEAD = 2  # jobs sent ahead for each thread of the cluster
_CONNECT = 20.0  # seconds
# Nothing a person wrote is to lie on a disk for want of memory, and no port is opened for a page about the cluster.
_SETTINGS = {
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.diagnostics.nvml": False,
}


class Cluster:
    """Workers of a running cluster by its scheduler's address, or, without one, some processes of this machine."""

    def __init__(self, address: str = "", workers: int = 1) -> None:
        self._address, self._workers = address, workers

    def make(self, order: Order, jobs: Iterator[Job]) -> Iterator[Made]:
        """Yield the parts as they come; a job whose worker died goes to another one.

        Raises MissingExtraError without Dask, InputError where no scheduler answers, PadanError where a job kills every
        worker it is given to.
        """
        with self._client() as client:
            from distributed.scheduler import KilledWorker

            running = dask().as_completed(with_results=True)
            try:
                _send(client, running, order, jobs)
                for _, made in running:
                    _send(client, running, order, jobs)
                    yield made
            except KilledWorker as error:
                raise PadanError(
                    "Every worker that was given one part died, perhaps for want of memory. Go on with --resume and "
                    "workers that have more."
                ) from error

    @contextmanager
    def _client(self) -> Iterator[Any]:
        library = dask()
        from dask import config

        with config.set(_SETTINGS), ExitStack() as opened:
            if self._address:
                try:
                    client = library.Client(self._address, timeout=_CONNECT)
                except (OSError, ValueError) as error:
                    raise InputError(
                        f"No Dask scheduler answers at '{self._address}'. Start one with: dask scheduler"
                    ) from error
            else:
                cluster = library.LocalCluster(self._workers, threads_per_worker=1, dashboard_address=None)
                client = library.Client(opened.enter_context(cluster))
            yield opened.enter_context(client)


def dask() -> Any:
    """The library that speaks with a cluster; raises MissingExtraError without it."""
    try:
        return import_module("distributed")
    except ImportError as error:
        raise MissingExtraError("distributed", "cluster") from error


def _send(client: Any, running: Any, order: Order, jobs: Iterator[Job]) -> None:
    """Send jobs until each thread of the cluster, as many as there are by now, has some to do."""
    wanted = _AHEAD * max(sum(client.nthreads().values()), 1) - running.count()
    for job in islice(jobs, max(wanted, 0)):
        running.add(client.submit(_work, order, job, key=f"part-{job.number}", pure=False))


_one_at_a_time = Lock()


def _work(order: Order, job: Job) -> Made:
    """What a worker does; its index is opened once, and it makes one part at a time however many threads it has."""
    with _one_at_a_time:
        return _maker(order).make(job)


@lru_cache(maxsize=1)
def _maker(order: Order) -> PartMaker:
    return PartMaker(order)
