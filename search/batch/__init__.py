"""Tables of adverts → tables of matches: planned, run in parts, resumed, counted; each row exactly once."""

from search.batch.bulk import Answer, BulkMatcher, Questions
from search.batch.cluster import Cluster
from search.batch.columns import Columns, Wanted, choose_columns
from search.batch.engine import Engine, ThisProcess
from search.batch.plan import BatchPlan, plan_batch
from search.batch.processes import Processes
from search.batch.read import INPUTS, open_source
from search.batch.run import BatchSummary, Progress, run_batch
from search.batch.tally import Tally
from search.batch.write import OUTPUTS, Shape

__all__ = [
    "INPUTS",
    "OUTPUTS",
    "Answer",
    "BatchPlan",
    "BatchSummary",
    "BulkMatcher",
    "Cluster",
    "Columns",
    "Engine",
    "Processes",
    "Progress",
    "Questions",
    "Shape",
    "Tally",
    "ThisProcess",
    "Wanted",
    "choose_columns",
    "open_source",
    "plan_batch",
    "run_batch",
]
