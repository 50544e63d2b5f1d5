"""The words every room shares: frozen records of a standard and of an answer, and the array shapes they travel in.

Two families live here. What a decree says: `Decree`, `Unit`, `Element`, `Criterion`. What Padan answers:
`SearchAnswer`,
`MatchAnswer`, `GapsAnswer` and their parts. Nothing here computes; `search.match` and `search.rank` do.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:  # the process that reads one document uses Place and Finding and need not wait for NumPy
    import numpy as np
    from numpy.typing import NDArray

Vectors: TypeAlias = "NDArray[np.float32]"  # [n, dim], each row of norm 1, or all zero for an empty text
Scores: TypeAlias = "NDArray[np.float32]"  # [n_queries, n_passages]
UnitLevels: TypeAlias = "NDArray[np.float32]"  # [n_units], a score for each unit of an index
Rows: TypeAlias = "NDArray[np.int64]"  # [n], row numbers of passages
TextKind: TypeAlias = Literal["passage", "query"]
Depth: TypeAlias = Literal["fast", "deep"]  # how texts are read: by the first encoder alone, or by both
DEPTHS: tuple[Depth, ...] = ("fast", "deep")
Level: TypeAlias = Literal["unit", "criterion"]  # what a search ranks
Stem: TypeAlias = Callable[[str], str]  # one normalised word → its stem

# What a decree says ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """Where in its source a thing stands: a line of a text file or a page of a document, counted from 1."""

    unit: Literal["line", "page"]
    number: int


@dataclass(frozen=True, slots=True)
class Criterion:
    """One kriteria unjuk kerja (KUK), numbered as printed (`"2.4"`)."""

    no: str
    text: str


@dataclass(frozen=True, slots=True)
class Element:
    """One elemen kompetensi with its criteria, numbered as printed (`"2"`)."""

    no: str
    title: str
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit kompetensi; `detailed` is false for a unit the decree lists without printing its body."""

    code: str  # canonical: capitals, digits and dots as the unit list prints it
    title: str
    printed_codes: tuple[str, ...] = ()  # every form met in the decree, canonical first
    description: str = ""
    detailed: bool = False
    elements: tuple[Element, ...] = ()
    context: tuple[str, ...] = ()  # konteks variabel
    equipment: tuple[str, ...] = ()  # peralatan
    supplies: tuple[str, ...] = ()  # perlengkapan
    rules: tuple[str, ...] = ()  # peraturan yang diperlukan
    norms: tuple[str, ...] = ()  # norma
    standards: tuple[str, ...] = ()  # standar
    assessment: tuple[str, ...] = ()  # konteks penilaian
    prerequisites: tuple[str, ...] = ()  # canonical codes (persyaratan kompetensi)
    knowledge: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    attitudes: tuple[str, ...] = ()
    critical_aspects: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()  # what people call this work; not part of the decree
    source: Place | None = None  # of the body where there is one, else of the row in the unit list

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria in printed order."""
        return tuple(criterion for element in self.elements for criterion in element.criteria)


@dataclass(frozen=True, slots=True)
class FunctionPath:
    """A unit's place in the function map: tujuan utama, fungsi kunci, fungsi utama, fungsi dasar."""

    unit: str
    path: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in a decree that a person should look at; `kind` is a stable slug such as `code-variant`."""

    kind: str
    message: str
    where: Place | None = None


CatalogueKind: TypeAlias = Literal["decree", "taxonomy"]


@dataclass(frozen=True, slots=True)
class Decree:
    """One SKKNI decree: its heading, its units in list order, its function map, and what is doubtful in it.

    A taxonomy read from a table has the same shape: number and year 0, the file's name as title, no criteria.
    """

    number: int
    year: int
    title: str
    field: str
    units: tuple[Unit, ...]
    function_map: tuple[FunctionPath, ...] = ()
    findings: tuple[Finding, ...] = ()
    source: str = ""  # file name, without its folder
    revokes: tuple[str, ...] = ()  # names of the decrees it declares no longer in force: "321/2012"
    kind: CatalogueKind = "decree"

    @property
    def name(self) -> str:
        """What makes two files the same decree: number and year, or the file's name where they are unknown."""
        return f"{self.number}/{self.year}" if self.number and self.year else self.source


@dataclass(frozen=True, slots=True)
class UnitLabels:
    """What people call the work of one unit, as one entry of a file of labels says; not part of any decree."""

    code: str  # in any printed form
    labels: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class LabelFile:
    """A file of alternative labels, read; `bundled` for those that come with Padan."""

    source: str  # file name, without its folder
    digest: str
    units: tuple[UnitLabels, ...]
    bundled: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with which somebody asks for or shows the work of a unit or, with `no`, of one criterion.

    One that does not show it, near as it lies (`shows` is false), teaches where a criterion ends.
    """

    unit: str  # code in any printed form
    no: str  # of the criterion, empty for the unit as a whole
    shows: bool
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class ExampleFile:
    """A file of worked examples, read; `bundled` for those that come with Padan."""

    source: str  # file name, without its folder
    digest: str
    examples: tuple[Example, ...]
    bundled: bool = False


# What is indexed ------------------------------------------------------------------------------------------------------


class Field(StrEnum):
    """The part of a unit a passage comes from."""

    TITLE = "title"
    DESCRIPTION = "description"
    ELEMENT = "element"
    CRITERION = "criterion"
    ALIAS = "alias"


@dataclass(frozen=True, slots=True)
class Passage:
    """One indexed text: a field of a unit; `no` is the element's or criterion's number, else empty."""

    unit: str
    field: Field
    no: str
    text: str


# What Padan answers ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FieldEvidence:
    """A passage of the standard that a query met."""

    field: Field
    no: str
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One unit of a search answer; `score` is in [0, 1] and comparable within the answer."""

    rank: int
    code: str
    title: str
    score: float
    evidence: tuple[FieldEvidence, ...]
    revoked_by: str = ""  # the decree that revoked the unit's own, where an index holds such units


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The units a query is about, best first; ties break by code."""

    query: str
    results: tuple[SearchHit, ...]
    depth: Depth = "fast"


class StatementKind(StrEnum):
    """What a statement of an advert or CV is for; only some kinds can be evidence."""

    TITLE = "title"  # job title or position
    DUTY = "duty"
    REQUIREMENT = "requirement"
    EXPERIENCE = "experience"  # what a CV says was done
    HEADING = "heading"
    NOISE = "noise"  # company praise, pay, age, address, how to apply
    DISCLAIMED = "disclaimed"  # in a CV: a wish, a denial or somebody else's work, which proves nothing


@dataclass(frozen=True, slots=True)
class Statement:
    """A span of the user's own text: `text == source[start:end]`, offsets in characters."""

    id: int
    text: str
    start: int
    end: int
    kind: StatementKind


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim span of the user's text offered as evidence."""

    statement: int
    start: int
    end: int
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement of the user's text beside the passage of the standard it supports."""

    statement: int
    start: int
    end: int
    text: str
    field: Field
    field_text: str
    score: float
    no: str = ""  # number of the element or criterion


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """One unit an advert calls for or a CV shows, with the sentences that prove it."""

    rank: int
    code: str
    title: str
    score: float
    confidence: float  # in [0, 1]: how sure Padan is that this unit belongs to the text
    evidence: tuple[Evidence, ...]
    revoked_by: str = ""  # as in `SearchHit`


DocumentKind: TypeAlias = Literal["job", "cv"]
DocumentChoice: TypeAlias = Literal["job", "cv", "auto"]  # what a caller says a text is


@dataclass(frozen=True, slots=True)
class MatchAnswer:
    """The units of a text, best first; `confident` is false when nothing in the catalogue fits it."""

    kind: DocumentKind
    language: str  # "id", "en" or "mixed"
    confident: bool
    statements: tuple[Statement, ...]
    units: tuple[UnitMatch, ...]
    uncovered: tuple[int, ...]  # statements that no unit covers
    depth: Depth = "fast"


class CriterionState(StrEnum):
    """What the text shows of a criterion; `not_evidenced` never means "not competent"."""

    EVIDENCED = "evidenced"
    WEAK = "weak"
    NOT_EVIDENCED = "not_evidenced"


@dataclass(frozen=True, slots=True)
class CriterionGap:
    """One criterion with its state and the quotations behind it."""

    element: str
    no: str
    text: str
    state: CriterionState
    score: float
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many criteria of a unit are in each state."""

    evidenced: int
    weak: int
    not_evidenced: int


@dataclass(frozen=True, slots=True)
class PrerequisiteGap:
    """A prerequisite unit and whether the text shows it, judged on its title when its criteria are unknown."""

    code: str
    title: str
    state: CriterionState
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitGaps:
    """The criteria of one unit against a text; `detailed` false means the catalogue has no criteria for it."""

    code: str
    title: str
    detailed: bool
    coverage: Coverage
    criteria: tuple[CriterionGap, ...]
    prerequisites: tuple[PrerequisiteGap, ...]
    evidence: tuple[Quote, ...] = ()  # for the unit as a whole: all there is when it is not detailed
    state: CriterionState = CriterionState.NOT_EVIDENCED  # of the unit in one word; never a judgement of a person
    revoked_by: str = ""  # as in `SearchHit`


@dataclass(frozen=True, slots=True)
class GapsAnswer:
    """Gaps of the chosen units, and the statements of the text that none of them covers."""

    kind: DocumentKind
    language: str
    statements: tuple[Statement, ...]
    units: tuple[UnitGaps, ...]
    uncovered: tuple[int, ...]
    confident: bool = True  # false when nothing in the catalogue fits the text
    depth: Depth = "fast"


@dataclass(frozen=True, slots=True)
class NextUnit:
    """A unit to take next, because an advert asks for it or because one that is asked for rests on it."""

    code: str
    title: str  # empty where it is in no decree of the catalogue
    state: CriterionState  # weak or not evidenced
    asked: bool
    needed_for: tuple[str, ...]  # the units asked for that rest on it
    open: tuple[str, ...] = ()  # numbers of its criteria that are not evidenced yet, where the catalogue knows them


@dataclass(frozen=True, slots=True)
class Comparison:
    """A CV beside a job advert: what the advert asks for, what the CV shows of it, and what to take next."""

    asked: tuple[str, ...]  # units the advert calls for, the likeliest first
    gaps: GapsAnswer  # of the CV: the units named beside them, then those asked for
    next: tuple[NextUnit, ...]
