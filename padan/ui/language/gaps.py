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
    "gaps.against.other": Pair("Bandingkan dengan lowongan lain", "Compare with another advert"),
    "gaps.with_cv": Pair("Bandingkan lowongan ini dengan sebuah CV", "Compare this job advert with a CV"),
    "gaps.cv.input": Pair("Teks CV", "Text of the CV"),
    "gaps.cv.button": Pair("Bandingkan dengan lowongan ini", "Compare with this advert"),
    "gaps.advert.input": Pair("Teks lowongan", "Text of the advert"),
    "gaps.advert.button": Pair("Pakai unit yang diminta lowongan ini", "Use the units this advert calls for"),
    "gaps.against.done": Pair(
        "Dibandingkan dengan lowongan yang meminta {count} unit.",
        "Compared with an advert that calls for {count} units.",
    ),
    "gaps.against.none": Pair(
        "Lowongan itu tidak meminta unit apa pun dari katalog ini.",
        "That advert calls for no unit of this catalogue.",
    ),
    "gaps.against.clear": Pair("Berhenti membandingkan", "Stop comparing"),
    "gaps.overview": Pair("Ringkasan", "Overview"),
    "gaps.filter": Pair("Tampilkan", "Show"),
    "gaps.note.cv": Pair(
        "“Belum terlihat” tidak sama dengan “belum kompeten”: teks ini hanya tidak menyebutkannya. "
        "Padan membaca teks; yang menilai kompetensi adalah asesor.",
        "“Not evidenced” is not “not competent”: this text merely does not mention it. "
        "Padan reads a text; competence is for an assessor to judge.",
    ),
    "gaps.note.job": Pair(
        "“Belum terlihat” berarti lowongan ini tidak menyebutkannya; belum tentu tidak diperlukan.",
        "“Not evidenced” means that this advert does not mention it; the job may still need it.",
    ),
    "gaps.said": Pair("{count} di antaranya menurut penilaian Anda.", "{count} of these are your own word."),
    "gaps.found": Pair("Temuan Padan:", "Padan found:"),
    "gaps.yours": Pair("menurut Anda", "by you"),
    "gaps.own": Pair("Bukti Anda", "Your evidence"),
    "gaps.claim": Pair("Dapatkah Saya …?", "Can I …?"),
    "gaps.claim.competent": Pair("K · bisa", "K · yes"),
    "gaps.claim.not_yet": Pair("BK · belum", "BK · not yet"),
    "gaps.claim.help": Pair(
        "Pertanyaan formulir FR.APL.02 untuk setiap elemen: dapatkah Anda melakukan semua yang tertulis di bawahnya? "
        "K = kompeten, BK = belum kompeten. Hanya Anda yang mengisinya; Padan tidak pernah.",
        "The question form FR.APL.02 asks of every element: can you do all that stands below it? "
        "K = competent (kompeten), BK = not yet (belum kompeten). Only you answer it; Padan never does.",
    ),
    "gaps.edit.evidenced": Pair("Koreksi", "Correct"),
    "gaps.edit.weak": Pair("Tambah bukti atau koreksi", "Add evidence or correct"),
    "gaps.edit.not_evidenced": Pair("Tambah bukti atau koreksi", "Add evidence or correct"),
    "gaps.edit.change": Pair("Ubah penilaian Anda", "Change what you said"),
    "gaps.edit.state": Pair("Status menurut Anda", "State, as you see it"),
    "gaps.edit.as_found": Pair("Seperti temuan Padan", "As Padan found it"),
    "gaps.edit.help": Pair(
        "Kalau Anda menulis bukti tanpa memilih status, kriteria ini dihitung terbukti menurut Anda.",
        "Where you write evidence and choose no state, the criterion counts as evidenced by you.",
    ),
    "gaps.edit.evidence": Pair("Bukti Anda sendiri", "Your own evidence"),
    "gaps.edit.example": Pair(
        "Misalnya: laporan bulanan 2023 yang saya susun; sertifikat pelatihan; surat keterangan atasan",
        "For example: the monthly report of 2023 that I wrote; a training certificate; a letter from my manager",
    ),
    "gaps.edit.save": Pair("Simpan", "Save"),
    "gaps.edit.cancel": Pair("Batal", "Cancel"),
    "gaps.edit.undo": Pair("Hapus penilaian saya", "Remove what I said"),
    "gaps.earlier": Pair(
        "Untuk teks sebelumnya Anda memberi {count} penilaian. Kalau ini CV yang sama, bawa saja ke sini.",
        "You said {count} things about the text before. If this is the same CV, bring them along.",
    ),
    "gaps.earlier.use": Pair("Pakai lagi", "Use them again"),
    "gaps.asked": Pair(
        "Lowongan itu meminta {count} unit: {shown} terlihat di teks, {weak} sebagian, {missing} belum terlihat.",
        "The advert asks for {count} units: the text shows {shown} in full, {weak} in part, {missing} not yet.",
    ),
    "gaps.next": Pair("Ambil berikutnya", "What to take next"),
    "gaps.next.help": Pair(
        "Unit yang diminta lowongan dan belum terlihat lengkap di teks, unit prasyaratnya lebih dulu.",
        "Units the advert asks for and the text does not show in full, their prerequisites first.",
    ),
    "gaps.next.none": Pair(
        "Semua unit yang diminta lowongan sudah terlihat. Siapkan dokumen yang menguatkannya.",
        "All units the advert asks for are shown. Have documents ready that back them up.",
    ),
    "gaps.next.add": Pair(
        "Tambahkan unit ini ke daftar unit yang diperiksa untuk melihat kriterianya.",
        "Add this unit to the units to check to see its criteria.",
    ),
    "gaps.next.some": Pair(
        "{open} dari {count} KUK belum terbukti: lengkapi buktinya satu per satu.",
        "{open} of {count} criteria are not evidenced yet: add evidence one by one.",
    ),
    "gaps.next.all": Pair(
        "Belum ada KUK yang terlihat ({open} dari {count}): mulai dari pelatihan atau bukti kerja.",
        "No criterion is shown yet ({open} of {count}): begin with training or evidence from work.",
    ),
    "gaps.graph": Pair("Urutan unit prasyarat", "Which unit comes before which"),
    "gaps.graph.help": Pair(
        "Prasyarat: unit yang sebaiknya dikuasai lebih dulu. Panah menuju unit yang memerlukannya.",
        "Prerequisite (prasyarat): a unit to master first. Arrows lead to the units that rest on it.",
    ),
    "gaps.graph.alt": Pair(
        "Bagan unit prasyarat; isinya juga tertulis pada setiap unit di bawah.",
        "Chart of prerequisites; each unit below says the same in words.",
    ),
    "gaps.counts": Pair(
        "{evidenced} terbukti · {weak} lemah · {missing} belum terlihat",
        "{evidenced} evidenced · {weak} weak · {missing} not evidenced",
    ),
    "files.title": Pair("Unduh hasilnya", "Download the result"),
    "files.head": Pair("Isi kepala formulir (boleh dikosongkan)", "Fill in the head of the form (optional)"),
    "files.lead": Pair(
        "Isinya yang terlihat di sini: temuan Padan, kutipan, penilaian dan bukti Anda. Dibuat di komputer ini saja.",
        "They hold what you see here: what Padan found, quotations, your own word and evidence. Made on this computer.",
    ),
    "files.job": Pair(
        "Formulir FR.APL.02 hanya untuk CV, dan teks ini terbaca sebagai lowongan. "
        "Kalau ini CV, pilih jenisnya lewat “Ganti teks”.",
        "Form FR.APL.02 is for a CV only, and this text reads as a job advert. "
        "If it is a CV, choose its kind under “Change the text”.",
    ),
    "files.docx": Pair("Formulir FR.APL.02 (Word)", "Form FR.APL.02 (Word)"),
    "files.xlsx": Pair("Excel", "Excel"),
    "files.csv": Pair("CSV", "CSV"),
    "files.html": Pair("Halaman cetak", "Page to print"),
    "files.help.docx": Pair(
        "Asesmen mandiri untuk LSP. Kotak K dan BK berisi jawaban Anda sendiri, selebihnya kosong.",
        "Self-assessment for a certification body, in Indonesian. Boxes K and BK hold your own answers, else nothing.",
    ),
    "files.help.xlsx": Pair("Satu baris per KUK, satu baris per unit.", "One row a criterion, one row a unit."),
    "files.help.csv": Pair("Satu baris per KUK, untuk program lain.", "One row a criterion, for other programs."),
    "files.help.html": Pair("Satu berkas HTML untuk dicetak atau disimpan.", "One HTML file to print or to keep."),
    "files.name.docx": Pair("FR.APL.02-asesmen-mandiri.docx", "FR.APL.02-asesmen-mandiri.docx"),
    "files.name.xlsx": Pair("kesenjangan.xlsx", "gaps.xlsx"),
    "files.name.csv": Pair("kesenjangan.csv", "gaps.csv"),
    "files.name.html": Pair("kesenjangan.html", "gaps.html"),
    "files.head.use": Pair("Pakai di formulir", "Use in the form"),
    "files.head.used": Pair("Kepala formulir sudah terisi.", "The head of the form is filled in."),
    "files.head.scheme": Pair("Judul skema sertifikasi", "Title of the certification scheme"),
    "files.head.scheme_no": Pair("Nomor skema", "Number of the scheme"),
    "files.head.candidate": Pair("Nama asesi (yang dinilai)", "Name of the candidate (asesi)"),
    "files.head.assessor": Pair("Nama asesor", "Name of the assessor (asesor)"),
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
