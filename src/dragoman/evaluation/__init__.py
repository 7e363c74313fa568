"""Measure the reader against documents that people labelled.

In: a folder of label files and a coder. Out: Scores. ``labels`` says what a label is, ``matching``
which report answers to which label, ``scoring`` judges,
``scores`` holds the counts, ``printing`` shows.
"""

from dragoman.evaluation.labels import PARTS, LabelledDocument, load_documents
from dragoman.evaluation.printing import print_faults, print_scores
from dragoman.evaluation.scores import Fault, Ratio, Scores, Tally
from dragoman.evaluation.scoring import evaluate, score_document

__all__ = [
    "PARTS",
    "Fault",
    "LabelledDocument",
    "Ratio",
    "Scores",
    "Tally",
    "evaluate",
    "load_documents",
    "print_faults",
    "print_scores",
    "score_document",
]
