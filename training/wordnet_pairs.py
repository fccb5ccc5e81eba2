"""Pairs from WordNet: a word, or its meaning in other words, and the dictionary entry around it."""

import random

from .pair_batch import Bags, PairBatch
from .wordnet import Synset
from .wordpiece import WordPiece

# The query is a lemma alone, a lemma with an example, else (the rest) the gloss with words missing.
_LEMMA_ALONE = 0.6
_LEMMA_WITH_EXAMPLE = 0.15
_GLOSS_WORDS_KEPT_IN_QUERY = 0.7
_GLOSS_WORDS_KEPT_IN_ENTRY = 0.9
_OTHER_LEMMAS_KEPT = 0.8
_WIDER_SHOWN, _WIDER_GLOSS_SHOWN, _NARROWER_SHOWN, _EXAMPLE_SHOWN = 0.5, 0.2, 0.3, 0.5
_WIDER_CONSIDERED = 2


class WordNetPairs:
    def __init__(self, synsets: list[Synset], vocabulary: WordPiece, batch: int, seed: int) -> None:
        self._synsets = synsets
        self._lemmas = [[vocabulary.encode(lemma) for lemma in synset.lemmas] for synset in synsets]
        self._glosses = [vocabulary.encode(synset.definition) for synset in synsets]
        self._examples = [[vocabulary.encode(example) for example in synset.examples] for synset in synsets]
        self._usable = [
            number for number, gloss in enumerate(self._glosses) if gloss and all(self._lemmas[number])
        ]
        self._batch = batch
        self._random = random.Random(seed)

    def next_batch(self) -> PairBatch:
        pairs = [self._pair(number) for number in self._random.sample(self._usable, self._batch)]
        return PairBatch(Bags.from_lists([q for q, _ in pairs]), Bags.from_lists([entry for _, entry in pairs]))

    def _pair(self, number: int) -> tuple[list[int], list[int]]:
        draw = self._random.random
        lemmas, gloss, examples = self._lemmas[number], self._glosses[number], self._examples[number]
        chosen = self._random.randrange(len(lemmas))
        kind = draw()
        if kind < _LEMMA_ALONE + _LEMMA_WITH_EXAMPLE:
            with_example = kind >= _LEMMA_ALONE and examples
            query = lemmas[chosen] + (self._random.choice(examples) if with_example else [])
            entry = [piece for piece in gloss if draw() < _GLOSS_WORDS_KEPT_IN_ENTRY]
        else:
            query = [piece for piece in gloss if draw() < _GLOSS_WORDS_KEPT_IN_QUERY] or gloss
            entry = list(lemmas[chosen])
        for position, lemma in enumerate(lemmas):
            if position != chosen and draw() < _OTHER_LEMMAS_KEPT:
                entry += lemma
        entry += self._relations(number)
        return query, entry or gloss

    def _relations(self, number: int) -> list[int]:
        draw, choice = self._random.random, self._random.choice
        synset = self._synsets[number]
        pieces: list[int] = []
        for wider in synset.wider[:_WIDER_CONSIDERED]:
            if draw() < _WIDER_SHOWN:
                pieces += choice(self._lemmas[wider])
            if draw() < _WIDER_GLOSS_SHOWN:
                pieces += self._glosses[wider]
        if synset.narrower and draw() < _NARROWER_SHOWN:
            pieces += choice(self._lemmas[choice(synset.narrower)])
        if self._examples[number] and draw() < _EXAMPLE_SHOWN:
            pieces += choice(self._examples[number])
        return pieces
