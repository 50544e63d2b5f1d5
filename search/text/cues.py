"""The words that give a line of an advert or CV away: section headings, verbs of duty, and the marks of noise.

Each pattern is matched against normalised text, except `VERB` and `HEADING_CUES`, which also cut the raw text.
"""

import re

from search.text.patterns import by_letter
from search.types import StatementKind

# Verbs that open a duty. Indonesian: any me-/ber-/di- form long enough not to be another word; English: what adverts
# use.
_ENGLISH = (
    "achieve|act|administer|advise|analy[sz]e|answer|arrange|assess|assist|attend|brainstorm|build|calculate|campaign|check|"
    "coach|collaborate|collect|communicate|compile|conduct|contact|coordinate|create|define|deliver|design|develop|direct|"
    "document|drive|edit|educate|engage|ensure|establish|evaluate|execute|explain|explore|facilitate|follow|forecast|gather|"
    "generate|handle|help|identify|implement|improve|increase|initiate|inspect|interact|investigate|keep|launch|lead|leverage|"
    "liaise|maintain|make|manage|measure|meet|mentor|monitor|negotiate|offer|operate|optimi[sz]e|organi[sz]e|oversee|"
    "participate|perform|plan|prepare|present|process|produce|promote|propose|provide|publish|recommend|recruit|report|"
    "research|resolve|respond|review|run|schedule|sell|serve|set|shoot|solve|source|supervise|support|track|train|translate|"
    "understand|update|upload|use|utili[sz]e|visit|work|write"
)
_NO_VERBS = (  # look like one, but open no duty
    "berbasis|berbayar|berjalan|berkelanjutan|berkualitas|berlangsung|bersifat|menarik|mendalam|mendatang|menyeluruh|"
    "bersama|berbagai|berdasarkan|berikut|berkala|bersih|berupa|berlaku|bersangkutan|bertahap|melalui|memang|menengah|mengenai|"
    "menit|menteri|menurut|merek|mereka|merupakan"
)
INDONESIAN_VERB = rf"(?=[mb]e)(?!(?:{_NO_VERBS})\b)(?:me(?:m|n|ng|ny|r|l|w)|ber)[a-z]{{4,}}\b"
ENGLISH_VERBS = tuple(_ENGLISH.replace("[sz]", "s").split("|")) + tuple(
    verb.replace("[sz]", "z") for verb in _ENGLISH.split("|") if "[sz]" in verb
)
VERB = rf"(?:{INDONESIAN_VERB}|(?:{by_letter(_ENGLISH)})(?:s|ed|d|ing)?\b)"

_DUTIES = (
    r"tangg?ung ?jawab|(?:deskripsi|uraian|rincian|detail|gambaran)(?: umum)?(?: lingkup)? (?:pekerjaan|tugas|kerja)|"
    r"deskripsi|ringkasan pekerjaan|(?:lingkup )?(?:tugas|kerja)(?: pokok)?|fungsi|job ?des(?:k|c|kripsi|criptions?)|"
    r"(?:job |role )?(?:summary|overview)|(?:job|role) descriptions?|"
    r"(?:key |main |primary |your )?responsibilit(?:y|ies)|(?:key |main )?duties|"
    r"what you(?: ?'?ll| will) (?:do|be doing)|(?:about )?(?:the|your) (?:role|job)|pekerjaan|"
    r"scope of work"
)
_REQUIREMENTS = (
    r"kualifikasi|persyaratan|syarat|kriteria|ketentuan|criteria|(?:job |minimum |key |preferred )?"
    r"(?:requirements?|qualifications?)|what we(?: ?'?re| are) looking for|(?:about |who )?you(?: are)?|must have|"
    r"nice to have|keahlian|keterampilan|kemampuan|kompetensi|(?:technical |soft |hard |required )?skills?"
)
_EXPERIENCE = (
    r"(?:riwayat |daftar )?pengalaman(?: kerja| profesional| organisasi| magang| proyek)?|"
    r"riwayat (?:pekerjaan|karir|karier)|(?:work |professional |job )?experiences?|"
    r"employment history|career history|(?:proyek|projects?|portofolio|portfolio|pencapaian|prestasi|"
    r"achievements?|accomplishments?)|kegiatan|organisasi|"
    r"(?:profil|ringkasan|tentang saya|profile|summary|about me)(?: profesional| diri| singkat)?|professional summary"
)
_WISHES = (
    r"cita-cita|harapan|impian|(?:tujuan|target|rencana) (?:karie?r|ke depan|hidup)|"
    r"(?:career )?(?:objectives?|goals?)|aspirations?"
)
_NOISE = (
    r"benefits?|keuntungan|fasilitas|tunjangan|kompensasi|gaji|besaran gaji|salary|(?:what )?we offer|perks|"
    r"compensation|manfaat|kesejahteraan|(?:apa )?(?:yang )?kami (?:tawarkan|menawarkan)|"
    r"what you(?: ?'?ll| will)? (?:get|enjoy)|"
    r"(?:tentang|profil|sekilas|about) (?:kami|perusahaan|us|the company|company)|company (?:overview|profile)|"
    r"(?:cara|how to) (?:melamar|apply|daftar)|why join(?: us)?|kenapa bergabung|additional information|"
    r"informasi (?:tambahan|lebih lanjut)|batas lamaran|berlaku hingga|durasi(?: magang)?|gender|visi|misi|"
    r"(?:lokasi|penempatan|location|jam kerja|waktu (?:kerja|bekerja)|working hours|jadwal kerja)|"
    r"(?:kontak|hubungi|contact)(?: kami| us)?|"
    r"(?:riwayat )?pendidikan(?: terakhir| formal)?|education(?:al background)?|data (?:pribadi|diri)|"
    r"personal (?:data|details|information)|"
    r"(?:hobi|hobbies|minat|interests?|bahasa|languages?|referensi|references?|sertifikat|certificates?)"
)
# What may stand behind a heading: a second one ("Syarat dan kualifikasi"), or words that narrow it.
_MORE = (
    r"dan|and|yang|di?butuhkan|diperlukan|didapatkan|kami|butuhkan|cari|umum|khusus|utama|teknis|pelamar|kandidat|pekerjaan|"
    r"kerja|karyawan|minimum|bergabung|budaya|include|adalah|meliputi|are|pengalaman|"
    rf"{_DUTIES}|{_REQUIREMENTS}|{_NOISE}"
)

SECTIONS: tuple[tuple[StatementKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?:{pattern})(?:[ ,/&()-]{{1,4}}(?:{_MORE})){{0,5}}"))
    for kind, pattern in (
        (StatementKind.DISCLAIMED, _WISHES),
        (StatementKind.DUTY, _DUTIES),
        (StatementKind.REQUIREMENT, _REQUIREMENTS),
        (StatementKind.EXPERIENCE, _EXPERIENCE),
        (StatementKind.NOISE, _NOISE),
    )
)

# Section words that may also open a section in the middle of a stream without line breaks.
ADVERT_HEADING = (
    r"(?:(?:tugas(?: dan)? )?tanggung jawab(?: utama| pekerjaan)?|job ?desk|(?:deskripsi|uraian) (?:pekerjaan|tugas)|"
    r"(?:kualifikasi|persyaratan)(?: umum| khusus| pekerjaan| kandidat)?|job ?desc(?:riptions?)?|"
    r"(?:key |main |your )?responsibilities|(?:job |key |minimum )?(?:requirements?|qualifications?)|"
    r"what you(?: ?'?ll| will) (?:do|be doing)|what we(?: ?'?re| are) looking for|"
    r"who (?:are )?we(?: ?'?re| are)? looking for|about the (?:role|job)|benefits?|keuntungan|fasilitas|"
    r"pengalaman kerja|work experience|why join(?: us)?|"
    r"about us|tentang kami|what we offer|what you(?: ?'?ll)? enjoy|perks|cara melamar|how to apply)\b"
)

TITLE = re.compile(
    r"(?:posisi|position|job title|jabatan|lowongan(?: kerja)?|loker|role|judul)\s*[:\-]\s*\S|"
    r"(?:kami |segera )?(?:(?:sedang )?(?:membuka lowongan|membutuhkan|mencari) (?=.{0,40}(?:posisi|"
    r"kandidat|sebagai|untuk bergabung))|"
    r"di ?butuhkan|dicari|we(?:'re| are) (?:hiring|looking for)|hiring)\b"
)

# A way to reach a person, whatever else the line says.
CONTACT = re.compile(r"@\w+\.\w|https?://|www\.|\+?\d[\d\s().-]{8,}\d|^(?:tempat|tanggal lahir|alamat|address)\b")
# A line that only states who may apply, what is paid, where, and how to answer: never evidence of work.
_DAY = r"(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
_NOISE_WORDS = (
    r"pria|wanita|laki-laki|perempuan|male|female|"
    r"pendidikan|lulusan|ijazah|bachelor|degree|diploma|ipk|gpa|jurusan|"
    r"domisili|berdomisili|penempatan|bertempat tinggal|domicile|"
    r"gaji|salary|insentif|bonus|thr|bpjs|tunjangan|cuti|asuransi|insurance|uang makan|jenjang karir|komisi menarik|"
    r"sim [abc]|stnk|skck|ktp|npwp|"
    r"jujur|berpenampilan|good looking|menikah|single|muslim|bersedia (?:ditempatkan|lembur|bekerja)|"
    r"full[ -]?time|part[ -]?time|wfo|wfh|hybrid|(?:karyawan|kerja) kontrak|"
    r"berhijab|upload foto|terima kandidat|tidak ada batas(?:an)? usia|"
    r"vaksin\w*|booster|covid|sehat jasmani|hp android|uang (?:bensin|transport)|mess? (?:gratis|disediakan)|unpaid|"
    r"jenis pekerjaan|tanggal mulai|(?:segera|dapat|bisa) (?:bergabung|segera bekerja)|(?:memiliki|punya) motor|"
    r"motor pribadi|kendaraan bermotor|health insurance|annual leave|lowongan sudah|klik tombol|email protected|"
    r"perusahaan (?:kami|yang bergerak|terkemuka)|bergerak di bidang|leading company|"
    r"is (?:a|an|one of) .{0,30}(?:company|startup|brand)|adalah perusahaan|^about us\b|^(?:ber)?minat\s*\?|"
    r"tugas lain|other duties|(?:bekerja|kerja|work) ?(?:sama )?(?:effectively |well )?"
    r"(?:(?:secara|dalam|sebagai|bersama|dengan|di|as|in|both|part of)? ?(?:a )?)"
    r"(?:sendiri|individu|mandiri|tim|team|independently)"
    r"(?=$|[.,]| (?:maupun|atau|dan|serta|and|or|ataupun|environment|dengan baik)\b)|"
    r"(?:bekerja|kerja|work) (?:secara tim|in a team|under pressure|di ?bawah tekanan)|team player|"
    r"(?:ms\.? |microsoft )(?:office|word|excel)|attention to detail|fast learner|time management|berbahasa|"
    r"fresh ?graduates?|bergabung(?:lah)?|join (?:us|our team)|equal opportunity"
)
_NOISE_PHRASES = (
    r"(?:usia|umur|age[ds]?)\b.{0,24}\d|\d{2}\s*(?:-|s/?d|sampai)\s*\d{2}\s*(?:tahun|thn|th|years old)|"
    r"(?:sma|smk|smu|slta|d1|d3|d4|s1|s2)\b(?=.{0,40}(?:sederajat|jurusan|semua|lulusan|/|$))|"
    r"(?:kirim(?:kan)?|send|submit|email|e-mail|apply|lamar(?:an)?|hubungi|whatsapp|wa|cp)\b.{0,60}"
    r"(?:\b(?:cv|resume|lamaran|link|via|http)|@|\d{6,})|"
    r"(?:kendaraan|motor) (?:sendiri|pribadi)|"
    r"(?:min(?:imal)?|mak?s(?:imal)?)\b\.?\s*(?:1[7-9]|[2-5]\d)\s*(?:tahun|thn|th)\b|"
    rf"{_DAY}\s*(?:-|sampai|s/d|to)\s*{_DAY}"
)
NOISE = re.compile(
    rf"\b(?:(?:{by_letter(_NOISE_WORDS)})\b|{_NOISE_PHRASES})|"
    r"@\w+\.\w|https?://|www\.|\+?\d[\d\s().-]{8,}\d|^lamar\b|^di ?butuhkan(?: segera)?[ !.]*$|"
    rf"^(?:tanpa pengalaman(?: (?:be)?kerja)?|berpengalaman)$|^{_DAY}\s*[:,]|"
    r"^(?:tempat|tanggal lahir|alamat|address|"
    r"telp|telepon|phone|nama|name|agama|status)\b|^(?:curriculum vitae|daftar riwayat hidup|resume|cv)$"
)
