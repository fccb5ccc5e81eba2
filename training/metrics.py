"""Ranking figures. Equal scores are ranked at random (seeded): passages that score nothing must not look found."""

import math

import numpy as np

_DEPTH = 10
_TIE_BREAKER = 1e-7


def ranking_figures(scores: np.ndarray, gains: list[dict[int, int]]) -> dict[str, np.ndarray]:
    """scores: [questions, passages]; gains: as in JudgedSet. float [questions] of hit@1, hit@5, MRR@10 and nDCG@10."""
    scores = scores + np.random.default_rng(0).random(scores.shape) * _TIE_BREAKER
    order = np.argsort(-scores, axis=1)[:, :_DEPTH]
    hit1, hit5, reciprocal, ndcg = [], [], [], []
    for ranking, gain in zip(order.tolist(), gains):
        rank = next((position for position, passage in enumerate(ranking, 1) if passage in gain), math.inf)
        hit1.append(rank <= 1)
        hit5.append(rank <= 5)
        reciprocal.append(1 / rank)
        ndcg.append(_discounted([gain.get(p, 0) for p in ranking]) / _discounted(sorted(gain.values(), reverse=True)))
    figures = {"hit@1": hit1, "hit@5": hit5, "MRR@10": reciprocal, "nDCG@10": ndcg}
    return {name: np.array(values, dtype=float) for name, values in figures.items()}


def _discounted(gains: list[int]) -> float:
    return sum(gain / math.log2(position + 1) for position, gain in enumerate(gains[:_DEPTH], 1))
