"""Where the time of a batch goes, by stages of one worker."""

import cProfile
import pstats
from collections.abc import Callable
from typing import Any

from search.batch.parts import Job, Order, PartMaker
from search.batch.records import records
from search.batch.write.json_lines import JsonLinesWriter
from search.encode.static import StaticEncoder
from search.rank import DenseRanker, LexicalRanker
from search.searcher import Searcher
from search.text.language import guess_language
from search.text.statements import guess_kind, split_statements

_STAGES: dict[str, Callable[..., Any]] = {
    "telling adverts from CVs": guess_kind,
    "cutting into statements": split_statements,
    "telling the language": guess_language,
    "reading slang and slips": LexicalRanker.meant,
    "encoding": StaticEncoder.encode,
    "meaning: inner products": DenseRanker.scores,
    "words: BM25": LexicalRanker.scores,
    "units and evidence": Searcher.match_read,
    "records": records,
    "writing JSON": JsonLinesWriter.part,
}


def stages(order: Order, warm: Job, job: Job) -> list[tuple[str, float]]:
    """Each stage's share of the time of a job, after one that teaches the worker words; what is left over last."""
    maker = PartMaker(order)
    maker.make(warm)
    watched = cProfile.Profile()
    watched.runcall(maker.make, job)
    times = {(where[0], where[1]): timing[3] for where, timing in pstats.Stats(watched).stats.items()}  # type: ignore[attr-defined]
    whole = times[_place(PartMaker.make)]
    found = [(name, times.get(_place(stage), 0.0) / whole) for name, stage in _STAGES.items()]
    return [*found, ("the rest", 1 - sum(share for _, share in found))]


def _place(function: Callable[..., Any]) -> tuple[str, int]:
    code = function.__code__
    return code.co_filename, code.co_firstlineno
