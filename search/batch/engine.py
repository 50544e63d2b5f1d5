"""Jobs → parts: in this process, in several of this machine, or on the machines of a Ray cluster."""

from collections.abc import Iterator
from typing import Protocol

from search.batch.parts import Job, Made, Order, PartMaker


class Engine(Protocol):
    """Makes parts in any order; takes no more jobs than it needs to keep its workers busy."""

    def make(self, order: Order, jobs: Iterator[Job]) -> Iterator[Made]:
        """Yield each job's part as soon as it is made."""


class ThisProcess:
    """One job after the other."""

    def make(self, order: Order, jobs: Iterator[Job]) -> Iterator[Made]:
        """Yield the parts in order."""
        maker = PartMaker(order)
        yield from map(maker.make, jobs)
