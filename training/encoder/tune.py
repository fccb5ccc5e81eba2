"""Contrastive tuning: a question's vector is to lie nearest to its own paragraph's."""

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as functional
from tokenizers import Tokenizer
from transformers import BertModel

from .examples import Example
from .profile import PASSAGE_PREFIX, QUERY_PREFIX
from .vocabulary import SPECIAL_TOKENS

_PAD = SPECIAL_TOKENS.index("<pad>")
_END = SPECIAL_TOKENS.index("</s>")


@dataclass(frozen=True)
class Tuning:
    """The batch and the lengths are what two cores do in 7 s a step."""

    steps: int = 220
    batch: int = 32
    rate: float = 3e-5
    warm_up: float = 0.08
    last_rate: float = 0.03
    weight_decay: float = 0.01
    dropout: float = 0.05
    # Cosines times this go into the softmax.
    sharpness: float = 40.0
    # The embeddings of pieces that the tuning texts do not hold, and the languages that these are
    # not in, would drift away from the rest: what lies below stays as it is.
    frozen_layers: int = 4
    question_tokens: int = 64
    answer_tokens: int = 128
    near_miss_tokens: int = 112


class Texts:
    """Vectors of texts as the model gives them, cut at a length that training can afford."""

    def __init__(self, model: BertModel, tokenizer: Tokenizer) -> None:
        self._model = model
        self._tokenizer = tokenizer

    def vectors(self, texts: Sequence[str], longest: int) -> torch.Tensor:
        rows = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        rows = [ids if len(ids) <= longest else [*ids[: longest - 1], _END] for ids in rows]
        tokens = torch.nn.utils.rnn.pad_sequence(
            [torch.tensor(ids) for ids in rows], batch_first=True, padding_value=_PAD
        )
        mask = (tokens != _PAD).long()
        states = self._model(input_ids=tokens, attention_mask=mask).last_hidden_state
        return functional.normalize((states * mask.unsqueeze(-1)).sum(1), dim=1)


def tune(model: BertModel, tokenizer_file: Path, examples: list[Example], tuning: Tuning) -> None:
    """Changes the model."""
    texts = Texts(model, Tokenizer.from_file(str(tokenizer_file)))
    _freeze(model, tuning)
    weights = [weight for weight in model.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(weights, lr=tuning.rate, weight_decay=tuning.weight_decay)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, tuning))
    rng = random.Random(4)
    batches = _batches(examples, tuning.batch, rng)
    started = time.monotonic()
    model.train()
    for step in range(tuning.steps):
        loss = _loss(texts, next(batches), tuning, rng)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        schedule.step()
        if step % 10 == 0:
            seconds = time.monotonic() - started
            print(
                f"step {step} of {tuning.steps}: loss {loss.item():.3f}, {seconds:.0f} s",
                flush=True,
            )
    model.eval()


def _freeze(model: BertModel, tuning: Tuning) -> None:
    for part in (model.embeddings, *model.encoder.layer[: tuning.frozen_layers]):
        part.requires_grad_(False)
    for module in model.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = tuning.dropout


def _rate(step: int, tuning: Tuning) -> float:
    rising = (step + 1) / (tuning.warm_up * tuning.steps + 1)
    return min(1.0, rising) * max(tuning.last_rate, 1 - step / tuning.steps)


def _batches(examples: list[Example], size: int, rng: random.Random) -> Iterator[list[Example]]:
    while True:
        shuffled = rng.sample(examples, k=len(examples))
        for start in range(0, len(shuffled) - size + 1, size):
            yield shuffled[start : start + size]


def _loss(
    texts: Texts, batch: Sequence[Example], tuning: Tuning, rng: random.Random
) -> torch.Tensor:
    """The paragraphs of the other questions of a batch, and one near miss of each, are wrong."""
    questions = texts.vectors(
        [QUERY_PREFIX + example.question for example in batch], tuning.question_tokens
    )
    answers = texts.vectors(
        [PASSAGE_PREFIX + example.answer for example in batch], tuning.answer_tokens
    )
    misses = texts.vectors(
        [
            PASSAGE_PREFIX + rng.choice(example.near_misses)
            for example in batch
            if example.near_misses
        ],
        tuning.near_miss_tokens,
    )
    likeness = torch.cat([questions @ answers.T, questions @ misses.T], dim=1) * tuning.sharpness
    for row, example in enumerate(batch):
        for column, other in enumerate(batch):
            if row != column and example.answer == other.answer:
                likeness[row, column] = -torch.inf
    return functional.cross_entropy(likeness, torch.arange(len(batch)))
