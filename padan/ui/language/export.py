"""Words of the exports, and the next step that goes with every criterion; form FR.APL.02 itself is Indonesian."""

from padan.ui.language.pair import Pair

TABLE = {
    "export.title": Pair("Kesenjangan per kriteria", "Gaps, criterion by criterion"),
    "export.note": Pair(
        "“Belum terlihat” tidak sama dengan “belum kompeten”: teksnya hanya tidak menyebutkannya. "
        "K dan BK hanya diisi oleh yang bersangkutan; Padan tidak menilai kompetensi siapa pun.",
        "“Not evidenced” is not “not competent”: the text merely does not mention it. "
        "K (competent) and BK (not yet) are the person's own answers; Padan judges nobody's competence.",
    ),
    "export.said": Pair("{count} di antaranya menurut pengisi.", "{count} of these are the person's own word."),
    "export.by.padan": Pair("Padan", "Padan"),
    "export.by.person": Pair("pengisi", "the person"),
    "export.overruled": Pair("diubah oleh pengisi; temuan Padan:", "set by the person; Padan found:"),
    "export.own": Pair("Bukti dari pengisi:", "The person's own evidence:"),
    "export.claim": Pair("Jawaban pengisi atas “Dapatkah Saya …?”:", "The person's answer to “Can I …?”:"),
    "export.prerequisites": Pair("Unit prasyarat", "Prerequisite units"),
    "export.next": Pair("Unit berikutnya, menurut urutan prasyarat", "Units to take next, prerequisites first"),
    "export.asked": Pair("diminta lowongan", "asked for by the advert"),
    "export.needed_for": Pair("prasyarat untuk", "prerequisite of"),
    "export.uncovered": Pair("Ada di teks, di luar unit-unit ini", "In the text, outside these units"),
    "export.sheet.criteria": Pair("KUK", "Criteria"),
    "export.sheet.units": Pair("Unit", "Units"),
    "export.sheet.next": Pair("Unit berikutnya", "Next units"),
    "export.column.unit": Pair("Kode unit", "Unit code"),
    "export.column.title": Pair("Judul unit", "Unit title"),
    "export.column.element_no": Pair("No. elemen", "Element no."),
    "export.column.element": Pair("Elemen", "Element"),
    "export.column.no": Pair("No. KUK", "Criterion no."),
    "export.column.text": Pair("Kriteria unjuk kerja (KUK)", "Performance criterion (KUK)"),
    "export.column.state": Pair("Status", "State"),
    "export.column.by": Pair("Status menurut", "State set by"),
    "export.column.found": Pair("Temuan Padan", "Found by Padan"),
    "export.column.quotes": Pair("Kutipan dari teks", "Quoted from the text"),
    "export.column.own": Pair("Bukti dari pengisi", "The person's own evidence"),
    "export.column.claim": Pair("K/BK menurut pengisi", "K/BK by the person"),
    "export.column.step": Pair("Langkah berikutnya", "Next step"),
    "export.column.why": Pair("Alasan", "Why"),
    "export.column.open": Pair("KUK yang belum terbukti", "Criteria not evidenced yet"),
    "step.cv.evidenced": Pair(
        "Siapkan dokumen yang menguatkannya, misalnya laporan atau contoh hasil kerja.",
        "Have a document ready that backs it up, such as a report or a sample of the work.",
    ),
    "step.cv.weak": Pair(
        "Perjelas: tulis apa yang dikerjakan, seberapa sering, dan hasilnya.",
        "Make it plain: say what was done, how often, and with which result.",
    ),
    "step.cv.not_evidenced": Pair(
        "Pernah mengerjakannya? Tulis kapan dan di mana. Belum? Masukkan ke rencana latihan.",
        "Done it before? Say when and where. Not yet? Put it on the training plan.",
    ),
    "step.job.evidenced": Pair(
        "Lowongan memintanya: mintalah contoh hasil kerja saat wawancara.",
        "The advert asks for it: ask for a sample of such work in the interview.",
    ),
    "step.job.weak": Pair(
        "Lowongan menyinggungnya saja: perjelas, atau tanyakan saat wawancara.",
        "The advert only hints at it: make it plain, or ask in the interview.",
    ),
    "step.job.not_evidenced": Pair(
        "Lowongan tidak menyebutnya: tambahkan bila memang bagian dari tugasnya.",
        "The advert does not mention it: add it if it is part of the job.",
    ),
    "step.own": Pair(
        "Bawa bukti ini ke asesmen; asesor yang menilainya.",
        "Bring this evidence to the assessment; the assessor judges it.",
    ),
    "step.whole.evidenced": Pair(
        "Siapkan dokumen yang menguatkannya, lalu bandingkan dengan KUK di dokumen SKKNI.",
        "Have a document ready that backs it up, and compare with the criteria in the standard.",
    ),
    "step.whole.weak": Pair(
        "Teks hanya menyinggungnya: tulis apa yang dikerjakan dan hasilnya, menurut KUK di dokumen SKKNI.",
        "The text only hints at it: say what was done and with which result, by the criteria in the standard.",
    ),
    "step.whole.not_evidenced": Pair(
        "Tambahkan bukti kerja, atau ambil pelatihannya; KUK-nya ada di dokumen SKKNI.",
        "Add evidence from work, or take a training; its criteria are in the standard.",
    ),
}
