"""A plain BM25 over the paragraphs of an excerpt: what shared words alone find."""

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

_SATURATION, _LENGTH = 1.2, 0.75
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "s", "ly")
_SHORTEST_STEM = 4


class Bm25:
    def __init__(self, texts: Sequence[str]) -> None:
        self._counts = [Counter(_words(text)) for text in texts]
        lengths = np.array([counts.total() for counts in self._counts])
        self._weights = _SATURATION * (1 - _LENGTH + _LENGTH * lengths / lengths.mean())

    def scores(self, question: str) -> np.ndarray:
        total = np.zeros(len(self._counts))
        for word in set(_words(question)):
            counts = np.array([counted[word] for counted in self._counts])
            found = np.count_nonzero(counts)
            rarity = math.log(1 + (len(counts) - found + 0.5) / (found + 0.5))
            total += rarity * counts * (_SATURATION + 1) / (counts + self._weights)
        return total


def _words(text: str) -> list[str]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return [_stem(word) for word in words if word not in ENGLISH_STOP_WORDS]


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
