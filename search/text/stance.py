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
_OWN = r"(?<!yang )(?<!who )(?<!that )(?<!which )(?<!what )\b"
_NOT = r"(?:tidak|belum|tak|gak|ga|nggak|ngga|enggak|blm|belom)"
_WISH = re.compile(
    rf"{_OWN}(?:ingin|berharap|bercita-cita|cita-cita|berminat|tertarik(?: untuk)?|berencana|bermimpi|kelak|"
    r"suatu (?:saat|hari)|"
    r"semoga|mudah-mudahan|moga|nantinya|ke depannya?|(?:bila|jika|kalau) (?:ada|diberi) kesempatan|"
    r"(?:sedang|lagi|baru|masih|siap|mau|akan|mulai|bersedia) (?:mulai )?(?:belajar|mempelajari|mendalami)|"
    r"(?:baru|masih) (?:sebatas|berupa|(?:dalam|di) tahap|sekadar) (?:\w+ )?"
    r"(?:rencana|usulan|wacana|konsep|ide|angan|draf)|"
    r"mau (?:coba|mencoba)|belum disetujui|pe?ngen|pingin|kepengen|"
    r"interested in|(?:i|we)(?: will|'ll)|in (?:the )?future|going forward|wish ?list|"
    r"hop(?:e|es|ing) to|looking forward to|would (?:like|love|be keen)|(?:i|we) wish|want to|wish to|aspir(?:e|ing)|"
    r"aim(?:ing)? to|interested in learning|(?<!its )(?<!the )plan(?:s|ning)? to|intends? to|eager to|"
    r"looking to|keen to|"
    r"learn how to|(?:currently|still|now) (?:learning|studying)|to-do list|one day|some ?day|planned for|"
    r"(?:my|next|career|long-term|future) goals?)\b|"
    r"^(?:harapan|tujuan karie?r|target|rencana|impian|objective|(?:career )?goals?)"
    r"(?: (?:saya|pribadi|ke depan|berikutnya))?"
    r"\s*:|^(?:target|rencana|tujuan) (?:saya|pribadi|karie?r)\b|"
    rf"{_OWN}(?:mau|bakal) (?=(?:jadi|ikut|n[gy]\w|me[mnlr]|be[rl]))|"
    rf"{_OWN}akan (?=me[mnlr]|be[rl]|di\w{{3}}|saya|kami)|"
    r"^(?!me[mnlr]|(?:saya|kami) (?:me|su)).*\b"
    r"(?:(?:tahun|bulan|minggu|triwulan|kuartal|semester) depan\b|mendatang\b)|"
    r"\bnext (?:year|month|quarter)\b(?!')"
)
_DENIAL = re.compile(
    rf"{_OWN}(?:{_NOT} (?:pernah(?! (?:skip|bolos|telat|terlambat|absen|gagal))|"
    r"punya|memiliki|bisa|mampu|menguasai|terbiasa|terlibat|berpengalaman|paham|menangani|termasuk|bertanggung|"
    r"sempat|ikut|turut|berkesempatan|mendapat(?:kan)? kesempatan|ditugaskan|ditugasi|dilibatkan|"
    r"di(?:lakukan|buat|susun|kerjakan|laksanakan|ukur|evaluasi|pantau|nilai|analisis|rumuskan|bahas|tetapkan)(?:kan)?|"
    r"(?:saya|kami) \w+)|(?:belum|blm|belom) (?=di\w{3}|me[mnlr]\w|ter\w{3}|ada\b|saya\b|kami\b)|blm ada|"
    r"tanpa (?:pengalaman|ikut|terlibat|dilibatkan)|"
    r"bukan (?:tugas|tanggung jawab|pekerjaan|wewenang|urusan|ranah|saya|kami|bagian)|"
    r"di luar (?:tugas|wewenang|kewenangan|lingkup|ruang lingkup|tanggung jawab|ranah|pekerjaan)|"
    r"(?:hanya|cuma|sekadar|sebatas) "
    r"(?:menerima|tahu|mengetahui|mendengar|membaca|menjalankan|mengikuti|memakai|melihat)|"
    r"kurang (?:menguasai|paham|berpengalaman)|never(?! (?:missed|late|failed|fell|below|lost|left))|"
    r"(?:saya|kami|sy|aku) (?:hanya|cuma|sekadar)|tinggal (?:pakai|menjalankan|mengikuti)|pendahulu saya|"
    r"sebelum saya (?:masuk|bergabung|datang)|diserahkan (?:ke|kepada)|bukan (?:saya|kami) yang|"
    r"before (?:my time|i (?:joined|came|started))|my predecessor|sat in on|not me|was not asked|"
    r"(?:stays?|stayed|sits?|sat|rests?|rested|remains?|remained|lies|lay) with (?:the|my|our|head|another)|"
    r"(?:is|was|were) left to|up to (?:the|my) (?:manager|boss|board|team|office)|"
    r"no (?:experience|exposure|involvement|part in)|had no (?:say|part|role)|"
    r"(?:outside|beyond|not (?:part of|within|in)) (?:my|our) (?:role|scope|remit|job|duties|responsibilit\w+)|"
    r"(?:have|has) yet to|not (?:yet|experienced|responsible|involved|by me|mine)|"
    r"(?:have|has|did)(?:n't| not)|"
    r"(?:was|were)(?:n't| not) (?:asked|done|mine|my|ours|written|set|measured|tracked|mapped|checked|part)|"
    r"without (?:experience|being involved|taking part)|lack(?:s|ing)?)\b|"
    r"^(?:(?:saya|kami) )?tidak (?:ikut |turut )?me|^(?:i |we )?do(?:n't| not)\b|^(?:tidak|belum) ada\b|"
    r"^(?:nobody|no one|none of)\b|"
    r"^(?:i |we )?only (?:received|read|saw|followed|used|forwarded)\b"
)
# Who is meant by nobody that speaks of himself: a role, an office, a team that is not one's own.
_TEAM = (
    r"(?:(?:tim|divisi|bagian|departemen|unit) "
    r"(?!(?:saya|kami|kecil|sendiri|ini|layanan|penjualan|sales|toko|gerai|dalam|dari|yang|dan|untuk|di)\b)\w+)"
)
_WHO = (
    r"(?:(?:para )?(?:atasan|bos|pimpinan|manajer|manager|penyelia|direktur|direksi|founder|co-founder|pendiri|pemilik|"
    r"owner|kantor pusat|pusat|konsultan|vendor|agensi|agency|mahasiswa|beliau|kontraktor|rekan|"
    r"pihak (?:lain|ketiga|luar)|"
    rf"orang lain|prinsipal|principal|(?:brand |product |sales )?(?:director|manager)|c[efot]o|law firm|{_TEAM})\b)"
)
# What is done to a person's own work says nothing against it: "usulan saya dipakai direksi".
_FAVOUR = (
    r"(?!di(?:pakai|gunakan|setujui|minta|tugaskan|tugasi|percaya|tunjuk|apresiasi|puji|terima|sahkan|akui|angkat|"
    r"nilai|"
    r"adopsi|tandatangani|baca|sampaikan|bimbing|latih|dampingi|bantu|pantau))"
)
_ORGANISATION = (  # what it has, asks or promises is not what its worker did
    r"(?:(?:perusahaan|pabrik|bank|klinik|hotel|kantor pusat|regulator|direksi|manajemen|agensi|vendor|konsultan) "
    r"(?:me[mnlrw]\w+|berkomitmen|berjanji|yang|sudah|telah)|"
    r"(?:(?:head office|headquarters|(?:the|our|my|another) (?:\w+ )?"
    r"(?:agency|vendor|company|board|owners?|director|manager|supervisor|boss|colleague|consultant|department))|"
    r"an? (?:\w+ )?(?:agency|vendor|consultant))(?: in \w+)? "
    r"(?:has|had|ran|wrote|made|drew|chose|did|does|\w+(?:s|ed))|"
    r"(?:the|another|their) (?:\w+ ){0,2}"
    r"(?:team|office|firm|consultancy|group|specialists?|analysts?|lawyers?|planners?) (?:has|had|ran|wrote|made|"
    r"drew|chose|did|does|kept|took|built|set|own|run|write|decide|handle|prepare|"
    r"(?!led\b)\w+(?:[^s]s|ed))|(?:pak|bu|bapak|ibu|mas|mbak) [a-z]+ (?:yang |lah yang )?me[mnlr]\w+)\b"
)
_THEIR = r"(?:team|agency|vendor|consultants?|manager|boss|supervisor|director|board|office|headquarters|colleagues?|"
_OTHERS = re.compile(
    rf"(?<!yang )\b{_FAVOUR}di-?\s?[a-z]{{3,}} (?:oleh |sama |dari |di )?{_WHO}|"
    r"oleh (?!(?:saya|kami|aku|tim saya|tim kami)\b)(?=(?:tim|bagian|divisi|departemen|unit)\b)|"
    r"(?<!diminta )(?<!ditugaskan )(?<!dipercaya )(?<!membantu )(?<!bersama )(?<!mendampingi )(?<!dengan )"
    r"\b(?:atasan|rekan(?: kerja)?|teman|kakak|adik|tim lain|divisi lain|bagian lain|vendor|konsultan|manajer|manager|"
    r"penyelia|supervisor|direktur|pihak lain|orang lain|senior)(?: (?:saya|kami|satu|tim|\w+)){0,3} "
    r"(?:(?:lah )?yang (?:me|ber|ny|ng|pegang|urus)\w*|menangani|mengerjakan|mengurus|melakukan|mengelola|"
    r"menyusun|membuat)\b|(?:^|\b(?:merupakan|adalah|itu|ialah|jadi|menjadi|memang|tetap) )"
    rf"(?:tugas|wewenang|kewenangan|urusan|tanggung jawab|keputusan|rancangan|buatan|hasil kerja|ranah) {_WHO}|"
    rf"\b(?:keputusan|rancangan|buatan) {_WHO}|"
    r"\b(?:my|our) (?:colleague|manager|boss|supervisor|friend|senior|vendor)s? (?:who |handled|managed|did|"
    r"wrote|built|ran|led|was|were|took)|"
    r"\b(?!(?:approved|used|adopted|praised|signed|asked|appointed|recogni[sz]ed|accepted|requested|guided|helped)\b)"
    r"(?:\w+ed|done|written|run|led|made|built|set|drawn|chosen|kept|taken) (?:up )?by "
    r"(?!my own|our own|my team|our team)"
    rf"(?:(?:my|our|another|a|the|an|head) )?(?:\w+ ){{0,2}}{_THEIR}department|unit|owner|c[efot]o|founder|law firm)\b|"
    r"\bcomes? from head office\b|\b(?:some(?:one|body)|other people) else\b|\bby others\b|"
    r"\banother (?:team|department|branch|person)'s\b|\byang (?:me\w+|nyusun|bikin|buat)(?: \w+){0,3} (?:adalah|itu) "
    rf"{_WHO}|"
    r"\bwas (?:the|my) \w+'s (?:work|job|decision|task)\b|"
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
