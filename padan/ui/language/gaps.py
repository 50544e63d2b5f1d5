"""Words of the gaps view."""

from padan.ui.language.pair import Pair

TABLE = {
    "gaps.title": Pair("Kesenjangan per kriteria", "Gaps, criterion by criterion"),
    "gaps.lead": Pair(
        "Untuk setiap KUK: apa yang terbukti di dalam teks, apa yang lemah, dan apa yang belum terlihat.",
        "For every criterion: what the text shows, what it shows weakly, and what it does not show.",
    ),
    "gaps.button": Pair("Periksa kesenjangan", "Find the gaps"),
    "gaps.working": Pair("Memeriksa kriteria satu per satu…", "Checking each criterion…"),
    "gaps.units": Pair("Unit yang diperiksa", "Units to check"),
    "gaps.units.placeholder": Pair("Pilih unit dari katalog", "Choose units of the catalogue"),
    "gaps.units.help": Pair(
        "Awalnya unit yang paling cocok dengan teks. Tambah atau kurangi sesuka Anda.",
        "At first the units that match the text best. Add or remove as you like.",
    ),
    "gaps.units.none": Pair(
        "Tidak ada unit yang cocok dengan teks ini. Pilih sendiri unit yang ingin diperiksa.",
        "No unit fits this text. Choose the units you want to check yourself.",
    ),
    "gaps.units.empty": Pair("Pilih setidaknya satu unit.", "Choose at least one unit."),
    "gaps.units.best": Pair("Pakai unit yang paling cocok dengan teks", "Use the units that match the text best"),
    "gaps.against": Pair("Bandingkan CV dengan sebuah lowongan", "Compare a CV with a job advert"),
    "gaps.against.input": Pair("Teks lowongan", "Text of the advert"),
    "gaps.against.button": Pair("Pakai unit yang diminta lowongan ini", "Use the units this advert calls for"),
    "gaps.against.done": Pair(
        "Unit di bawah adalah {count} unit yang diminta lowongan itu.",
        "The units below are the {count} units that advert calls for.",
    ),
    "gaps.against.none": Pair(
        "Lowongan itu tidak meminta unit apa pun dari katalog ini.",
        "That advert calls for no unit of this catalogue.",
    ),
    "gaps.against.clear": Pair("Berhenti membandingkan", "Stop comparing"),
    "gaps.overview": Pair("Ringkasan", "Overview"),
    "gaps.filter": Pair("Tampilkan", "Show"),
    "gaps.not_competent": Pair(
        "“Belum terlihat” tidak sama dengan “belum kompeten”: teks ini hanya tidak menyebutkannya. "
        "Tambahkan kalimat yang menceritakan pekerjaan itu, atau siapkan bukti lain untuk asesmen.",
        "“Not evidenced” is not “not competent”: this text merely does not mention it. "
        "Add a sentence that tells of that work, or bring other evidence to the assessment.",
    ),
    "gaps.counts": Pair(
        "{evidenced} terbukti · {weak} lemah · {missing} belum terlihat",
        "{evidenced} evidenced · {weak} weak · {missing} not evidenced",
    ),
    "gaps.element": Pair("Elemen", "Element"),
    "gaps.hidden": Pair("Tidak ada KUK dengan status yang dipilih.", "No criterion has a state you chose."),
    "gaps.nearest": Pair("Pernyataan yang paling dekat dengan judulnya:", "The statements nearest to its title:"),
    "gaps.no_quote": Pair("Tidak ada pernyataan yang menyebutkannya.", "No statement speaks of it."),
    "gaps.prerequisites": Pair("Unit prasyarat", "Prerequisite units"),
    "gaps.prerequisite.unknown": Pair("(tidak ada di dalam katalog)", "(not in the catalogue)"),
    "gaps.uncovered": Pair(
        "Ada di teks, di luar unit-unit ini ({count} pernyataan)",
        "In the text, outside these units ({count} statements)",
    ),
}
