"""The exported reader as the product runs it: one window at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from ..onnx_model import open_model
from .layout import CLAIM, CLAIM_PREFIX, PASSAGE, SENTENCE, Window, windows


@dataclass(frozen=True)
class Reading:
    """Logits: that the passage answers, and that each of its sentences does."""

    passage: float
    sentences: list[float]


class OnnxReader:
    def __init__(self, folder: Path) -> None:
        self._model = open_model(folder)
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._ids = cache(lambda text: tokenizer.encode(text, add_special_tokens=False).ids)

    def read(self, question: str, sentences: Sequence[str]) -> Reading:
        passage = -np.inf
        found: list[float] = []
        for window in windows(self._ids(question), list(map(self._ids, sentences))):
            logits = self._logits(window)
            passage = max(passage, logits[0, PASSAGE])
            found += logits[window.marks, SENTENCE].tolist()
        return Reading(float(passage), found)

    def supported(self, claim: str, sentences: Sequence[str]) -> float:
        """Logit that the sentences bear the claim out."""
        asked = self._ids(CLAIM_PREFIX) + self._ids(claim)
        read = windows(asked, list(map(self._ids, sentences)))
        return max(float(self._logits(window)[0, CLAIM]) for window in read)

    def _logits(self, window: Window) -> np.ndarray:
        ids = np.array([window.ids])
        return self._model.run(
            None,
            {
                "input_ids": ids,
                "attention_mask": np.ones_like(ids),
                "token_type_ids": np.array([window.types]),
            },
        )[0][0]
