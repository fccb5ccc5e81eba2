"""BM25 beside which an embedding model has to be worth something. Scores are shares of a full match."""

import collections

import numpy as np
import snowballstemmer

from .query_noise import STOP_WORDS
from .word_corpus import words_of

_K1, _B = 1.2, 0.75
# A question's ideal passage holds every stem once at average length; this share of that already counts as 1.
_IDEAL_SHARE = 0.75

_stem = snowballstemmer.stemmer("english").stemWords


def _terms(text: str) -> list[str]:
    return _stem([word for word in words_of(text.replace("'s ", " ")) if word not in STOP_WORDS])


def shared_words(question: str, passages: list[str]) -> float:
    """Largest share, 0 to 1, of the question's distinct stems that one of the passages holds."""
    wanted = set(_terms(question))
    return max(len(wanted & set(_terms(passage))) for passage in passages) / max(1, len(wanted))


def bm25_scores(passages: list[str], questions: list[str]) -> np.ndarray:
    """float [questions, passages], BM25 divided by what a full match of the question would score."""
    documents = [collections.Counter(_terms(passage)) for passage in passages]
    lengths = np.array([sum(document.values()) for document in documents], dtype=float)
    norm = _K1 * (1 - _B + _B * lengths / lengths.mean())
    postings: dict[str, list[tuple[int, int]]] = collections.defaultdict(list)
    for number, document in enumerate(documents):
        for term, count in document.items():
            postings[term].append((number, count))
    scores = np.zeros((len(questions), len(passages)))
    for row, question in enumerate(questions):
        ideal = 0.0
        for term in set(_terms(question)):
            found = postings.get(term, [])
            idf = np.log(1 + (len(passages) - len(found) + 0.5) / (len(found) + 0.5))
            ideal += _IDEAL_SHARE * (_K1 + 1) * idf
            if found:
                where, counts = np.array(found).T
                scores[row, where] += idf * counts * (_K1 + 1) / (counts + norm[where])
        scores[row] /= ideal or 1
    return scores
