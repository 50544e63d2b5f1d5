"""Words of the catalogue view."""

from padan.ui.language.pair import Pair

TABLE = {
    "catalogue.title": Pair("Katalog", "Catalogue"),
    "catalogue.lead": Pair(
        "Keputusan dan taksonomi yang dipakai Padan untuk mencari dan mencocokkan: unit-unitnya, "
        "dan hal-hal yang perlu Anda periksa sendiri di dalamnya.",
        "The decrees and taxonomies Padan searches and matches by: their units, "
        "and what in them you should look at yourself.",
    ),
    "catalogue.taxonomy": Pair("taksonomi", "taxonomy"),
    "catalogue.units": Pair("{count} unit", "{count} units"),
    "catalogue.detailed": Pair("{count} dengan KUK", "{count} with criteria"),
    "catalogue.findings": Pair("{count} temuan", "{count} findings"),
    "catalogue.revoked_by": Pair("dicabut oleh", "revoked by"),
    "catalogue.revoked.help": Pair(
        "Unit keputusan ini tidak ikut dicari, kecuali indeks dibuat dengan: padan index --revoked",
        "Its units are not searched, unless the index is built with: padan index --revoked",
    ),
    "catalogue.source": Pair("Berkas", "File"),
    "catalogue.revokes": Pair("mencabut keputusan", "revokes decree"),
    "catalogue.choose": Pair("Keputusan yang dibuka", "Decree to open"),
    "catalogue.part": Pair("Bagian", "Part"),
    "catalogue.part.map": Pair("Peta fungsi", "Function map"),
    "catalogue.part.units": Pair("Unit", "Units"),
    "catalogue.part.findings": Pair("Temuan", "Findings"),
    "catalogue.search": Pair("Cari kode atau judul di keputusan ini", "Find a code or title in this decree"),
    "catalogue.search.nothing": Pair(
        "Tidak ada kode atau judul seperti itu di keputusan ini.", "No code or title of this decree is like that."
    ),
    "catalogue.shown": Pair("{shown} dari {count} unit", "{shown} of {count} units"),
    "catalogue.not_in_force": Pair("tidak berlaku", "not in force"),
    "catalogue.not_in_force.help": Pair(
        "Keputusan lain mencabut unit ini atau memuat versi yang lebih baru.",
        "Another decree revokes this unit or holds a newer one.",
    ),
    "catalogue.printed": Pair("Tercetak di", "Printed on"),
    "catalogue.also_printed": Pair("juga ditulis", "also written"),
    "catalogue.unmapped": Pair("Tidak ada di peta fungsi", "Not in the function map"),
    "catalogue.map.lead": Pair(
        "Peta fungsi membagi tujuan bidang ini menjadi fungsi kunci, lalu fungsi utama, sampai ke unit kompetensi.",
        "The function map divides the purpose of this field into key functions (fungsi kunci), these into main "
        "functions (fungsi utama), and these into units of competency.",
    ),
    "catalogue.path": Pair("Peta fungsi", "Function map"),
    "catalogue.rest": Pair(
        "Batasan variabel dan panduan penilaian selengkapnya", "Range of variables and assessment guide in full"
    ),
    "place.page": Pair("halaman {number}", "page {number}"),
    "place.line": Pair("baris {number}", "line {number}"),
    "section.critical_aspects": Pair("Aspek kritis", "Critical aspects"),
    "section.context": Pair("Konteks variabel", "Context of variables"),
    "section.equipment": Pair("Peralatan", "Equipment"),
    "section.supplies": Pair("Perlengkapan", "Supplies"),
    "section.rules": Pair("Peraturan yang diperlukan", "Regulations required"),
    "section.norms": Pair("Norma", "Norms"),
    "section.standards": Pair("Standar", "Standards"),
    "section.assessment": Pair("Konteks penilaian", "Context of assessment"),
    "section.knowledge": Pair("Pengetahuan", "Knowledge"),
    "section.skills": Pair("Keterampilan", "Skills"),
    "section.attitudes": Pair("Sikap kerja", "Attitudes"),
    "catalogue.add": Pair("Tambah keputusan atau taksonomi", "Add a decree or taxonomy"),
    "catalogue.add.file": Pair(
        "Keputusan sebagai PDF, DOCX, HTML, atau Markdown; taksonomi sebagai tabel CSV, TSV, atau JSON",
        "A decree as PDF, DOCX, HTML or Markdown; a taxonomy as a CSV, TSV or JSON table",
    ),
    "catalogue.add.button": Pair("Masukkan ke katalog", "Take into the catalogue"),
    "catalogue.add.large": Pair(
        "Berkas yang lebih besar dari batas di atas: padan index BERKAS", "Larger files than that: padan index FILE"
    ),
    "catalogue.add.none": Pair("Pilih sebuah berkas dulu.", "Choose a file first."),
    "catalogue.adding": Pair(
        "Membaca berkas dan memperbarui indeks… PDF yang tebal perlu sampai satu menit.",
        "Reading the file and updating the index… a long PDF takes up to a minute.",
    ),
    "catalogue.added": Pair(
        "Masuk ke katalog: {units} unit, {criteria} KUK, {findings} temuan.",
        "Now in the catalogue: {units} units, {criteria} criteria, {findings} findings.",
    ),
    "catalogue.unchanged": Pair(
        "Berkas itu sudah ada di katalog; tidak ada yang berubah.",
        "That file is in the catalogue already; nothing has changed.",
    ),
    "catalogue.remove": Pair("Keluarkan dari katalog", "Remove from the catalogue"),
    "catalogue.remove.sure": Pair(
        "Keluarkan keputusan ini dengan {units} unitnya dari katalog? Berkas aslinya tidak disentuh.",
        "Remove this decree with its {units} units from the catalogue? The file it came from is left alone.",
    ),
    "catalogue.remove.yes": Pair("Ya, keluarkan", "Yes, remove it"),
    "catalogue.remove.no": Pair("Batal", "Cancel"),
    "catalogue.remove.last": Pair(
        "Ini satu-satunya isi katalog, jadi tidak dapat dikeluarkan. Tambahkan yang lain dulu.",
        "This is all the catalogue holds, so it cannot be removed. Add another one first.",
    ),
    "catalogue.removing": Pair("Memperbarui indeks…", "Updating the index…"),
    "catalogue.removed": Pair("Sudah dikeluarkan dari katalog.", "Removed from the catalogue."),
    "catalogue.no_findings": Pair("Tidak ada temuan di keputusan ini.", "There are no findings in this decree."),
}
