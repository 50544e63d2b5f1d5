"""Several processes of this machine, each with the index opened once."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from search.batch.parts import Job, Made, Order, PartMaker
from search.errors import PadanError

_AHEAD = 2  # jobs read ahead for each worker: none of them waits, and few rows are held
# A worker is one core's; threads of its own would only wait for those of its neighbours.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS")


class Processes:
    """Workers that end with the process that started them, however it ends."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def make(self, order: Order, jobs: Iterator[Job]) -> Iterator[Made]:
        """Yield the parts as they come; raises PadanError where a worker was killed."""
        context = multiprocessing.get_context("spawn")
        with _one_thread_each(), ProcessPoolExecutor(self._workers, context, _begin, (order,)) as pool:
            running: set[Future[Made]] = set()
            try:
                for job in jobs:
                    running.add(pool.submit(_work, job))
                    if len(running) >= self._workers * _AHEAD:
                        yield from _finished(running)
                while running:
                    yield from _finished(running)
            except BrokenProcessPool as error:
                raise PadanError(
                    "A worker process was killed, perhaps for want of memory. Go on with --resume, or fewer --workers."
                ) from error
            finally:
                pool.shutdown(wait=False, cancel_futures=True)


def _finished(running: set[Future[Made]]) -> Iterator[Made]:
    done, _ = wait(running, return_when=FIRST_COMPLETED)
    running -= done
    yield from (future.result() for future in done)


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Tell processes started meanwhile to compute in one thread."""
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


_maker: PartMaker | None = None


def _begin(order: Order) -> None:
    global _maker
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted too, and ends its workers
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _maker = PartMaker(order)


def _work(job: Job) -> Made:
    assert _maker is not None, "a worker begins with _begin"
    return _maker.make(job)


def _end_with_parent() -> None:
    """A killed parent cannot end its workers, and they would wait for its jobs for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
