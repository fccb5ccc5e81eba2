"""A batch of query-passage pairs, the unit of contrastive training."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch


@dataclass(frozen=True)
class Bags:
    """Texts as bags of pieces laid end to end. tokens: int64 [tokens]; starts: int64 [texts], offsets into tokens."""

    tokens: torch.Tensor
    starts: torch.Tensor

    @staticmethod
    def from_rows(tokens: np.ndarray, rows: np.ndarray, number: int) -> "Bags":
        """rows[i] is the number of the text that token i belongs to, in any order."""
        order = np.argsort(rows, kind="stable")
        sizes = np.bincount(rows, minlength=number)
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        return Bags(torch.from_numpy(tokens[order].astype(np.int64)), torch.from_numpy(starts))

    @staticmethod
    def from_lists(texts: list[list[int]]) -> "Bags":
        sizes = [len(text) for text in texts]
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
        tokens = np.array([piece for text in texts for piece in text], dtype=np.int64)
        return Bags(torch.from_numpy(tokens), torch.from_numpy(starts))


@dataclass(frozen=True)
class PairBatch:
    """The i-th query belongs to the i-th passage; every other passage of the batch is a wrong answer to it."""

    queries: Bags
    passages: Bags


class PairSource(Protocol):
    """Makes batches for ever, the same ones for the same seed."""

    def next_batch(self) -> PairBatch: ...
