"""Which corpora the recipe reads, how much of each, under which licence, and which ones it leaves out and why."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["parallel", "words", "pairs", "spelling"]


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the training corpora.

    `kind`: parallel (English, Indonesian sentence), words (English, Indonesian term), pairs (two Indonesian texts that
    belong together) or spelling (informal, formal). `weight` is how often a row is drawn beside a row of weight 1;
    `limit` keeps that many rows, chosen by seed. `checked` rows stay only where the teacher finds both sides alike.
    """

    path: str
    kind: Kind
    licence: str
    weight: float = 1.0
    limit: int | None = None
    checked: bool = False

    @property
    def name(self) -> str:
        """The short name of the table: the folder, and the file where a folder has several."""
        return self.path.removesuffix(".tsv.gz").split("/", 1)[1]


NONE_STATED = "none stated"

SOURCES: tuple[Source, ...] = (
    # business, office, occupations: the texts Padan is made for
    Source("parallel/odoo/sentences.tsv.gz", "parallel", "LGPL-3.0", 1.0),
    Source("parallel/odoo/terms.tsv.gz", "words", "LGPL-3.0", 0.7),
    Source("parallel/desmond86_smeru/SMERU-26870.tsv.gz", "parallel", NONE_STATED, 1.2),
    Source("parallel/desmond86_ausaid/ausaid-3083.tsv.gz", "parallel", NONE_STATED, 1.5),
    Source("parallel/isco08_kbji2014/titles.tsv.gz", "words", "ILO/EU with credit; BPS", 2.0),
    Source("parallel/isco08_kbji2014/descriptions_comparable.tsv.gz", "parallel", "ILO/EU with credit; BPS", 2.0),
    Source("parallel/isic4_kbli2020/titles.tsv.gz", "words", "MIT; UN; BPS", 2.0),
    # news, everyday, guides: good human sentences
    Source("parallel/panl_bppt/panl_bppt.tsv.gz", "parallel", NONE_STATED, 1.3),
    Source("parallel/gunnxx_news_validtest/news.tsv.gz", "parallel", NONE_STATED, 1.3),
    Source("parallel/gunnxx_general_validtest/general.tsv.gz", "parallel", NONE_STATED, 1.0, checked=True),
    Source("parallel/desmond86_bbc/bbc-468.tsv.gz", "parallel", NONE_STATED, 1.5),
    Source("parallel/ud_csui/ud_csui.tsv.gz", "parallel", "CC BY-SA 4.0", 1.5),
    Source("parallel/tatoeba_anki/tatoeba_anki.tsv.gz", "parallel", "CC BY 2.0", 1.3),
    Source("parallel/talpco/talpco.tsv.gz", "parallel", "CC BY 4.0", 1.3),
    Source("parallel/nusax_mt/nusax_mt.tsv.gz", "parallel", "CC BY-SA", 1.5),
    Source("parallel/xsid/xsid.tsv.gz", "parallel", "CC BY-SA 4.0", 1.0),
    Source("parallel/opensource_guide/opensource_guide.tsv.gz", "parallel", "CC BY 4.0", 1.5),
    Source("parallel/owasp_top10/owasp_top10.tsv.gz", "parallel", "CC BY-SA 4.0", 1.0),
    # software texts, a little of the better ones: adverts of the trade use their words
    Source("parallel/react_docs/react_docs.tsv.gz", "parallel", "CC BY 4.0", 0.4),
    Source("parallel/gnome_help_xml/sentences.tsv.gz", "parallel", "CC BY-SA 3.0", 0.5),
    Source("parallel/libreoffice_help/sentences.tsv.gz", "parallel", "MPL-2.0", 0.4, limit=8000),
    Source("parallel/openstack_docs/sentences.tsv.gz", "parallel", "Apache-2.0", 0.4, limit=6000),
    Source("parallel/mozilla_ui/sentences.tsv.gz", "parallel", "MPL-2.0", 0.4),
    Source("parallel/chromium_ui/sentences.tsv.gz", "parallel", "BSD-3-Clause", 0.4),
    Source("parallel/wikipedia_android_ui/wikipedia_android_ui.tsv.gz", "parallel", "Apache-2.0", 0.5),
    # dictionaries
    Source("lexical/freedict_eng_ind/en_id.tsv.gz", "words", "CC BY-SA 3.0", 0.6),
    Source("lexical/padanan_istilah_ti/en_id.tsv.gz", "words", "MIT", 0.6),
    Source("lexical/wordnet_bahasa/en_id_lemmas.tsv.gz", "words", "MIT; Princeton", 0.3, limit=60_000, checked=True),
    # Indonesian texts that belong together
    Source("pairs/kbji2014_title_description/kbji2014.tsv.gz", "pairs", "BPS, none stated", 2.0),
    Source("pairs/kbli2020_title_description/kbli2020.tsv.gz", "pairs", "BPS, none stated", 1.0),
    Source("pairs/indonli/entail.tsv.gz", "pairs", "CC BY-SA premises; none stated", 1.0),
    Source("pairs/facqa/question_passage.tsv.gz", "pairs", "Apache-2.0 / MIT", 1.0),
    Source("pairs/law_definitions/term_definition.tsv.gz", "pairs", "statutes; none stated", 0.5, limit=6000),
    Source("pairs/law_title_considerations/title_menimbang.tsv.gz", "pairs", "statutes; none stated", 0.3, limit=3000),
    Source("pairs/paws_id_mt_devtest/paraphrase.tsv.gz", "pairs", "PAWS, free with credit", 0.3),
    Source("lexical/mythes_id_thesaurus/synonyms.tsv.gz", "pairs", "LGPL-2.1", 0.05, limit=30_000, checked=True),
    # slang and informal spelling
    Source("pairs/stif_informal_formal/stif.tsv.gz", "spelling", "MIT", 2.0),
    Source("lexical/kamus_alay/slang_formal.tsv.gz", "spelling", NONE_STATED, 0.7),
    Source("lexical/indo_collex/informal_formal.tsv.gz", "spelling", "MIT", 0.7),
    Source("lexical/louisowen_slang/slang_formal.tsv.gz", "spelling", "MIT", 0.7),
)

VOCABULARY_ONLY: tuple[tuple[str, str, int], ...] = (
    # path, licence, lines at most: text for the pieces, never for the vectors
    ("mono/indonlu_text/indonlu_text.txt.gz", "Apache-2.0 / MIT", 40_000),
    ("mono/ud_indonesian/ud_indonesian.txt.gz", "CC BY-SA 4.0", 10_000),
    ("mono/data_peraturan/uu_pp.txt.gz", "statutes; none stated", 60_000),
    ("mono/permen_mashanz/permen.txt.gz", "statutes; none stated", 10_000),
    ("lexical/kbbi_wordlist/words.txt.gz", "CC BY-SA 4.0", 120_000),
)

LEFT_OUT: tuple[tuple[str, str], ...] = (
    ("parallel/debian_mo", "308,000 software strings, mostly GPL; made real adverts worse in prototypes"),
    (
        "parallel/debian_handbook, debian_reference, gnome_mate_debian_help, matomo_ui, mediawiki_ui, redmine_ui, "
        "wordpress_ui, pypi_packages_ui",
        "software wording under GPL-family licences, nothing of work in it",
    ),
    ("parallel/erpnext, frappe_hrms", "GPL-3.0 and machine-like Indonesian with odd word order"),
    ("parallel/libreoffice_ui, tldr_pages, python_docs", "short interface strings and code help; drifted rows"),
    ("pairs/mnli_id_mt_small", "garbled machine translation of spoken English"),
    ("pairs/paws labels, indonli labels", "not tried: they turn on word order, which a bag of pieces cannot see"),
    ("pairs/wrete, legal_compass_pasal", "too small to matter"),
    ("lexical/wordnet_bahasa/id_synonyms", "noisy: sense and Malay mix-ups"),
)
