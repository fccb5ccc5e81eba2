"""Cuts words into the pieces of a vocabulary, exactly as BertTokenizer does for lower-cased English."""

import re
from pathlib import Path

import numpy as np

from .word_corpus import fold

SPECIAL_TOKENS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
_UNKNOWN = SPECIAL_TOKENS.index("[UNK]")
# What BertTokenizer takes for a word, letters of any script included.
_WORD = re.compile(r"[^\W_]+")
_LETTER_OR_DIGIT = re.compile("[a-z0-9]")


class WordPiece:
    """pieces[i] is the text of piece i; continuations start with '##'."""

    def __init__(self, pieces: list[str]) -> None:
        self.pieces = pieces
        self.ids = {piece: number for number, piece in enumerate(pieces)}
        # bool [pieces]: special tokens and punctuation, whose vectors are kept at zero
        self.silent = np.array([p in SPECIAL_TOKENS or not _LETTER_OR_DIGIT.search(p) for p in pieces])
        self._cache: dict[str, list[int]] = {}

    @staticmethod
    def load(file: Path) -> "WordPiece":
        return WordPiece(file.read_text(encoding="utf-8").splitlines())

    def save(self, file: Path) -> None:
        file.write_text("\n".join(self.pieces) + "\n", encoding="utf-8")

    def pieces_of_word(self, word: str) -> list[int]:
        """Greedy longest match from the left; [UNK] when some part matches nothing."""
        known = self._cache.get(word)
        if known is None:
            known = self._cache[word] = self._cut(word)
        return known

    def _cut(self, word: str) -> list[int]:
        result = []
        start = 0
        while start < len(word):
            prefix = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self.ids.get(prefix + word[start:end])
                if number is not None:
                    result.append(number)
                    start = end
                    break
            else:
                return [_UNKNOWN]
        return result

    def encode(self, text: str) -> list[int]:
        """Piece ids of the text's words. Punctuation, whose vectors are zero, is left out."""
        return [piece for word in _WORD.findall(fold(text)) for piece in self.pieces_of_word(word)]
