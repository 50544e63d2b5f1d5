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
    r"ke depannya|(?:mau|sedang|baru|akan|masih) belajar|hope to|hoping to|would (?:like|love) to|(?:i|we) wish|"
    r"want to|wish to|aspir(?:e|ing)|aim(?:ing)? to|interested in learning|plan(?:s|ning)? to|intends? to|"
    rf"(?:eager|looking) to|keen to|learn how to)\b|"
    r"^(?:harapan|tujuan karie?r|target|objective|(?:career )?goals?)\s*:|"
    rf"{_OWN}(?:pe?ngen|pingin|kepengen)\b|{_OWN}(?:mau|bakal) (?=(?:jadi|ikut|n[gy]\w|me[mnlr]|be[rl]))|"
    rf"{_OWN}akan (?=me[mnlr]|be[rl]|di\w{{3}}|saya|kami)|"
    r"\b(?:tahun|bulan|minggu|triwulan|kuartal|semester) depan\b|\bmendatang\b|\bnext (?:year|month|quarter)\b"
)
_DENIAL = re.compile(
    rf"{_OWN}(?:(?:belum|tidak) (?:pernah|punya|memiliki|bisa|mampu|menguasai|terbiasa|terlibat|berpengalaman|paham|"
    r"menangani|termasuk|bertanggung|sempat)|tanpa pengalaman|bukan (?:tugas|tanggung jawab|saya|bagian)|"
    r"(?:blm|belom) (?:pernah|sempat|bisa|ada)|belum (?=di\w{3}|me[mnlr]\w|ter\w{3}|ada\b|saya\b|kami\b)|"
    r"kurang (?:menguasai|paham|berpengalaman)|never|no experience|not (?:yet|experienced|responsible|involved|by me)|"
    r"(?:have|has|did|do)(?:n't| not)|without experience|lack(?:s|ing)?)\b|^(?:saya |kami )?tidak (?:ikut |turut )?me"
)
_WHO = (  # who is meant by nobody that speaks of himself
    r"(?:atasan|bos|direktur|direksi|founder|co-founder|pendiri|pemilik|owner|kantor pusat|konsultan|vendor|agensi|"
    r"agency|mahasiswa|beliau|kontraktor|rekan|pihak|tim lain|tim legal|divisi lain|bagian lain|orang lain|"
    r"(?:brand |product |sales )?(?:director|manager)|c[efot]o|law firm)"
)
_ORGANISATION = (  # what it has, asks or promises is not what its worker did
    r"(?:(?:perusahaan|pabrik|bank|klinik|hotel|kantor pusat|regulator|direksi|manajemen|agensi|vendor|konsultan) "
    r"(?:me[mnlrw]\w+|berkomitmen|berjanji|yang|sudah|telah)|"
    r"(?:the (?:\w+ )?(?:agency|vendor|company|board|owners?|director|manager)|"
    r"an? (?:\w+ )?(?:agency|vendor|consultant))(?: in \w+)? (?:has|had|ran|wrote|made|\w+(?:s|ed)))\b"
)
_OTHERS = re.compile(
    r"\b(?:(?:atasan|rekan(?: kerja)?|teman|kakak|adik|tim lain|divisi lain|bagian lain|vendor|konsultan|"
    r"manajer saya|supervisor saya|pihak lain|orang lain|senior) "
    r"(?:saya |kami )?(?:yang|lah yang|menangani|mengerjakan|mengurus|melakukan|mengelola|menyusun|membuat)|"
    rf"di-?\s?[a-z]{{3,}} (?:oleh |sama |dari )?{_WHO}|"
    r"oleh (?!(?:saya|kami|aku|tim saya|tim kami)\b)(?=(?:tim|bagian|divisi|departemen|unit)\b)|"
    rf"(?:keputusan|rancangan|buatan) {_WHO}|"
    r"(?:my|our) (?:colleague|manager|boss|supervisor|friend|senior|vendor)s? (?:who |handled|managed|did|"
    r"wrote|built|ran|led|was|were|took)|"
    r"(?:handled|managed|done|written|led|run|secured|made|decided) by (?:my|another|a|the|an) (?:\w+ )?(?:colleague|"
    r"manager|boss|team|vendor|agency|consultant|department|director|owner|c[efot]o)|"
    r"was (?:the|my) \w+'s (?:work|job|decision|task))\b|"
    rf"^{_ORGANISATION}"
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
