"""Questions of other sources with the passage that answers each."""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

# Beyond this a passage says more than its question asks, and costs time.
_LONGEST_PASSAGE = 150


@dataclass(frozen=True)
class Pair:
    question: str
    passage: str
    source: str


def read_pairs(data: Path, source: str) -> list[Pair]:
    with gzip.open(data / "pairs" / f"{source}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Pair(row["q"], _first_words(row["p"]), source) for row in rows]


def _first_words(passage: str) -> str:
    return " ".join(passage.split()[:_LONGEST_PASSAGE])
