"""Whether a statement of a CV tells a deed: what shows a criterion is what somebody did, not a title or a course.

A statement that only names the subject ("Kepala Regu Layanan Pelanggan", "SKILLS: crisis management", "webinar 3 jam")
often repeats a criterion's words more closely than the sentence that tells how it was done.
"""

import re

from search.text.cues import VERB
from search.text.normalise import normalise
from search.types import DocumentKind, Statement, StatementKind

_COURSE_WORD = r"(?:kelas|kursus|seminar|webinar|workshop|lokakarya|diklat|bootcamp|course|class)"
_COURSE = re.compile(
    rf"^(?:(?:ikut|mengikuti|menghadiri|attended|took|completed) )?(?:an? |online |daring )?"
    rf"(?:{_COURSE_WORD}|sertifika\w+|certificat\w+|certified|mata kuliah|modul|executive course|pelatihan)\b|"
    r"\b(?:webinar|peserta|dibaca mandiri)\b|\(\d+ (?:hari|jam|days?|hours?)\b"
)
_LABEL = re.compile(
    r"^(?:skills?|keahlian|keterampilan|kemampuan|kompetensi|tools|hob[iy]\w*|minat|interests?|languages?|bahasa|"
    r"fun facts?|education|pendidikan|contact|kontak|di luar kerja|peran|jabatan|posisi|position|role|lokasi)\s*:"
)
_YEARS = re.compile(r"\b(?:19|20)\d\d\s*(?:-|–|s/?d|sampai|to)\s*(?:(?:19|20)?\d\d|sekarang|skrg|kini|now|present)\b")
_ROLE = re.compile(
    r"\b(?:kepala|manajer|manager|penyelia|supervisor|staf|staff|pengelola|konsultan|consultant|teknisi|operator|petugas|"
    r"spesialis|specialist|koordinator|coordinator|direktur|director|head|lead|leader|officer|executive|founder|pendiri|"
    r"asisten|assistant|trainee|analis|analyst|planner|agen|agent|admin|engineer|designer)\b"
)
_VERB = re.compile(
    rf"\b(?:{VERB}|(?:di|ter)(?!rekt|rsebut|ngan)[a-z]{{4,}}|n[gy][aeiou][a-z]{{2,}}|[a-z]{{3,}}ed|saya|kami|kita|aku|gue|gua|sy|"
    r"i|we|my|bikin|buat|pegang|beli|bawa|cek|urus|atur|balas|jawab|susun|catat|pantau|kelola|tangani|pimpin|latih|kirim|"
    r"hitung|olah|rekap|jaga|cari|hubungi|rancang|tulis|ukur|bagi|pilih|wrote|ran|led|kept|held|set|drew|made|chose|took|"
    r"gave|built|sold|read|put|laid|won|sent|met|found|brought|taught|began|grew|spoke|drove|cut|saw|went|told|got|dealt|"
    r"broke|rose|raised|spent|left|lost|knew|paid|hit|oversaw|split|spread|bought|caught|heard|sought|shot|did|lent|stood)\b"
)
_GERUND = re.compile(r"\b[a-z]{3,}ing\b")
_HEADING_WORDS = 7


def tells_a_deed(statement: Statement, kind: DocumentKind) -> bool:
    """Whether a statement that may prove something tells what is or was done, rather than naming a subject."""
    plain = normalise(statement.text)
    if kind == "job":
        return statement.kind is not StatementKind.TITLE or not _is_heading(plain)
    if statement.kind is StatementKind.REQUIREMENT:  # of a CV: its section of skills
        return False
    names = _COURSE.search(plain) or _LABEL.match(plain)
    return not names and not _is_heading(plain)


def _is_heading(plain: str) -> bool:
    """A job title, a company with its years, or a few words without a verb or a person."""
    if _VERB.search(plain):
        return False
    if _YEARS.search(plain):
        return True
    return len(plain.split()) <= _HEADING_WORDS and bool(_ROLE.search(plain) or not _GERUND.search(plain))
