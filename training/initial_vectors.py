"""First word vectors: positive pointwise mutual information of words near each other, factorised.

Levy and Goldberg (2014) showed that skip-gram with negative sampling factorises such a matrix implicitly; doing it
openly takes minutes and, in every comparison made, started the contrastive training far better than random vectors.
The weighting of words and the removal of the common direction follow Arora, Liang and Ma (2017).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse

from .word_corpus import TokenCorpus, ragged_ranges

_SUBSAMPLING = 1e-4  # word2vec's t: pieces more frequent than this are thinned out
_CONTEXT_SMOOTHING = 0.75  # word2vec's exponent: rare contexts count for less
# Arora's a: weight of a piece = a / (a + its probability). Of 1e-3, 3e-4, 1e-4 and 3e-5 the middle two were best.
_WEIGHTING = 2e-4
# Directions count by their strength to this power. 0.5 is the textbook's; 0.25, 0.1 and 0 were better each time.
_STRENGTH_EXPONENT = 0.1
_POWER_ITERATIONS = 3
_SPARE_DIMENSIONS = 20
_PASSAGES_FOR_COMMON_DIRECTION = 4000


@dataclass(frozen=True)
class CoOccurrence:
    """What is counted as near: `window` pieces either way, linearly fading, within a passage."""

    window: int
    minimum_count: float  # entries below are dropped: most are chance, and they are two thirds of the work


def initial_vectors(
    corpus: TokenCorpus,
    silent: np.ndarray,
    dimensions: int,
    near: CoOccurrence,
    seed: int,
    report: Callable[[str], None],
) -> np.ndarray:
    """float32 [pieces, dimensions]. Mean-pooled, they already make a usable text vector. Silent rows are zero."""
    random = np.random.default_rng(seed)
    counts = np.bincount(corpus.tokens, minlength=len(silent))
    probability = counts / counts.sum()
    matrix = _positive_pmi(_count_near(corpus, silent, probability, near, random, report))
    report(f"{matrix.nnz:,} positive entries")
    vectors = _factorise(matrix, dimensions, random, report)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6
    return _weigh_and_centre(vectors, corpus, silent, probability, random)


def _count_near(
    corpus: TokenCorpus,
    silent: np.ndarray,
    probability: np.ndarray,
    near: CoOccurrence,
    random: np.random.Generator,
    report: Callable[[str], None],
) -> sparse.csr_matrix:
    """Symmetric weighted counts [pieces, pieces]."""
    size = len(silent)
    bounds = corpus.sentence_starts[corpus.passage_starts]
    passage = np.repeat(np.arange(len(bounds) - 1, dtype=np.int32), np.diff(bounds))
    keep_probability = np.minimum(1, np.sqrt(_SUBSAMPLING / np.maximum(probability, 1e-12)))
    keep_probability[silent] = 0
    kept = random.random(len(corpus.tokens), dtype=np.float32) < keep_probability[corpus.tokens]
    tokens, passage = corpus.tokens[kept], passage[kept]
    report(f"{len(tokens):,} of {len(kept):,} pieces kept")
    total = sparse.csr_matrix((size, size), dtype=np.float32)
    for distance in range(1, near.window + 1):
        together = passage[:-distance] == passage[distance:]
        left, right = tokens[:-distance][together], tokens[distance:][together]
        weight = np.full(len(left), (near.window + 1 - distance) / near.window, dtype=np.float32)
        total = total + sparse.coo_matrix((weight, (left, right)), shape=(size, size)).tocsr()
        report(f"distance {distance}: {total.nnz:,} pairs of pieces")
    total = (total + total.T).tocsr()
    if near.minimum_count > 0:
        total.data[total.data < near.minimum_count] = 0
        total.eliminate_zeros()
    return total


def _positive_pmi(counts: sparse.csr_matrix) -> sparse.csr_matrix:
    rows = np.asarray(counts.sum(axis=1)).ravel()
    contexts = rows**_CONTEXT_SMOOTHING
    contexts *= rows.sum() / contexts.sum()
    entries = counts.tocoo()
    pmi = np.log(entries.data * rows.sum() / (rows[entries.row] * contexts[entries.col]) + 1e-9)
    positive = pmi > 0
    values = pmi[positive].astype(np.float32)
    return sparse.csr_matrix((values, (entries.row[positive], entries.col[positive])), shape=counts.shape)


def _factorise(
    matrix: sparse.csr_matrix, dimensions: int, random: np.random.Generator, report: Callable[[str], None]
) -> np.ndarray:
    """U * S^exponent of a randomised singular value decomposition (Halko, Martinsson and Tropp, 2011)."""
    basis = random.standard_normal((matrix.shape[1], dimensions + _SPARE_DIMENSIONS), dtype=np.float32)
    transposed = matrix.T.tocsr()
    for iteration in range(_POWER_ITERATIONS):
        basis, _ = np.linalg.qr(matrix @ basis)
        basis, _ = np.linalg.qr(transposed @ basis)
        report(f"power iteration {iteration + 1} of {_POWER_ITERATIONS}")
    left, strengths, _ = np.linalg.svd(matrix @ basis, full_matrices=False)
    return left[:, :dimensions] * strengths[:dimensions] ** _STRENGTH_EXPONENT


def _weigh_and_centre(
    vectors: np.ndarray,
    corpus: TokenCorpus,
    silent: np.ndarray,
    probability: np.ndarray,
    random: np.random.Generator,
) -> np.ndarray:
    weight = _WEIGHTING / (_WEIGHTING + probability)
    expected_text = (probability * weight) @ vectors / (probability * weight).sum()
    weighted = ((vectors - expected_text) * weight[:, None]).astype(np.float32)
    weighted[silent] = 0
    common = _common_direction(weighted, corpus, random)
    return (weighted - np.outer(weighted @ common, common)).astype(np.float32)


def _common_direction(vectors: np.ndarray, corpus: TokenCorpus, random: np.random.Generator) -> np.ndarray:
    """First principal direction [dimensions] of random passages: what all texts share and none is told apart by."""
    bounds = corpus.sentence_starts[corpus.passage_starts]
    number = min(_PASSAGES_FOR_COMMON_DIRECTION, len(bounds) - 1)
    chosen = np.sort(random.choice(len(bounds) - 1, number, replace=False))
    positions, rows = ragged_ranges(bounds[chosen], bounds[chosen + 1])
    bag = sparse.csr_matrix(
        (np.ones(len(positions), dtype=np.float32), (rows, corpus.tokens[positions])), shape=(number, len(vectors))
    )
    texts = bag @ vectors
    texts /= np.linalg.norm(texts, axis=1, keepdims=True) + 1e-9
    _, _, directions = np.linalg.svd(texts, full_matrices=False)
    return directions[0]
