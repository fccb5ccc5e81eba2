"""Passages that look like the answer to a question and are the answer to another one."""

from collections.abc import Sequence

import numpy as np
import torch
import torch.nn.functional as functional
from tokenizers import Tokenizer
from transformers import BertModel

from .units import PairUnits

NEGATIVES = 24
# Likelier than this to the right passage, or this much likelier to the question, a passage may well
# answer too.
_SAME_PASSAGE, _BETTER_ANSWER = 0.85, 0.08
_MAX_TOKENS = 200
_ROWS = 4096


@torch.no_grad()
def mine(pairs: PairUnits, model: BertModel, tokenizer: Tokenizer, device: str) -> list[list[int]]:
    """For each pair, places of passages, the likest first."""
    tokenizer.enable_truncation(_MAX_TOKENS)
    tokenizer.enable_padding()
    model.to(device=device)
    passages = _vectors(pairs.passages, model, tokenizer)
    questions = _vectors([pair.question for pair in pairs.pairs], model, tokenizer)
    answers = torch.tensor(pairs.answers, device=device)
    found = []
    for asked, answer in zip(questions.split(_ROWS), answers.split(_ROWS), strict=True):
        likeness = asked @ passages.T
        right = likeness.gather(1, answer[:, None])
        likeness[passages[answer] @ passages.T > _SAME_PASSAGE] = -2
        likeness[likeness > right + _BETTER_ANSWER] = -2
        found += likeness.topk(min(NEGATIVES, len(passages)), dim=1).indices.tolist()
    return found


def _vectors(texts: Sequence[str], model: BertModel, tokenizer: Tokenizer) -> torch.Tensor:
    """Batches of like length: three quarters of a mixed one would be padding."""
    order = np.argsort([len(text) for text in texts], kind="stable")
    vectors = torch.empty(len(texts), model.config.hidden_size, device=model.device)
    size = 1024 if model.device.type == "cuda" else 64
    for start in range(0, len(order), size):
        batch = order[start : start + size]
        rows = tokenizer.encode_batch([texts[place] for place in batch])
        ids = torch.tensor([row.ids for row in rows], device=model.device)
        mask = torch.tensor([row.attention_mask for row in rows], device=model.device)
        states = model(input_ids=ids, attention_mask=mask).last_hidden_state
        vectors[torch.from_numpy(batch)] = functional.normalize(
            (states * mask.unsqueeze(-1)).sum(1), dim=1
        )
    return vectors
