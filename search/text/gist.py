"""What a statement says once its frame is taken off: "Pengalaman minimal 2 tahun di bidang penjualan" asks for sales.

A quarter of the lines of real adverts open with such words. Left on, they pull a statement to whatever speaks of
experience or of ability, in either language, rather than to the work that is meant.
"""

import re

_LEAST = 2  # words that must remain
_ROUNDS = 8  # frames in one another: "Wajib memiliki pengalaman minimal 1 tahun dalam"
_YEARS = (
    r"(?:(?:min(?:imal|imum)?|at least|lebih dari|over)\.?\s{1,4})?\d{1,2}\s{0,3}(?:[-–+]|s/?d|sampai|to)?"
    r"\s{0,3}\d{0,2}\+?\s{0,3}(?:tahun|thn|th|years?|yrs?)\b\.?(?:\s+of)?"
)
_FRAME = re.compile(
    r"(?:dan|serta|juga|and|also|wajib|harus|must|di ?utamakan|lebih disukai|preferably|preferred|ha(?:ve|s|ving)|"
    r"possess(?:es)?|with|an?|the|sudah|pernah|yang|minimal|minimum|at least|memiliki|mempunyai|punya|adanya|"
    r"(?:di|dalam) ?bidang|sebagai|as|in|"
    rf"{_YEARS}|"
    r"(?:latar belakang )?(?:ber)?pengalaman(?: (?:kerja|bekerja|luas))?"
    r"(?: (?:di|dalam) ?bidang| sebagai| dalam| di| dengan)?|"
    r"(?:kemampuan|keterampilan|keahlian|skill|pemahaman|pengetahuan|minat|passion)"
    r"(?: (?:yang )?(?:baik|kuat|mendalam|tinggi|dasar))?(?: (?:dalam|untuk|tentang|mengenai|terhadap|di bidang|di))?|"
    r"(?:mampu|dapat|bisa|sanggup|terbiasa|siap|bersedia|paham|memahami|mengerti|mahir|familiar|fasih)"
    r"(?: (?:untuk|dalam|dengan|tentang|menggunakan))?|"
    r"(?:ber)?tanggung ?jawab(?: (?:untuk|atas|dalam|terhadap|penuh))?|"
    r"(?:proven|strong|excellent|good|great|solid|demonstrated|hands-on|extensive|exceptional|deep|basic)"
    r"(?= (?:experience|track|ability|knowledge|understanding|command|proficiency|background))|"
    r"(?:working |work |professional |prior |previous |relevant )?"
    r"(?:experience|track record|ability|abilities|knowledge|understanding|command|proficiency|background|expertise)"
    r"(?: (?:in|of|with|to|as|on|using|for))?|"
    r"(?:able|responsible|familiar|familiarity|proficient|experienced|skilled|willing|comfortable)"
    r"(?: (?:to|for|with|in|at))?|"
    r"responsibilities include|you will be|we are looking for|kami (?:sedang )?mencari)(?:[,:]?\s+)",
    re.IGNORECASE,
)


def gist(statement: str) -> str:
    """A statement without the frames it opens with; at least two words of it remain."""
    for _ in range(_ROUNDS):
        frame = _FRAME.match(statement)
        if not frame or len(statement[frame.end() :].split()) < _LEAST:
            break
        statement = statement[frame.end() :]
    return statement
