"""Whether a sentence claims the work for the person: a wish, a denial or somebody else's deed is not evidence."""

import re
from enum import StrEnum

from search.text.normalise import normalise


class Stance(StrEnum):
    """What a sentence says of its own content."""

    CLAIM = "claim"
    WISH = "wish"  # "ingin belajar", "hoping to"
    DENIAL = "denial"  # "belum pernah", "no experience"
    OTHERS = "others"  # "atasan saya yang", "my colleague"


_WISH = re.compile(
    r"\b(?:ingin|berharap|bercita-cita|cita-cita|berminat|tertarik(?: untuk)?|berencana|akan belajar|"
    r"mau belajar|sedang belajar|baru belajar|"
    r"bermimpi|kelak|suatu saat|ke depannya|hope to|hoping to|would like to|want to|wish to|aspire|aspiring|"
    r"interested in learning|plan(?:ning)? to|eager to learn|looking to learn|keen to)\b"
)
_DENIAL = re.compile(
    r"\b(?:belum(?: pernah| punya| memiliki| bisa| mampu| menguasai| terbiasa)?|tidak (?:pernah|punya|"
    r"memiliki|bisa|mampu|menguasai|terlibat|menangani|termasuk|bertanggung)|"
    r"tanpa pengalaman|bukan (?:tugas|tanggung jawab|saya|bagian)|kurang (?:menguasai|paham|berpengalaman)|"
    r"never|no experience|not (?:yet|experienced|responsible|involved)|have(?:n't| not)|has(?:n't| not)|"
    r"did(?:n't| not)|do(?:n't| not)|"
    r"without experience|lack(?:s|ing)?)\b"
)
_OTHERS = re.compile(
    r"\b(?:(?:atasan|rekan(?: kerja)?|teman|kakak|adik|tim lain|divisi lain|bagian lain|vendor|konsultan|"
    r"manajer saya|supervisor saya|pihak lain|orang lain|senior) "
    r"(?:saya |kami )?(?:yang|lah yang|menangani|mengerjakan|mengurus|melakukan|mengelola|menyusun|membuat)|"
    r"(?:dikerjakan|dilakukan|ditangani|dikelola|disusun|dibuat|diurus) (?:oleh )?(?:atasan|rekan|tim lain|"
    r"divisi lain|bagian lain|vendor|konsultan|pihak|orang lain|agensi|agency)|"
    r"(?:my|our) (?:colleague|manager|boss|supervisor|friend|senior|vendor)s? (?:who |handled|managed|did|"
    r"wrote|built|ran|led|was|were|took)|"
    r"(?:handled|managed|done|written|led|run) by (?:my|another|a|the|an) (?:\w+ )?(?:colleague|manager|"
    r"boss|team|vendor|agency|consultant|department))\b"
)


def stance(sentence: str) -> Stance:
    """Read the stance of one statement; the plain claim is the rule, the others need an explicit cue."""
    plain = normalise(sentence)
    if _DENIAL.search(plain):
        return Stance.DENIAL
    if _OTHERS.search(plain):
        return Stance.OTHERS
    if _WISH.search(plain):
        return Stance.WISH
    return Stance.CLAIM
