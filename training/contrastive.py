"""Trains the table of piece vectors so that a query's text vector is nearest to its own passage's.

A text vector is the normalised sum of the rows of its pieces, which is what mean pooling gives at use. The loss is
the symmetric cross entropy over the batch (InfoNCE; van den Oord, Li and Vinyals, 2018).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional

from .pair_batch import Bags, PairSource

_BETAS = (0.9, 0.98)
_REPORT_EVERY = 100


@dataclass(frozen=True)
class Schedule:
    steps: int
    learning_rate: float
    warm_up_steps: int
    final_share: float  # of the learning rate, reached linearly at the last step
    temperature: float

    def rate(self, step: int) -> float:
        rising = min(1.0, (step + 1) / self.warm_up_steps)
        return self.learning_rate * rising * max(self.final_share, 1 - step / self.steps)


def train(
    table: np.ndarray,
    silent: np.ndarray,
    sources: Sequence[tuple[float, PairSource]],
    schedule: Schedule,
    report: Callable[[str], None],
) -> np.ndarray:
    """table: float32 [pieces, dimensions]; sources: (weight of its loss, source). Returns the trained table.

    Silent rows stay zero. Each step takes one batch of every source.
    """
    parameter = torch.nn.Parameter(torch.from_numpy(table.copy()))
    quiet = torch.from_numpy(np.flatnonzero(silent))
    with torch.no_grad():
        parameter[quiet] = 0
    optimiser = torch.optim.Adam([parameter], lr=schedule.learning_rate, betas=_BETAS)
    averages = [0.0] * len(sources)
    for step in range(schedule.steps):
        for group in optimiser.param_groups:
            group["lr"] = schedule.rate(step)
        losses = [_batch_loss(parameter, source, schedule.temperature) for _, source in sources]
        total = sum(weight * loss for (weight, _), loss in zip(sources, losses))
        optimiser.zero_grad()
        total.backward()
        parameter.grad[quiet] = 0
        optimiser.step()
        averages = [0.98 * a + 0.02 * loss.item() for a, loss in zip(averages, losses)]
        if (step + 1) % _REPORT_EVERY == 0:
            shown = " ".join(f"{average / (1 - 0.98 ** (step + 1)):.3f}" for average in averages)
            report(f"step {step + 1} of {schedule.steps}, loss {shown}")
    return parameter.detach().numpy()


def _batch_loss(table: torch.Tensor, source: PairSource, temperature: float) -> torch.Tensor:
    batch = source.next_batch()
    similarity = _text_vectors(table, batch.queries) @ _text_vectors(table, batch.passages).T / temperature
    own = torch.arange(len(similarity))
    return 0.5 * (functional.cross_entropy(similarity, own) + functional.cross_entropy(similarity.T, own))


def _text_vectors(table: torch.Tensor, bags: Bags) -> torch.Tensor:
    """float32 [texts, dimensions], of unit length."""
    return functional.normalize(functional.embedding_bag(bags.tokens, table, bags.starts, mode="sum"), dim=1, eps=1e-6)


def scale_rows(table: np.ndarray, silent: np.ndarray, mean_norm: float) -> np.ndarray:
    """The table with silent rows zero and the others of the given mean length."""
    scaled = np.where(silent[:, None], 0, table).astype(np.float32)
    return scaled * (mean_norm / np.linalg.norm(scaled[~silent], axis=1).mean())
