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
    weights = [weight for weight, _ in sources]
    spoken = torch.from_numpy(~silent)
    optimiser = RowAdam(torch.from_numpy(table) * spoken[:, None])
    averages = torch.zeros(len(sources))
    for step in range(schedule.steps):
        batches = [source.next_batch() for _, source in sources]
        # All bags together, over only those rows of the table that they use: an eighth of the work of a dense step.
        bags = [bag for batch in batches for bag in (batch.queries, batch.passages)]
        used, tokens = torch.cat([bag.tokens for bag in bags]).unique(return_inverse=True)
        rows = optimiser.table[used].requires_grad_()
        losses = torch.stack(_losses(rows, tokens, bags, schedule.temperature))
        (losses @ torch.tensor(weights)).backward()
        optimiser.step(used, rows.grad * spoken[used, None], schedule.rate(step))
        averages += 0.02 * (losses.detach() - averages)
        if (step + 1) % _REPORT_EVERY == 0:
            shown = " ".join(f"{average / (1 - 0.98 ** (step + 1)):.3f}" for average in averages.tolist())
            report(f"step {step + 1} of {schedule.steps}, loss {shown}")
    return optimiser.table.numpy()


def _losses(rows: torch.Tensor, tokens: torch.Tensor, bags: list[Bags], temperature: float) -> list[torch.Tensor]:
    """One loss for each pair of bags. rows: [used, dimensions]; tokens: positions in rows, all bags' end to end."""
    sizes = [len(bag.tokens) for bag in bags]
    offsets = np.concatenate([[0], np.cumsum(sizes)[:-1]]).tolist()
    starts = torch.cat([bag.starts + offset for bag, offset in zip(bags, offsets)])
    sums = functional.embedding_bag(tokens, rows, starts, mode="sum")
    texts = functional.normalize(sums, dim=1, eps=1e-6).split([len(bag.starts) for bag in bags])
    return [_InfoNce.apply(q, p, temperature) for q, p in zip(texts[::2], texts[1::2])]


class _InfoNce(torch.autograd.Function):
    """Mean of the cross entropies along rows and columns, with the exponentials taken once for both directions."""

    @staticmethod
    def forward(context, queries: torch.Tensor, passages: torch.Tensor, temperature: float) -> torch.Tensor:
        scaled = (queries @ passages.T).div_(temperature)
        own = scaled.diagonal().mean()
        # Cosines of at most 1 bound the exponents, so that no row maximum is needed.
        shares = scaled.sub_(1 / temperature).exp_()
        by_query, by_passage = shares.sum(dim=1), shares.sum(dim=0)
        context.save_for_backward(queries, passages, shares, by_query, by_passage)
        context.temperature = temperature
        return 0.5 * (by_query.log().mean() + by_passage.log().mean()) + 1 / temperature - own

    @staticmethod
    def backward(context, outer: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, None]:
        queries, passages, shares, by_query, by_passage = context.saved_tensors
        gradient = shares * (0.5 / by_query[:, None] + 0.5 / by_passage[None, :])
        gradient.diagonal().sub_(1)
        gradient *= outer / (len(queries) * context.temperature)
        return gradient @ passages, gradient.T @ queries, None


class RowAdam:
    """Adam (Kingma and Ba, 2015) that touches only the rows a step uses; the moments of the others wait."""

    def __init__(self, table: torch.Tensor) -> None:
        self.table = table.clone()
        self._mean = torch.zeros_like(table)
        self._square = torch.zeros_like(table)
        self._steps = 0

    def step(self, used: torch.Tensor, gradient: torch.Tensor, rate: float) -> None:
        """used: int64 [used]; gradient: [used, dimensions]."""
        self._steps += 1
        mean = self._mean[used].mul_(_BETAS[0]).add_(gradient, alpha=1 - _BETAS[0])
        square = self._square[used].mul_(_BETAS[1]).addcmul_(gradient, gradient, value=1 - _BETAS[1])
        self._mean[used], self._square[used] = mean, square
        # As if every row had been touched in every step: a rare row's first steps are small, not huge.
        bias = (1 - _BETAS[1] ** self._steps) ** 0.5 / (1 - _BETAS[0] ** self._steps)
        self.table[used] += (mean / (square.sqrt_() + 1e-8)).mul_(-rate * bias)


def scale_rows(table: np.ndarray, silent: np.ndarray, mean_norm: float) -> np.ndarray:
    """The table with silent rows zero and the others of the given mean length."""
    scaled = np.where(silent[:, None], 0, table).astype(np.float32)
    return scaled * (mean_norm / np.linalg.norm(scaled[~silent], axis=1).mean())
