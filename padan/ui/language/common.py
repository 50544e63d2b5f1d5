"""Words of every view: menu, states, kinds, faults."""

from padan.ui.language.pair import Pair

TABLE = {
    "app.tagline": Pair("Lowongan dan CV, dipadankan dengan SKKNI", "Job adverts and CVs, matched to SKKNI"),
    "menu.label": Pair("Halaman", "Page"),
    "menu.language": Pair("Bahasa", "Language"),
    "view.cari": Pair("Cari", "Search"),
    "view.cocokkan": Pair("Cocokkan", "Match"),
    "view.kesenjangan": Pair("Kesenjangan", "Gaps"),
    "view.katalog": Pair("Katalog", "Catalogue"),
    "view.massal": Pair("Massal", "Batch"),
    "view.evaluasi": Pair("Evaluasi", "Evaluation"),
    "language.id": Pair("ID", "ID"),
    "language.en": Pair("EN", "EN"),
    "app.loading": Pair("Menyiapkan katalog…", "Preparing the catalogue…"),
    "app.catalogue": Pair(
        "Katalog: {units} unit kompetensi, {detailed} di antaranya dengan kriteria.",
        "Catalogue: {units} units of competency, {detailed} of them with criteria.",
    ),
    "app.private": Pair(
        "Teks Anda diolah di komputer ini saja: tidak dikirim ke mana pun, tidak disimpan.",
        "Your text is processed on this computer only: sent nowhere, kept nowhere.",
    ),
    "upload.label": Pair(
        "Atau ambil dari berkas PDF, DOCX, HTML, atau TXT", "Or take it from a PDF, DOCX, HTML or TXT file"
    ),
    "upload.working": Pair("Membaca berkas…", "Reading the file…"),
    "upload.read": Pair(
        "Berkas sudah dibaca: {count} karakter ada di kotak teks. Periksa dulu, lalu lanjutkan.",
        "The file has been read: {count} characters are in the text box. Look them over, then go on.",
    ),
    "state.evidenced": Pair("Terbukti", "Evidenced"),
    "state.weak": Pair("Lemah", "Weak"),
    "state.not_evidenced": Pair("Belum terlihat", "Not evidenced"),
    "kind.auto": Pair("Kenali sendiri", "Detect"),
    "kind.job": Pair("Lowongan kerja", "Job advert"),
    "kind.cv": Pair("CV", "CV"),
    "kind.label": Pair("Jenis teks", "Kind of text"),
    "text.language.id": Pair("bahasa Indonesia", "Indonesian"),
    "text.language.en": Pair("bahasa Inggris", "English"),
    "text.language.mixed": Pair("bahasa campuran", "mixed languages"),
    "field.title": Pair("Judul unit", "Unit title"),
    "field.description": Pair("Deskripsi unit", "Unit description"),
    "field.element": Pair("Elemen", "Element"),
    "field.criterion": Pair("KUK", "Criterion (KUK)"),
    "field.alias": Pair("Sebutan lain", "Also called"),
    "unit.dialog": Pair("Unit kompetensi", "Unit of competency"),
    "unit.criteria": Pair("{count} KUK", "{count} criteria"),
    "unit.only_title": Pair("hanya judul", "title only"),
    "list.more": Pair("Tampilkan {count} lagi", "Show {count} more"),
    "unit.title_only": Pair(
        "Katalog hanya memuat judul unit ini; kriterianya tidak ada di dalam keputusan.",
        "The catalogue knows this unit by its title only; the decree does not print its criteria.",
    ),
    "help.terms": Pair("Apa itu unit, elemen, dan KUK?", "What are units, elements and KUK?"),
    "help.unit": Pair(
        "Unit kompetensi: satu pekerjaan utuh yang dapat dinilai, misalnya menangani keluhan pelanggan.",
        "Unit of competency (unit kompetensi): one whole piece of work that can be assessed.",
    ),
    "help.element": Pair(
        "Elemen: langkah-langkah besar di dalam sebuah unit.",
        "Element (elemen): the main steps within a unit.",
    ),
    "help.criterion": Pair(
        "KUK (kriteria unjuk kerja): tanda yang dapat diamati bahwa langkah itu dikerjakan dengan benar. "
        "Asesor menilai KUK satu per satu.",
        "KUK (kriteria unjuk kerja, performance criterion): an observable sign that the step is done properly. "
        "Assessors judge them one by one.",
    ),
    "fault.empty_text": Pair(
        "Teksnya masih kosong. Tempelkan lowongan atau CV, atau pilih sebuah contoh.",
        "The text is empty. Paste a job advert or a CV, or take a sample.",
    ),
    "fault.long_text": Pair(
        "Teksnya terlalu panjang: paling banyak 200.000 karakter. Tempelkan satu lowongan atau satu CV saja.",
        "The text is too long: at most 200,000 characters are read. Paste one advert or one CV at a time.",
    ),
    "fault.long_query": Pair(
        "Kata pencariannya terlalu panjang: paling banyak 2.000 karakter. Untuk teks utuh, pakai halaman Cocokkan.",
        "The query is too long: at most 2,000 characters. For a whole text, use the Match page.",
    ),
    "fault.unit": Pair(
        "Kode unit itu tidak ada di dalam katalog. Pilih unit dari daftar.",
        "That unit code is not in the catalogue. Choose a unit from the list.",
    ),
    "fault.decree": Pair(
        "Berkas ini tidak dapat dipakai sebagai keputusan atau taksonomi. Katalog tidak berubah.",
        "This file cannot be used as a decree or taxonomy. The catalogue has not changed.",
    ),
    "fault.input": Pair(
        "Ini tidak dapat dibaca. Teks dapat juga ditempelkan sebagai teks biasa.",
        "This cannot be read. A text can also be pasted as plain text.",
    ),
    "fault.index_missing": Pair(
        "Indeks katalog belum ada. Buat dengan perintah: padan index",
        "There is no catalogue index yet. Build one with: padan index",
    ),
    "fault.index_damaged": Pair(
        "Indeks katalog rusak. Buat ulang dengan perintah: padan index",
        "The catalogue index is damaged. Rebuild it with: padan index",
    ),
    "fault.index_unusable": Pair(
        "Indeks tidak dapat dibaca atau ditulis. Periksa izin foldernya, atau pilih folder lain dengan PADAN_INDEX.",
        "The index cannot be read or written. Check the folder's permissions, or choose another with PADAN_INDEX.",
    ),
    "fault.index_mismatch": Pair(
        "Indeks katalog dibuat dengan versi atau model lain. Buat ulang dengan perintah: padan index",
        "The catalogue index was built with another version or model. Rebuild it with: padan index",
    ),
    "fault.encoder": Pair(
        "Model bahasa tidak dapat dibuka. Pasang ulang padan, lalu jalankan: padan index",
        "The language model cannot be opened. Reinstall padan, then run: padan index",
    ),
    "fault.internal": Pair(
        "Ada kesalahan di dalam Padan; teks Anda tidak dicatat. Coba lagi, atau laporkan catatan di terminal.",
        "Something went wrong inside Padan; your text was not recorded. Try again, or report what the terminal shows.",
    ),
}
