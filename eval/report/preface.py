"""What the reader of a report has to know before the figures."""

from eval.labelled import SetName, Split
from eval.trial import Trial

_SPLITS = {
    Split.DEV: "Split dev: weights, thresholds, labels and models may have been chosen on these very texts, so figures "
    "of Padan's own systems flatter.",
    Split.TEST: "Split test: for reporting only. Nothing may be chosen by these figures.",
    Split.ALL: "Both splits: half of the texts may have been chosen on. For quoting use --split test.",
}
SETS: dict[SetName, str] = {
    "queries": "Search: units ranked for a query. Grade 2 counts as found in R@k, R-prec, MRR and MAP; nDCG@10 gains "
    "the grade itself (2 and 1).",
    "adverts": "Match: units ranked for a whole advert. Ranking measures are over the adverts that ask for units, "
    "grade 2 counting as found; an advert asks for five or so, so that R@1 cannot be high. F1 called: the units said "
    "to be called for, over all adverts, grade 1 neither right nor wrong. ECE confidence: the confidence of each unit "
    "shown, against whether it is of grade 2. AUROC nothing here: adverts that ask for units against those of other "
    "trades, by what the system offers as sureness (Padan: what decides “nothing here”; others: the best score).",
    "cvs": "Gaps: every criterion of the units a CV is read against, as the answer scores it. AUC over all pairs of "
    "criteria; AUC in unit: the mean of that within a text and unit. F1 evidenced: state evidenced against the rest; "
    "F1 with weak: evidenced or weak against the rest. ECE: the score read as a probability, ten bins.",
}
_NOTES = (
    "Brackets hold 95 % bootstrap intervals: texts drawn anew 2,000 times (of CVs whole CVs, since criteria of one "
    "hang together), seed fixed.",
    "p: two-sided paired randomisation test, the results of a text swapped between two systems: 10,000 times, or every "
    "way there is. Not corrected for the number of comparisons.",
    "The system “floor” knows nothing; what it scores is the least that any other has to beat.",
    "The texts are machine-made and were never pooled from systems' results; see the data sheet in data/eval.",
)


def preface(trial: Trial) -> list[str]:
    """Sentences, the most important first."""
    return [_SPLITS[trial.split], f"Encoder of the index: {trial.encoder}.", *_NOTES]


def skipped(trial: Trial) -> dict[str, str]:
    """System → why it was not measured."""
    return {name: why for hearing in trial.hearings for name, why in hearing.skipped.items()}
