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


# "keluhan yang belum selesai", "customers who want to cancel": a cue behind a relative pronoun is about somebody else.
_OWN = r"(?<!yang )(?<!who )(?<!that )(?<!which )\b"
_WISH = re.compile(
    rf"{_OWN}(?:ingin|berharap|bercita-cita|cita-cita|berminat|tertarik(?: untuk)?|berencana|bermimpi|kelak|suatu saat|"
    r"ke depannya|(?:mau|sedang|baru|akan) belajar|hope to|hoping to|would (?:like|love) to|"
    r"want to|wish to|aspir(?:e|ing)|aim(?:ing)? to|interested in learning|plan(?:ning)? to|(?:eager|looking) to learn|"
    rf"keen to|learn how to)\b|^(?:harapan|tujuan karie?r|target|objective|(?:career )?goals?)\s*:|"
    rf"{_OWN}akan (?=me[mnlr]|be[rl])"
)
_DENIAL = re.compile(
    rf"{_OWN}(?:(?:belum|tidak) (?:pernah|punya|memiliki|bisa|mampu|menguasai|terbiasa|terlibat|berpengalaman|paham|"
    r"menangani|termasuk|bertanggung)|tanpa pengalaman|bukan (?:tugas|tanggung jawab|saya|bagian)|"
    r"kurang (?:menguasai|paham|berpengalaman)|never|no experience|not (?:yet|experienced|responsible|involved)|"
    r"(?:have|has|did|do)(?:n't| not)|without experience|lack(?:s|ing)?)\b|^(?:saya |kami )?tidak (?:ikut |turut )?me"
)
_OTHERS = re.compile(
    r"\b(?:(?:atasan|rekan(?: kerja)?|teman|kakak|adik|tim lain|divisi lain|bagian lain|vendor|konsultan|"
    r"manajer saya|supervisor saya|pihak lain|orang lain|senior) "
    r"(?:saya |kami )?(?:yang|lah yang|menangani|mengerjakan|mengurus|melakukan|mengelola|menyusun|membuat)|"
    r"(?:dikerjakan|dilakukan|ditangani|dikelola|dijalankan|dirancang|disusun|dibuat|diurus) (?:oleh )?(?:atasan|rekan|"
    r"tim lain|divisi lain|bagian lain|vendor|konsultan|pihak|orang lain|agensi|agency)|"
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
