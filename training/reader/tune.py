"""Training of the reader: three yes-or-no questions, each asked where the answer is known."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as functional
from tokenizers import Tokenizer
from torch.utils.data import DataLoader
from transformers import BertForTokenClassification

from .batches import Batch, Batches
from .layout import CLAIM, PASSAGE, SENTENCE
from .units import NOT_ASKED, Unit


@dataclass(frozen=True)
class Tuning:
    epochs: float = 3
    # For a trial run: so many steps, whatever the epochs.
    steps: int | None = None
    batch: int = 128
    rate: float = 1e-4
    warm_up: float = 0.06
    last_rate: float = 0.01
    weight_decay: float = 0.01
    workers: int = 14
    seed: int = 1


def tune(
    model: BertForTokenClassification,
    units: Sequence[Unit],
    tokenizer: Tokenizer,
    tuning: Tuning,
    device: str,
) -> None:
    """Changes the model."""
    steps = tuning.steps or int(len(units) * tuning.epochs / tuning.batch)
    model.train().to(device=device)
    weights = [weight for weight in model.parameters() if weight.requires_grad]
    groups: list[dict[str, Any]] = [
        {"params": [weight for weight in weights if weight.ndim >= 2]},
        {"params": [weight for weight in weights if weight.ndim < 2], "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(
        groups,
        lr=tuning.rate,
        weight_decay=tuning.weight_decay,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps, tuning))
    batches = DataLoader(
        Batches(units, tokenizer, tuning.batch, tuning.seed),
        batch_size=None,
        num_workers=tuning.workers,
        pin_memory=device == "cuda",
    )
    started = time.monotonic()
    for step, batch in zip(range(steps), batches, strict=False):
        losses = _losses(model, batch.to(device))
        optimizer.zero_grad(set_to_none=True)
        torch.stack(losses).sum().backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        schedule.step()
        if step % 500 == 0:
            shown = ", ".join(f"{loss.item():.3f}" for loss in losses)
            seconds = time.monotonic() - started
            print(
                f"step {step} of {steps}: sentence, passage, claim {shown}; {seconds:.0f} s",
                flush=True,
            )
    model.cpu().eval()


def _rate(step: int, steps: int, tuning: Tuning) -> float:
    rising = (step + 1) / (tuning.warm_up * steps + 1)
    return min(1.0, rising) * max(tuning.last_rate, 1 - step / steps)


def _losses(model: BertForTokenClassification, batch: Batch) -> list[torch.Tensor]:
    with torch.autocast(batch.ids.device.type, torch.bfloat16, enabled=batch.ids.is_cuda):
        logits = model(
            input_ids=batch.ids, token_type_ids=batch.types, attention_mask=batch.mask
        ).logits
    logits = logits.float()
    return [
        _loss(logits[:, :, SENTENCE], batch.sentences),
        _loss(logits[:, 0, PASSAGE], batch.passage),
        _loss(logits[:, 0, CLAIM], batch.claim),
    ]


def _loss(logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    asked = labels != NOT_ASKED
    if not asked.any():
        return logits.sum() * 0
    return functional.binary_cross_entropy_with_logits(logits[asked], labels[asked].float())
