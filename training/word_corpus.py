"""Running text as numbers: one flat array of token ids, cut into sentences and passages by arrays of offsets."""

import re
import unicodedata
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

_WORD = re.compile("[a-z0-9]+")
_SHORTEST_SENTENCE = 3


@dataclass(frozen=True)
class TokenCorpus:
    """Tokens are word ids or word-piece ids, as the owner says.

    tokens: int32 [tokens]
    sentence_starts: int64 [sentences + 1], offsets into tokens
    passage_starts: int64 [passages + 1], offsets into sentences
    """

    tokens: np.ndarray
    sentence_starts: np.ndarray
    passage_starts: np.ndarray

    def save(self, file: Path) -> None:
        np.savez(file, tokens=self.tokens, sentence_starts=self.sentence_starts, passage_starts=self.passage_starts)

    def with_passages(self, passages: list[list[int]]) -> "TokenCorpus":
        """This corpus and after it passages of one sentence each."""
        ends = np.cumsum([len(passage) for passage in passages])
        more = np.fromiter((token for passage in passages for token in passage), dtype=np.int32, count=ends[-1])
        sentences = len(self.sentence_starts) - 1
        return TokenCorpus(
            np.concatenate([self.tokens, more]),
            np.concatenate([self.sentence_starts, self.sentence_starts[-1] + ends]),
            np.concatenate([self.passage_starts, sentences + 1 + np.arange(len(passages))]),
        )

    @staticmethod
    def load(file: Path) -> "TokenCorpus":
        with np.load(file) as arrays:
            return TokenCorpus(arrays["tokens"], arrays["sentence_starts"], arrays["passage_starts"])


def fold(text: str) -> str:
    """Lower case without accents, as a BERT uncased tokeniser sees the text."""
    text = text.lower()
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")


def words_of(text: str) -> list[str]:
    """The folded text's runs of ASCII letters and digits."""
    return _WORD.findall(fold(text))


def build_word_corpus(passages: Iterable[list[str]]) -> tuple[list[str], TokenCorpus]:
    """Numbers the words by first appearance. Returns the words and the corpus of word ids."""
    ids: dict[str, int] = {}
    tokens = array("i")
    sentence_starts = array("q", [0])
    passage_starts = array("q", [0])
    for passage in passages:
        for sentence in passage:
            words = words_of(sentence)
            if len(words) < _SHORTEST_SENTENCE:
                continue
            tokens.extend([ids.setdefault(word, len(ids)) for word in words])
            sentence_starts.append(len(tokens))
        if len(sentence_starts) - 1 > passage_starts[-1]:
            passage_starts.append(len(sentence_starts) - 1)
    corpus = TokenCorpus(
        np.frombuffer(tokens, dtype=np.int32),
        np.frombuffer(sentence_starts, dtype=np.int64),
        np.frombuffer(passage_starts, dtype=np.int64),
    )
    return list(ids), corpus


def ragged_ranges(starts: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Indices start..end of every range laid end to end, and beside each index the number of its range."""
    lengths = ends - starts
    first = np.concatenate([[0], np.cumsum(lengths)])
    rows = np.repeat(np.arange(len(starts)), lengths)
    return np.arange(first[-1]) - first[:-1][rows] + starts[rows], rows
