"""Reads question-passage pairs and sets some aside, by document, for choosing between models."""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .word_corpus import words_of

# Pairs of one document stand together in a file, so whole runs are held out, never single pairs.
_RUN = 25
# A training pair that shares a run of this many words with a held-out passage is dropped.
_SHARED_WORDS = 12


@dataclass(frozen=True)
class Pair:
    source: str
    question: str
    passage: str


def read_pairs(folder: Path, sources: list[str]) -> list[Pair]:
    """The pairs of the named files (without .jsonl.gz), in file order. A passage that is no English is kept as is."""
    pairs = []
    for source in sources:
        with gzip.open(folder / f"{source}.jsonl.gz", "rt", encoding="utf-8") as lines:
            rows = (json.loads(line) for line in lines)
            pairs += [Pair(source, row["q"], row["p"]) for row in rows]
    return pairs


def hold_out(pairs: list[Pair], numbers: dict[str, int], seed: int) -> tuple[list[Pair], list[Pair]]:
    """(training, held out). numbers: how many pairs to hold out of which source, rounded up to whole runs."""
    random = np.random.default_rng(seed)
    held: list[Pair] = []
    remaining: list[Pair] = []
    for source in dict.fromkeys(pair.source for pair in pairs):
        own = [pair for pair in pairs if pair.source == source]
        runs = [own[start : start + _RUN] for start in range(0, len(own), _RUN)]
        wanted = min(len(runs), -(-numbers.get(source, 0) // _RUN))
        chosen = set(random.choice(len(runs), wanted, replace=False).tolist())
        for number, run in enumerate(runs):
            (held if number in chosen else remaining).extend(run)
    seen = {shingle for pair in held for shingle in _shingles(pair.passage)}
    return [pair for pair in remaining if seen.isdisjoint(_shingles(pair.passage))], held


def _shingles(text: str) -> set[int]:
    words = words_of(text)
    last = max(1, len(words) - _SHARED_WORDS + 1)
    return {hash(tuple(words[start : start + _SHARED_WORDS])) for start in range(last)}


def save_pairs(pairs: list[Pair], file: Path) -> None:
    rows = ({"source": pair.source, "q": pair.question, "p": pair.passage} for pair in pairs)
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def load_pairs(file: Path) -> list[Pair]:
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return [Pair(row["source"], row["q"], row["p"]) for row in rows]
