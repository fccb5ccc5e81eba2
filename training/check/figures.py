"""Figures of the models, alone and together, on a set of questions."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from ..excerpts import Excerpt, Place
from ..reader.onnx_reader import OnnxReader
from .evidence import Evidence

# Weights beside the cosine, found on excerpts of other kinds.
_PASSAGE_READING, _BM25 = 0.02, 0.02
_SENTENCE_READING, _PASSAGE_OF_SENTENCE = 0.04, 0.03
# Sentences shown: three at most, and no more words than these after the first.
_MOST_SENTENCES, _MOST_WORDS = 3, 65
_WRONG_REFUSALS = 0.05
_LEAST_TOLERANCE = 0.02

Score = Callable[[Evidence], np.ndarray]


def three_numbers(evidence: Evidence) -> np.ndarray:
    return evidence.similarity + _PASSAGE_READING * evidence.passage + _BM25 * evidence.bm25


@dataclass(frozen=True)
class Figure:
    value: float
    # Of how many questions or claims, the rarer kind where two are told apart.
    asked: int

    def tolerance(self) -> float:
        """Two standard errors: a model that was made again lies within them."""
        return max(_LEAST_TOLERANCE, 2 * math.sqrt(self.value * (1 - self.value) / self.asked))


def measure(asked: Sequence[Evidence]) -> dict[str, Figure]:
    answerable = [evidence for evidence in asked if evidence.question.gold]
    scores: dict[str, Score] = {
        "BM25": lambda evidence: evidence.bm25,
        "whole paragraphs": lambda evidence: evidence.whole,
        "best sentence": lambda evidence: evidence.best_sentence,
        "three numbers": three_numbers,
    }
    figures: dict[str, Figure] = {}
    for name, score in scores.items():
        for most in (1, 5):
            figures[f"hit@{most}, {name}"] = _hits(answerable, score, most)
    for style in ("lay", "chatty"):
        of_style = [evidence for evidence in answerable if evidence.question.style == style]
        figures[f"hit@1, three numbers, {style}"] = _hits(of_style, three_numbers, 1)
    figures["right sentence shown"] = _share([_shown(evidence) for evidence in answerable])
    return figures | _abstention(asked)


def measure_claims(excerpts: Iterable[Excerpt], reader: OnnxReader) -> dict[str, Figure]:
    supported: list[bool] = []
    readings: list[float] = []
    for excerpt in excerpts:
        for claim in excerpt.claims:
            cited = [excerpt.paragraphs[at.paragraph][at.sentence] for at in claim.cited]
            supported.append(claim.supported)
            readings.append(reader.supported(claim.text, cited))
    return {"claims AUC": _auc(np.array(supported), readings)}


def _hits(asked: Sequence[Evidence], score: Score, most: int) -> Figure:
    """How often one of the best `most` paragraphs answers."""
    found = [
        not evidence.question.answering_paragraphs.isdisjoint(
            np.argsort(-score(evidence))[:most].tolist()
        )
        for evidence in asked
    ]
    return _share(found)


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


def _abstention(asked: Sequence[Evidence]) -> dict[str, Figure]:
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
        "abstention AUC, reader": _auc(answered, features[:, 0]),
        "abstention AUC, best sentence": _auc(answered, features[:, 2]),
        "abstention AUC, eight numbers": _auc(answered, fitted),
        f"refused at {_WRONG_REFUSALS:.0%} wrong refusals": _share(fitted[~answered] < level),
    }


def _share(right: Sequence[bool] | np.ndarray) -> Figure:
    return Figure(float(np.mean(right)), len(right))


def _auc(positive: np.ndarray, scores: Sequence[float] | np.ndarray) -> Figure:
    return Figure(float(roc_auc_score(positive, scores)), min(sum(positive), sum(~positive)))


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
