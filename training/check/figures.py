"""Figures of the models, alone and together, on a set of questions."""

from collections.abc import Callable, Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from ..excerpts import Place
from .evidence import Evidence

# Weights beside the cosine, found on excerpts of other kinds.
_PASSAGE_READING, _BM25 = 0.02, 0.02
_SENTENCE_READING, _PASSAGE_OF_SENTENCE = 0.04, 0.03
# Sentences shown: three at most, and no more words than these after the first.
_MOST_SENTENCES, _MOST_WORDS = 3, 65
_WRONG_REFUSALS = 0.05

Score = Callable[[Evidence], np.ndarray]


def three_numbers(evidence: Evidence) -> np.ndarray:
    return evidence.similarity + _PASSAGE_READING * evidence.passage + _BM25 * evidence.bm25


def measure(asked: Sequence[Evidence]) -> dict[str, float]:
    answerable = [evidence for evidence in asked if evidence.question.gold]
    scores: dict[str, Score] = {
        "BM25": lambda evidence: evidence.bm25,
        "whole paragraphs": lambda evidence: evidence.whole,
        "best sentence": lambda evidence: evidence.best_sentence,
        "three numbers": three_numbers,
    }
    figures: dict[str, float] = {}
    for name, score in scores.items():
        for most in (1, 5):
            figures[f"hit@{most}, {name}"] = _hits(answerable, score, most)
    for style in ("lay", "chatty"):
        of_style = [evidence for evidence in answerable if evidence.question.style == style]
        figures[f"hit@1, three numbers, {style}"] = _hits(of_style, three_numbers, 1)
    figures["right sentence shown"] = float(np.mean([_shown(e) for e in answerable]))
    return figures | _abstention(asked)


def _hits(asked: Sequence[Evidence], score: Score, most: int) -> float:
    """How often one of the best `most` paragraphs answers."""
    found = [
        not evidence.question.answering_paragraphs.isdisjoint(
            np.argsort(-score(evidence))[:most].tolist()
        )
        for evidence in asked
    ]
    return float(np.mean(found))


def _shown(evidence: Evidence) -> bool:
    """Whether one of the sentences that would be shown answers."""
    right = evidence.question.gold | evidence.question.also
    return not right.isdisjoint(shown_sentences(evidence))


def shown_sentences(evidence: Evidence) -> list[Place]:
    owners = [at.paragraph for at in evidence.places]
    scores = (
        evidence.sentence
        + _SENTENCE_READING * evidence.sentence_reading
        + _PASSAGE_OF_SENTENCE * evidence.passage[owners]
    )
    shown: list[Place] = []
    words = 0
    for at in (evidence.places[number] for number in np.argsort(-scores)[:_MOST_SENTENCES]):
        words += len(evidence.excerpt.paragraphs[at.paragraph][at.sentence].split())
        if shown and words > _MOST_WORDS:
            break
        shown.append(at)
    return shown


def _abstention(asked: Sequence[Evidence]) -> dict[str, float]:
    """How well it can be told which questions the text answers."""
    answered = np.array([bool(evidence.question.gold) for evidence in asked])
    features = np.array([_signs(evidence) for evidence in asked])
    fitted = cross_val_predict(
        make_pipeline(StandardScaler(), LogisticRegression()),
        features,
        answered,
        groups=[evidence.excerpt.id for evidence in asked],
        cv=GroupKFold(5),
        method="predict_proba",
    )[:, 1]
    level = np.quantile(fitted[answered], _WRONG_REFUSALS)
    return {
        "abstention AUC, reader": float(roc_auc_score(answered, features[:, 0])),
        "abstention AUC, best sentence": float(roc_auc_score(answered, features[:, 2])),
        "abstention AUC, eight numbers": float(roc_auc_score(answered, fitted)),
        f"refused at {_WRONG_REFUSALS:.0%} wrong refusals": float(
            np.mean(fitted[~answered] < level)
        ),
    }


def _signs(evidence: Evidence) -> list[float]:
    passages = np.sort(evidence.passage)
    return [
        passages[-1],
        passages[-2],
        evidence.best_sentence.max(),
        evidence.best_sentence.max() - evidence.best_sentence.mean(),
        evidence.whole.max(),
        evidence.bm25.max(),
        evidence.sentence_reading.max(),
        (evidence.sentence + _SENTENCE_READING * evidence.sentence_reading).max(),
    ]
