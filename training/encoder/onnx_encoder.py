"""The exported encoder as the product runs it: one text at a time, windows of a long one."""

import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from ..onnx_model import open_model
from .profile import PASSAGE_PREFIX, PROFILE, QUERY_PREFIX

_MAX_TOKENS = 512


class OnnxEncoder:
    def __init__(self, folder: Path) -> None:
        self._model = open_model(folder)
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._begin, self._end = self._tokenizer.encode("").ids

    def questions(self, texts: Iterable[str]) -> np.ndarray:
        """Vectors of unit length, a row each."""
        return self._vectors(texts, QUERY_PREFIX)

    def passages(self, texts: Iterable[str]) -> np.ndarray:
        return self._vectors(texts, PASSAGE_PREFIX)

    def _vectors(self, texts: Iterable[str], prefix: str) -> np.ndarray:
        before = [self._begin, *self._ids(prefix.strip())]
        return np.array([self._vector(before, self._ids(text)) for text in texts])

    def _vector(self, before: list[int], ids: list[int]) -> np.ndarray:
        count = max(1, -(-len(ids) // (_MAX_TOKENS - len(before) - 1)))
        total = np.zeros(1)
        for window in range(count):
            part = ids[window * len(ids) // count : (window + 1) * len(ids) // count]
            total = total + self._states([*before, *part, self._end]).sum(axis=0)
        return unit(total)

    def _states(self, ids: list[int]) -> np.ndarray:
        tokens = np.array([ids])
        return self._model.run(
            None,
            {
                "input_ids": tokens,
                "attention_mask": np.ones_like(tokens),
                "token_type_ids": np.zeros_like(tokens),
            },
        )[0][0]

    def _ids(self, text: str) -> list[int]:
        return self._tokenizer.encode(text, add_special_tokens=False).ids


class CenteredEncoder(OnnxEncoder):
    """With what all questions, and all passages, have in common taken off, as encoder.json says."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        profile = json.loads((folder / PROFILE).read_text(encoding="utf-8"))
        self._question_mean = np.array(profile["queryMean"])
        self._passage_mean = np.array(profile["passageMean"])

    def questions(self, texts: Iterable[str]) -> np.ndarray:
        return unit(super().questions(texts) - self._question_mean)

    def passages(self, texts: Iterable[str]) -> np.ndarray:
        return unit(super().passages(texts) - self._passage_mean)


def unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)
