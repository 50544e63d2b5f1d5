"""Words of the match view."""

from padan.ui.language.pair import Pair

TABLE = {
    "match.title": Pair("Cocokkan lowongan atau CV", "Match a job advert or a CV"),
    "match.lead": Pair(
        "Tempelkan teksnya. Padan menunjukkan unit kompetensi yang diminta atau ditunjukkannya, "
        "beserta kalimat yang menjadi buktinya.",
        "Paste the text. Padan shows the units of competency it calls for or shows, with the sentences that prove it.",
    ),
    "match.input": Pair("Teks lowongan atau CV", "Text of the advert or CV"),
    "match.placeholder": Pair("Tempelkan teks di sini…", "Paste the text here…"),
    "match.button": Pair("Cocokkan", "Match"),
    "match.samples": Pair("Atau coba sebuah contoh:", "Or try a sample:"),
    "match.edit": Pair("Ganti teks", "Change the text"),
    "match.working": Pair("Membaca dan mencocokkan…", "Reading and matching…"),
    "match.statements": Pair("{count} pernyataan", "{count} statements"),
    "match.uncovered": Pair("{count} tidak tercakup unit mana pun", "{count} covered by no unit"),
    "match.text": Pair("Teks Anda", "Your text"),
    "match.units": Pair("Unit kompetensi", "Units of competency"),
    "match.units.job": Pair("Unit yang diminta lowongan ini", "Units this advert calls for"),
    "match.units.cv": Pair("Unit yang ditunjukkan CV ini", "Units this CV shows"),
    "match.legend.chosen": Pair("bukti unit terpilih", "evidence of the chosen unit"),
    "match.legend.evidence": Pair("bukti unit lain", "evidence of other units"),
    "match.legend.uncovered": Pair("tidak tercakup unit mana pun", "covered by no unit"),
    "match.legend.noise": Pair("bukan tugas atau syarat kerja", "not about the work"),
    "match.legend.disclaimed": Pair(
        "harapan, sangkalan, atau pekerjaan orang lain: bukan bukti",
        "a wish, a denial or someone else's work: no evidence",
    ),
    "match.nothing": Pair(
        "Tidak ada unit dalam katalog ini yang cocok dengan teks Anda.",
        "No unit of this catalogue fits your text.",
    ),
    "match.nothing.why": Pair(
        "Katalog hanya memuat bidang tertentu; pekerjaan di luar bidang itu memang tidak akan ditemukan.",
        "The catalogue covers certain fields only; work outside them cannot be found in it.",
    ),
    "match.doubtful": Pair("Kurang pasti ({count} unit)", "Less certain ({count} units)"),
    "match.nearest": Pair(
        "Yang paling dekat, tetapi tidak meyakinkan ({count} unit)",
        "The nearest, though not convincing ({count} units)",
    ),
    "match.trust.strong": Pair("Cocok kuat · {percent}%", "Strong match · {percent}%"),
    "match.trust.likely": Pair("Kemungkinan cocok · {percent}%", "Likely match · {percent}%"),
    "match.trust.doubtful": Pair("Kurang pasti · {percent}%", "Uncertain · {percent}%"),
    "match.trust.help": Pair(
        "Persentase adalah seberapa yakin Padan bahwa unit ini memang bagian dari teks, bukan nilai seseorang.",
        "The percentage is how sure Padan is that the unit belongs to the text; it is no mark given to a person.",
    ),
    "match.choose": Pair("Tandai di teks", "Mark in the text"),
    "match.chosen": Pair("Sedang ditandai", "Marked now"),
    "match.gaps": Pair("Lihat kesenjangan per KUK", "See the gaps per criterion"),
    "match.meets": Pair("mendukung", "supports"),
}
