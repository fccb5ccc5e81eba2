"""Pairs that people wrote: a question, a heading or a summary, and the passage that it belongs to."""

import numpy as np

from .pair_batch import Bags, PairBatch
from .query_noise import QueryNoise
from .question_files import Pair
from .word_corpus import ragged_ranges
from .wordpiece import WordPiece

# Neighbours in a file come from one document: they make the instructive wrong answers.
_RUN_LENGTH = 8
_QUESTION_WORDS_KEPT = (0.6, 1.0)
_PASSAGE_WORDS_KEPT = (0.7, 1.0)
_FORM_SWAPS = 0.1
_SYNONYM_SWAPS = 0.3  # at most
_MISSPELT = 0.03
_FEWEST_WORDS = 2


class _Texts:
    """Distinct texts as pieces, laid end to end."""

    def __init__(self, texts: list[str], vocabulary: WordPiece) -> None:
        numbers: dict[str, int] = {}
        self.number_of = np.array([numbers.setdefault(text, len(numbers)) for text in texts])  # [texts]
        encoded = [vocabulary.encode(text) for text in numbers]
        self._bounds = np.concatenate([[0], np.cumsum([len(pieces) for pieces in encoded])])
        self._tokens = np.fromiter((piece for pieces in encoded for piece in pieces), dtype=np.int64)
        self.lengths = np.diff(self._bounds)

    def pieces(self, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Tokens of the numbered texts, and for each its row."""
        positions, rows = ragged_ranges(self._bounds[numbers], self._bounds[numbers + 1])
        return self._tokens[positions], rows


class QuestionPairs:
    def __init__(
        self, pairs: list[Pair], weights: dict[str, float], vocabulary: WordPiece, noise: QueryNoise, batch: int, seed: int
    ) -> None:
        """weights: how often a pair of each source is drawn, relative to the others; unnamed sources are left out."""
        pairs = [pair for pair in pairs if weights.get(pair.source, 0) > 0]
        self._questions = _Texts([pair.question for pair in pairs], vocabulary)
        self._passages = _Texts([pair.passage for pair in pairs], vocabulary)
        drawn = np.array([weights[pair.source] for pair in pairs])
        self._cumulative = np.cumsum(drawn) / drawn.sum()
        self._noise = noise
        self._batch = batch
        self._random = np.random.default_rng(seed)

    def next_batch(self) -> PairBatch:
        chosen = self._draw()
        questions = self._thin(*self._questions.pieces(self._questions.number_of[chosen]), _QUESTION_WORDS_KEPT)
        questions = self._reword(*questions)
        passages = self._thin(*self._passages.pieces(self._passages.number_of[chosen]), _PASSAGE_WORDS_KEPT)
        return PairBatch(Bags.from_rows(*questions, len(chosen)), Bags.from_rows(*passages, len(chosen)))

    def _draw(self) -> np.ndarray:
        """Numbers of pairs, no question and no passage twice: a second right answer must not count as wrong."""
        starts = np.searchsorted(self._cumulative, self._random.random(self._batch // _RUN_LENGTH))
        chosen = np.unique((starts[:, None] + np.arange(_RUN_LENGTH)).ravel() % len(self._cumulative))
        chosen = self._random.permutation(chosen)
        for texts in (self._questions, self._passages):
            _, first = np.unique(texts.number_of[chosen], return_index=True)
            chosen = chosen[first]
            chosen = chosen[texts.lengths[texts.number_of[chosen]] >= _FEWEST_WORDS]
        return chosen

    def _thin(
        self, tokens: np.ndarray, rows: np.ndarray, share: tuple[float, float]
    ) -> tuple[np.ndarray, np.ndarray]:
        number = rows[-1] + 1
        kept = self._random.random(len(tokens)) < self._random.uniform(*share, number)[rows]
        kept |= (np.bincount(rows[kept], minlength=number) < _FEWEST_WORDS)[rows]
        return tokens[kept], rows[kept]

    def _reword(self, tokens: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        random = self._random
        self._noise.swap_forms(tokens, _FORM_SWAPS, random)
        self._noise.swap_synonyms(tokens, (_SYNONYM_SWAPS * random.random(rows[-1] + 1))[rows], random)
        return self._noise.misspell(tokens, rows, _MISSPELT, random)
