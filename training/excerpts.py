"""Judged excerpts: texts, questions and claims to learn from, and some kept apart to measure on."""

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

EXCERPTS = "judged/excerpts.jsonl.gz"

# By number, not by place, so that excerpts that are added later are trained on. They were written
# last, of summit declarations that no other excerpt is of.
HELD_OUT = frozenset(f"{number:03}" for number in range(212, 248))


@dataclass(frozen=True, order=True)
class Place:
    """A sentence of an excerpt, counted from 0; "3.1" is the second one of the fourth paragraph."""

    paragraph: int
    sentence: int

    @classmethod
    def parse(cls, text: str) -> "Place":
        paragraph, sentence = text.split(".")
        return cls(int(paragraph), int(sentence))


@dataclass(frozen=True)
class Question:
    text: str
    style: str
    # What answers it, and what answers it as well or partly; neither where nothing does.
    gold: frozenset[Place]
    also: frozenset[Place]

    @property
    def answering_paragraphs(self) -> set[int]:
        return {place.paragraph for place in self.gold | self.also}


@dataclass(frozen=True)
class Claim:
    text: str
    cited: tuple[Place, ...]
    supported: bool


@dataclass(frozen=True)
class Excerpt:
    id: str
    paragraphs: list[list[str]]
    questions: list[Question]
    claims: list[Claim]

    @property
    def texts(self) -> list[str]:
        return [" ".join(sentences) for sentences in self.paragraphs]


def read_excerpts(data: Path) -> list[Excerpt]:
    with gzip.open(data / EXCERPTS, "rt", encoding="utf-8") as lines:
        return [_excerpt(json.loads(line)) for line in lines]


def split(excerpts: Iterable[Excerpt]) -> tuple[list[Excerpt], list[Excerpt]]:
    """To train on, and kept apart: whole excerpts, since the questions of one share a text."""
    trained: list[Excerpt] = []
    held_out: list[Excerpt] = []
    for excerpt in excerpts:
        (held_out if excerpt.id in HELD_OUT else trained).append(excerpt)
    return trained, held_out


def _excerpt(row: dict) -> Excerpt:
    return Excerpt(
        row["id"],
        row["paragraphs"],
        [
            Question(q["q"], q["style"], _places(q["gold"]), _places(q["also"]))
            for q in row["questions"]
        ],
        [
            Claim(c["claim"], tuple(map(Place.parse, c["on"])), bool(c["supported"]))
            for c in row["claims"]
        ],
    )


def _places(texts: Iterable[str]) -> frozenset[Place]:
    return frozenset(map(Place.parse, texts))
