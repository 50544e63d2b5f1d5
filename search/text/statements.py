"""Advert or CV → statements: each a verbatim span with the part it plays, so that only work can be evidence of work."""

import re

from search.text.cues import CONTACT, NOISE, SECTIONS, TITLE, VERB
from search.text.normalise import normalise
from search.text.segments import segments
from search.text.stance import Stance, stance
from search.types import DocumentChoice, DocumentKind, Statement, StatementKind

LONGEST_TEXT = 200_000  # characters; forty pages, far beyond any advert or CV

_CV_CUES = re.compile(
    r"^(?:cv|resume)\b|\b(?:curriculum vitae|daftar riwayat hidup|resume|riwayat (?:pekerjaan|pendidikan|hidup)|"
    r"pengalaman kerja|work experience|"
    r"employment history|tentang saya|about me|saya|portofolio|tempat(?:,| dan)? tanggal lahir|my|"
    r"(?:19|20)\d\d\s*(?:-|sampai|to|s/?d)\s*(?:(?:19|20)\d\d|sekarang|present|now|saat ini))\b"
)
_JOB_CUES = re.compile(
    r"\b(?:lowongan|loker|dibutuhkan|dicari|kualifikasi|persyaratan|requirements?|qualifications?|"
    r"responsibilities|job desc\w*|"
    r"deskripsi pekerjaan|we are (?:looking|hiring|seeking)|join (?:us|our)|apply|lamar\w*|kandidat|"
    r"candidates?|benefits?|"
    r"pelamar|kirim(?:kan)? cv|min(?:imal)? \d tahun|usia|pria/wanita|bergabung)\b"
)
_WORK = (StatementKind.DUTY, StatementKind.EXPERIENCE)
_OPENS_WITH_VERB = re.compile(VERB)
_A_WORD = re.compile(r"[^\W\d_]{3}")
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_BRACKETS = re.compile(r"\([^()]*\)")
_HEADING_WORDS = 7  # a section heading is no longer than this
_SELF = re.compile(r"\b(?:saya|kami|i|we)\b")
_SENTENCE = 9  # words from which a line of a CV tells more than a fact about a person
_TURN = re.compile(
    r"[;:–—]|,? (?:tetapi|tapi|namun|lalu|maka|jadi|sedangkan|but|so|however|then|yet|while) |, (?:saya|kami|i|we) ",
    re.I,
)
_EVIDENCE = frozenset({StatementKind.TITLE, StatementKind.DUTY, StatementKind.REQUIREMENT, StatementKind.EXPERIENCE})


def guess_kind(text: str) -> DocumentKind:
    """Tell a job advert from a CV by the phrases each is made of; ties go to the advert."""
    plain = normalise(text)
    return "cv" if len(_CV_CUES.findall(plain)) > len(_JOB_CUES.findall(plain)) else "job"


def split_statements(text: str, kind: DocumentKind) -> tuple[Statement, ...]:
    """Cut a text into statements in order; `text[s.start:s.end] == s.text` for each of them."""
    section: StatementKind | None = None
    found: list[Statement] = []
    untitled = True
    for (start, end), sentence in segments(text):
        quoted = text[start:end]
        plain = normalise(quoted)
        heading = _section(plain, kind)
        if heading is not None:
            section, role = heading, StatementKind.HEADING
        else:
            role = _role(plain, section, kind, first=untitled)
        if (
            kind == "cv"
            and role in _EVIDENCE
            and stance(_with_what_governs(text, sentence[0], start, end)) is not Stance.CLAIM
        ):
            role = StatementKind.DISCLAIMED
        untitled = untitled and role is StatementKind.NOISE
        found.append(Statement(len(found), quoted, start, end, role))
    return tuple(found)


def _with_what_governs(text: str, begun: int, start: int, end: int) -> str:
    """A part with the sentence before it: what that wishes or denies, the part does too, unless a new clause opens."""
    turns = [found.start() for found in _TURN.finditer(text, begun, end) if found.start() < start]
    return text[turns[-1] if turns else begun : end]


def can_prove(statement: Statement) -> bool:
    """Whether a statement of this kind may be offered as evidence."""
    return statement.kind in _EVIDENCE


def _section(plain: str, kind: DocumentKind) -> StatementKind | None:
    """The kind of the lines below a heading, or None when the line is no heading."""
    if len(plain.split()) > _HEADING_WORDS:
        return None
    bare = _EDGES.sub("", plain)
    # "Tanggung jawab staf gudang:" is one too: a colon lets words follow.
    matches = re.Pattern.match if plain.endswith(":") else re.Pattern.fullmatch
    found = next((role for role, pattern in SECTIONS if matches(pattern, bare)), None)
    # What an advert calls experience it asks for; whoever reads it has none yet.
    return StatementKind.REQUIREMENT if kind == "job" and found is StatementKind.EXPERIENCE else found


def _role(plain: str, section: StatementKind | None, kind: DocumentKind, first: bool) -> StatementKind:
    if kind == "job" and first and _looks_like_title(plain):
        return StatementKind.TITLE
    if section in _WORK and _OPENS_WITH_VERB.match(plain):
        return section  # "membalas email pelanggan lewat WhatsApp" speaks of work, not of how to apply
    if section is StatementKind.NOISE or not _A_WORD.search(plain) or _is_noise(plain, kind):
        return StatementKind.NOISE
    if kind == "job" and TITLE.match(plain):
        return StatementKind.TITLE
    if section is not None:
        return section
    return StatementKind.EXPERIENCE if kind == "cv" else StatementKind.DUTY


def _is_noise(plain: str, kind: DocumentKind) -> bool:
    """Whether a line speaks of no work; a sentence of a CV may tell of pay or of papers and yet of work done."""
    if kind == "cv" and (len(plain.split()) >= _SENTENCE or _SELF.search(plain)):
        return bool(CONTACT.search(plain))
    return bool(NOISE.search(plain))


def _looks_like_title(plain: str) -> bool:
    """Whether an advert's first words are a job title, apart from what stands in brackets behind it."""
    bare = _BRACKETS.sub("", plain).strip()
    short = 0 < len(bare.split()) <= _HEADING_WORDS and not bare.endswith((".", "!", "?", ":"))
    return short and not NOISE.search(bare) and bool(_A_WORD.search(bare))


def resolve_kind(text: str, choice: DocumentChoice) -> DocumentKind:
    """The kind the caller named, or the guess for `auto`."""
    return guess_kind(text) if choice == "auto" else choice
