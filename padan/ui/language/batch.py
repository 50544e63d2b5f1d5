"""Words of the batch view."""

from padan.ui.language.pair import Pair

TABLE = {
    "batch.title": Pair("Cocokkan banyak lowongan sekaligus", "Match many adverts at once"),
    "batch.lead": Pair(
        "Unggah tabel berisi satu lowongan (atau CV) per baris. Padan mencocokkan semuanya, menunjukkan unit mana yang "
        "paling banyak diminta, dan memberi Anda tabel hasilnya.",
        "Upload a table with one advert (or CV) a row. Padan matches them all, shows which units are asked for most, "
        "and gives you a table of the matches.",
    ),
    "batch.file": Pair("Tabel CSV, XLSX, JSONL, atau Parquet", "A CSV, XLSX, JSONL or Parquet table"),
    "batch.private": Pair(
        "Selama dihitung, tabel Anda berada di folder pribadi di komputer ini, lalu dihapus. Hasilnya disimpan di "
        "memori paling lama satu jam, dan hanya terbuka lewat alamat halaman ini.",
        "While it is being matched your table lies in a private folder on this computer, which is then removed. The "
        "matches stay in memory for an hour at most, and open by the address of this page only.",
    ),
    "batch.sample": Pair("Coba dengan {count} lowongan contoh", "Try it with {count} sample adverts"),
    "batch.reading": Pair("Membaca tabel…", "Reading the table…"),
    "batch.unreadable": Pair(
        "Tabel ini tidak dapat dibaca. Simpan sebagai CSV atau XLSX dengan nama kolom di baris pertama.",
        "This table cannot be read. Save it as CSV or XLSX with the names of its columns in the first row.",
    ),
    "batch.columns": Pair("Kolom mana yang berisi apa?", "Which column holds what?"),
    "batch.column.text": Pair("Teks lowongan", "Text of the advert"),
    "batch.column.title": Pair("Judul (boleh kosong)", "Title (may be empty)"),
    "batch.column.id": Pair("Nomor atau kode (boleh kosong)", "Number or code (may be empty)"),
    "batch.column.choose": Pair("Pilih kolom", "Choose a column"),
    "batch.column.none": Pair("tidak ada", "none"),
    "batch.column.missing": Pair(
        "Pilih dulu kolom yang berisi teks lowongan.", "Choose the column with the text first."
    ),
    "batch.format": Pair("Tabel hasil", "Table of matches"),
    "batch.format.xlsx": Pair("Excel (XLSX)", "Excel (XLSX)"),
    "batch.format.csv": Pair("CSV", "CSV"),
    "batch.format.jsonl": Pair("JSONL", "JSONL"),
    "batch.format.parquet": Pair("Parquet", "Parquet"),
    "batch.preview": Pair("Baris-baris pertama, seperti yang akan dibaca", "The first rows, as they will be read"),
    "batch.row": Pair("Baris", "Row"),
    "batch.start": Pair("Mulai mencocokkan", "Start matching"),
    "batch.other": Pair("Pilih tabel lain", "Choose another table"),
    "batch.running": Pair("Sedang mencocokkan…", "Matching…"),
    "batch.reload": Pair(
        "Halaman ini boleh dimuat ulang atau ditutup sebentar: pekerjaannya tetap berjalan, "
        "dan alamatnya membawa Anda kembali.",
        "You may reload this page or close it for a while: the work goes on, and its address brings you back.",
    ),
    "batch.opening": Pair("Membuka indeks…", "Opening the index…"),
    "batch.progress": Pair("{rows} baris selesai · {rate} per detik", "{rows} rows done · {rate} a second"),
    "batch.left.minutes": Pair("sekitar {count} menit lagi", "about {count} minutes left"),
    "batch.left.seconds": Pair("sekitar {count} detik lagi", "about {count} seconds left"),
    "batch.stop": Pair("Hentikan", "Stop"),
    "batch.gone": Pair(
        "Hasil itu sudah tidak ada: dihapus, sudah lewat satu jam, atau Padan dijalankan ulang. Unggah tabelnya lagi.",
        "Those matches are gone: deleted, older than an hour, or Padan was restarted. Upload the table again.",
    ),
    "batch.end.stopped": Pair("Dihentikan. Tabelnya sudah dihapus.", "Stopped. The table has been removed."),
    "batch.end.failed": Pair("Pencocokan berhenti karena kesalahan.", "Matching ended with an error."),
    "batch.done": Pair("Selesai", "Done"),
    "batch.rows": Pair("baris dibaca", "rows read"),
    "batch.answered": Pair("dicocokkan", "matched"),
    "batch.nothing": Pair("tidak cocok dengan unit mana pun", "fit no unit"),
    "batch.left_out": Pair("dilewati", "left out"),
    "batch.units": Pair("Unit yang paling banyak diminta", "Units asked for most"),
    "batch.adverts": Pair("lowongan yang memintanya", "adverts that ask for it"),
    "batch.units.all": Pair("Semua unit yang diminta ({count})", "All units asked for ({count})"),
    "batch.units.none": Pair(
        "Tidak ada lowongan di tabel ini yang meminta unit dari katalog.",
        "No advert of this table asks for a unit of the catalogue.",
    ),
    "batch.languages": Pair("Bahasa", "Languages"),
    "batch.download": Pair("Unduh tabel hasil", "Download the matches"),
    "batch.download.errors": Pair("Unduh daftar baris yang dilewati", "Download the list of rows left out"),
    "batch.forget": Pair("Hapus hasil dan mulai lagi", "Delete the matches and start again"),
    "batch.reasons": Pair("Mengapa baris dilewati", "Why rows were left out"),
    "batch.name": Pair("hasil-padan", "padan-matches"),
    "batch.name.errors": Pair("baris-dilewati", "rows-left-out"),
}
