"""Chooses the word pieces: the most frequent whole words, then beginnings and continuations for the words left out."""

import collections
import math
import re
import string

import numpy as np

from .word_corpus import TokenCorpus, words_of
from .wordnet import Synset
from .wordpiece import SPECIAL_TOKENS, WordPiece

_LONG_NUMBER = re.compile(r"\d{5,}")
_ALPHABET = string.ascii_lowercase + string.digits
_LONGEST_BEGINNING = 7
_LONGEST_CONTINUATION = 9
# Continuations are first proposed generously, then only those that a greedy segmentation really uses are kept.
_CONTINUATION_PROPOSALS = 15_000


def word_frequencies(
    words: list[str], corpus: TokenCorpus, synsets: list[Synset], wordnet_weight: float
) -> dict[str, float]:
    """Running-text count plus a weighted WordNet count, so that everyday words absent from speeches get a place."""
    counts = np.bincount(corpus.tokens, minlength=len(words)).astype(float)
    frequencies = collections.defaultdict(float, zip(words, counts))
    for synset in synsets:
        for lemma in synset.lemmas:
            parts = words_of(lemma)
            if len(parts) == 1:
                frequencies[parts[0]] += wordnet_weight
        for text in (synset.definition, *synset.examples):
            for word in words_of(text):
                frequencies[word] += wordnet_weight
    return dict(frequencies)


def choose_vocabulary(
    frequencies: dict[str, float], size: int, beginnings: int, continuations: int
) -> WordPiece:
    """About `size` pieces in all: characters and punctuation, whole words by frequency, then the sub-word pieces."""
    ranked = sorted(frequencies, key=lambda word: (-frequencies[word], word))
    candidates = [word for word in ranked if len(word) > 1 and not _LONG_NUMBER.fullmatch(word)]
    characters = list(_ALPHABET) + list(string.punctuation)
    fixed = len(SPECIAL_TOKENS) + len(characters) + len(_ALPHABET)
    whole_words = candidates[: size - fixed - beginnings - continuations]
    left_out = [word for word in candidates[len(whole_words) :] if len(word) > 2 and not word.isdigit()]
    weights = {word: math.log1p(frequencies[word]) for word in left_out}
    starts = set(characters) | set(whole_words)
    chosen_beginnings = _choose_beginnings(weights, starts, beginnings)
    starts.update(chosen_beginnings)
    chosen_continuations = _choose_continuations(weights, starts, continuations)
    pieces = [*SPECIAL_TOKENS, *characters, *("##" + c for c in _ALPHABET), *whole_words, *chosen_beginnings]
    pieces += sorted("##" + piece for piece in chosen_continuations)
    return WordPiece(list(dict.fromkeys(pieces)))


def _choose_beginnings(weights: dict[str, float], known: set[str], number: int) -> list[str]:
    scores: collections.Counter[str] = collections.Counter()
    for word, weight in weights.items():
        for length in range(2, min(len(word), _LONGEST_BEGINNING + 1)):
            if word[:length] not in known:
                scores[word[:length]] += weight * (length - 1)
    return [beginning for beginning, _ in scores.most_common(number)]


def _choose_continuations(weights: dict[str, float], starts: set[str], number: int) -> set[str]:
    scores: collections.Counter[str] = collections.Counter()
    first_cut = {word: _longest_start(word, starts) for word in weights}
    for word, weight in weights.items():
        for start in range(first_cut[word], len(word)):
            for end in range(start + 2, min(len(word), start + _LONGEST_CONTINUATION) + 1):
                follows_start = 2.0 if start == first_cut[word] else 1.0
                ends_word = 1.5 if end == len(word) else 1.0
                scores[word[start:end]] += weight * (end - start - 1) * follows_start * ends_word
    proposed = {piece for piece, _ in scores.most_common(_CONTINUATION_PROPOSALS)} | set(_ALPHABET)
    used: collections.Counter[str] = collections.Counter()
    for word, weight in weights.items():
        position = first_cut[word]
        while position < len(word):
            for end in range(min(len(word), position + _LONGEST_CONTINUATION), position, -1):
                if word[position:end] in proposed:
                    used[word[position:end]] += weight
                    position = end
                    break
    ranked = [piece for piece, _ in used.most_common() if len(piece) > 1]
    return set(ranked[:number])


def _longest_start(word: str, starts: set[str]) -> int:
    return next(length for length in range(len(word), 0, -1) if word[:length] in starts)


def to_pieces(words: list[str], corpus: TokenCorpus, vocabulary: WordPiece) -> TokenCorpus:
    """The same sentences and passages with word ids replaced by piece ids."""
    cut_words = [vocabulary.pieces_of_word(word) for word in words]
    lengths = np.array([len(pieces) for pieces in cut_words])
    flat = np.fromiter((piece for pieces in cut_words for piece in pieces), dtype=np.int32)
    first = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    token_lengths = lengths[corpus.tokens]
    token_starts = np.concatenate([[0], np.cumsum(token_lengths)])
    pieces = np.empty(token_starts[-1], dtype=np.int32)
    for position in range(lengths.max()):  # the k-th piece of every word that has one
        has = token_lengths > position
        pieces[token_starts[:-1][has] + position] = flat[first[corpus.tokens[has]] + position]
    return TokenCorpus(pieces, token_starts[corpus.sentence_starts], corpus.passage_starts)
