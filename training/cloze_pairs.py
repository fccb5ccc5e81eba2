"""Pairs from running text: a sentence, made to look like a query, and the sentences around it."""

import numpy as np

from .pair_batch import Bags, PairBatch
from .query_noise import QueryNoise
from .word_corpus import TokenCorpus, ragged_ranges

# Share of batches made of runs of neighbouring passages: wrong answers on the same subject are the instructive ones.
_NEIGHBOUR_BATCHES = 0.6
_RUN_LENGTH = 16
_SENTENCES_EACH_SIDE = 4
# Share of pairs whose sentence stays in the passage. They teach that shared words matter, the others (the inverse
# cloze task of Lee, Chang and Toutanova, 2019) that they are not everything.
_SENTENCE_STAYS = 0.5
_WORDS_KEPT_WHEN_STAYING = (0.05, 0.7)
_WORDS_KEPT_WHEN_REMOVED = (0.3, 1.0)
_PASSAGE_WORDS_DROPPED = 0.2  # at most
_FORM_SWAPS = 0.1
_SYNONYM_SWAPS = 0.6  # at most
_MISSPELT = 0.03
_QUESTION_BEGINNINGS = 0.3
_FEWEST_QUERY_WORDS = 2
_FEWEST_PASSAGE_WORDS = 3


class ClozePairs:
    def __init__(self, corpus: TokenCorpus, noise: QueryNoise, batch: int, seed: int) -> None:
        self._corpus = corpus
        self._noise = noise
        self._batch = batch
        self._random = np.random.default_rng(seed)
        self._usable = np.flatnonzero(np.diff(corpus.passage_starts) >= 2)

    def next_batch(self) -> PairBatch:
        random = self._random
        passages = self._draw_passages()
        number = len(passages)
        first = self._corpus.passage_starts[passages]
        last = self._corpus.passage_starts[passages + 1]
        sentence = first + (random.random(number) * (last - first)).astype(np.int64)
        stays = random.random(number) < _SENTENCE_STAYS
        queries = self._query_tokens(sentence, stays)
        texts = self._passage_tokens(sentence, stays, first, last)
        return PairBatch(Bags.from_rows(*queries, number), Bags.from_rows(*texts, number))

    def _draw_passages(self) -> np.ndarray:
        if self._random.random() >= _NEIGHBOUR_BATCHES:
            return self._random.choice(self._usable, self._batch, replace=False)
        runs = self._random.choice(len(self._usable) - _RUN_LENGTH, self._batch // _RUN_LENGTH, replace=False)
        return self._usable[np.unique((runs[:, None] + np.arange(_RUN_LENGTH)).ravel())]

    def _query_tokens(self, sentence: np.ndarray, stays: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        random, noise, number = self._random, self._noise, len(sentence)
        starts = self._corpus.sentence_starts
        positions, rows = ragged_ranges(starts[sentence], starts[sentence + 1])
        tokens = self._corpus.tokens[positions].astype(np.int64)
        share = np.where(
            stays, random.uniform(*_WORDS_KEPT_WHEN_STAYING, number), random.uniform(*_WORDS_KEPT_WHEN_REMOVED, number)
        )
        stop_share = share * random.random(number)  # some queries are keywords, some are whole sentences
        kept = random.random(len(tokens)) < np.where(noise.stop_words[tokens], stop_share[rows], share[rows])
        kept |= (np.bincount(rows[kept], minlength=number) < _FEWEST_QUERY_WORDS)[rows]
        tokens, rows = tokens[kept], rows[kept]
        noise.swap_forms(tokens, _FORM_SWAPS, random)
        noise.swap_synonyms(tokens, (_SYNONYM_SWAPS * random.random(number))[rows], random)
        tokens, rows = noise.misspell(tokens, rows, _MISSPELT, random)
        asked = np.flatnonzero(random.random(number) < _QUESTION_BEGINNINGS)
        more_tokens, more_rows = noise.begin_as_questions(asked, random)
        return np.concatenate([tokens, more_tokens]), np.concatenate([rows, more_rows])

    def _passage_tokens(
        self, sentence: np.ndarray, stays: np.ndarray, first: np.ndarray, last: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        random, number = self._random, len(sentence)
        before = random.integers(0, _SENTENCES_EACH_SIDE + 1, number)
        after = random.integers(0, _SENTENCES_EACH_SIDE + 1, number)
        alone = ~stays & (before == 0) & (after == 0)
        before[alone] = after[alone] = 1
        # A removed sentence at the edge of its passage needs the neighbour that it has.
        after[~stays & (sentence == first)] += 1
        before[~stays & (sentence == last - 1)] += 1
        begin, end = np.maximum(first, sentence - before), np.minimum(last, sentence + 1 + after)
        starts = self._corpus.sentence_starts
        positions, rows = ragged_ranges(starts[begin], starts[end])
        inside = (positions >= starts[sentence][rows]) & (positions < starts[sentence + 1][rows])
        shown = ~inside | stays[rows]
        positions, rows = positions[shown], rows[shown]
        dropped = random.random(len(rows)) < (_PASSAGE_WORDS_DROPPED * random.random(number))[rows]
        dropped &= (np.bincount(rows[~dropped], minlength=number) >= _FEWEST_PASSAGE_WORDS)[rows]
        return self._corpus.tokens[positions[~dropped]].astype(np.int64), rows[~dropped]
