"""Examples as tensors, in batches of like length."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch
from tokenizers import Tokenizer
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import IterableDataset, get_worker_info

from .layout import CLAIM_PREFIX, windows
from .units import NOT_ASKED, Example, Unit

# So many batches are sorted by length together, then shuffled.
_SORTED_TOGETHER = 16


class Batch(NamedTuple):
    ids: torch.Tensor
    types: torch.Tensor
    mask: torch.Tensor
    # Labels; those of sentences stand at the tokens where their numbers are read.
    sentences: torch.Tensor
    passage: torch.Tensor
    claim: torch.Tensor

    def to(self, device: str) -> "Batch":
        return Batch(*(tensor.to(device, non_blocking=True) for tensor in self))


class Batches(IterableDataset):
    """Without end; each worker shuffles all units in an order of its own."""

    def __init__(self, units: Sequence[Unit], tokenizer: Tokenizer, size: int, seed: int) -> None:
        self._units = units
        self._tokenizer = tokenizer
        self._size = size
        self._seed = seed

    def __iter__(self) -> Iterator[Batch]:
        worker = get_worker_info()
        rng = random.Random(self._seed * 100 + (worker.id if worker else 0))
        while True:
            examples: list[Example] = []
            for unit in rng.sample(self._units, k=len(self._units)):
                if example := unit(rng):
                    examples.append(example)
                if len(examples) == self._size * _SORTED_TOGETHER:
                    yield from self._sorted(examples, rng)
                    examples = []

    def _sorted(self, examples: list[Example], rng: random.Random) -> list[Batch]:
        examples.sort(key=lambda example: sum(map(len, example.sentences)))
        batches = [
            self.collate(examples[start : start + self._size])
            for start in range(0, len(examples), self._size)
        ]
        rng.shuffle(batches)
        return batches

    def collate(self, examples: Sequence[Example]) -> Batch:
        rows = [self._row(example) for example in examples]
        ids, types, labels = (
            pad_sequence(list(column), batch_first=True, padding_value=padding)
            for column, padding in zip(zip(*rows, strict=True), (0, 0, NOT_ASKED), strict=True)
        )
        return Batch(
            ids,
            types,
            (ids != 0).long(),
            labels,
            torch.tensor([example.passage for example in examples]),
            torch.tensor([example.claim for example in examples]),
        )

    def _row(self, example: Example) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """The first window only: of a passage that goes on, the label may belong to the rest."""
        question = self._ids(example.question)
        if example.claim != NOT_ASKED:
            question = self._ids(CLAIM_PREFIX) + question
        window = windows(question, list(map(self._ids, example.sentences)))[0]
        labels = torch.full((len(window.ids),), NOT_ASKED)
        for mark, label in zip(window.marks, example.answering or (), strict=False):
            labels[mark] = label
        return torch.tensor(window.ids), torch.tensor(window.types), labels

    def _ids(self, text: str) -> list[int]:
        return self._tokenizer.encode(text, add_special_tokens=False).ids
