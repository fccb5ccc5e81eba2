"""Claims made of documents by rule: true ones, and others that differ from it in one thing."""

import gzip
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from ..excerpts import Excerpt
from ..sentences import split_sentences
from . import corruptions

DOCUMENTS = "judged/documents.jsonl.gz"

# Of all documents together; about a quarter of the tries come to nothing.
_TRIES = 70_000
_FEWEST_SENTENCES = 6
_SENTENCE_WORDS = range(9, 46)
_CONTEXT_SENTENCES = 5
# How often the sentence alone is cited, the claim is true, it is a shortened sentence, and it opens
# the way a chat model does.
_ALONE, _TRUE, _SHORTENED, _OPENED = 0.3, 0.42, 0.5, 0.35
# Likelier than this, another sentence may say the same.
_SAME = 0.85

# The commonest mistakes twice.
_KINDS = [
    *("negation", "number", "number", "name", "name", "swap"),
    *("force", "opposite", "near", "near", "tail", "other"),
]
_CHANGES = {
    "negation": corruptions.negate,
    "number": corruptions.change_number,
    "swap": corruptions.swap_names,
    "force": corruptions.change_force,
    "opposite": corruptions.turn_around,
}
_OPENINGS = [
    "The declaration says that ",
    "The text states that ",
    "According to the document, ",
    "It says that ",
    "Yes, ",
    "The parties agreed that ",
    "In short, ",
    "The treaty provides that ",
]


@dataclass(frozen=True)
class SyntheticClaim:
    text: str
    cited: tuple[str, ...]
    supported: bool


def read_documents(data: Path, held_out: Iterable[Excerpt]) -> list[list[str]]:
    """Lists of paragraphs, without documents that share one with an excerpt that is kept apart."""
    known = {text for excerpt in held_out for text in excerpt.texts}
    with gzip.open(data / DOCUMENTS, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    return [document for document in documents if known.isdisjoint(document)]


def make_claims(documents: list[list[str]], rng: random.Random) -> Iterator[SyntheticClaim]:
    tries = _TRIES // len(documents)
    for paragraphs in documents:
        document = _Document(paragraphs)
        if len(document.sentences) < _FEWEST_SENTENCES:
            continue
        for _ in range(tries):
            if claim := document.claim(rng):
                yield claim


class _Document:
    def __init__(self, paragraphs: list[str]) -> None:
        self._paragraphs = list(map(split_sentences, paragraphs))
        self.sentences = [
            (number, sentence)
            for number, paragraph in enumerate(self._paragraphs)
            for sentence in paragraph
            if len(sentence.split()) in _SENTENCE_WORDS
        ]

    def claim(self, rng: random.Random) -> SyntheticClaim | None:
        place = rng.randrange(len(self.sentences))
        paragraph, sentence = self.sentences[place]
        cited = self._context(paragraph, sentence) if rng.random() >= _ALONE else [sentence]
        supported = rng.random() < _TRUE
        source = sentence
        if rng.random() < _SHORTENED:
            source = corruptions.shorten(sentence, rng) or sentence
        text = source if supported else self._false(place, source, rng)
        if text is None or (not supported and text.strip() == sentence.strip()):
            return None
        if rng.random() < _OPENED:
            text = rng.choice(_OPENINGS) + _after_opening(text)
        return SyntheticClaim(text, tuple(cited), supported)

    def _context(self, paragraph: int, sentence: str) -> list[str]:
        """The sentences around it, all of a short paragraph."""
        whole = self._paragraphs[paragraph]
        if len(whole) <= _CONTEXT_SENTENCES + 1:
            return whole
        start = min(len(whole) - _CONTEXT_SENTENCES, whole.index(sentence) - 2)
        return whole[max(0, start) :][:_CONTEXT_SENTENCES]

    def _false(self, place: int, source: str, rng: random.Random) -> str | None:
        kind = rng.choice(_KINDS)
        if kind == "name":
            return corruptions.change_name(source, self._names, rng)
        if kind in _CHANGES:
            return _CHANGES[kind](source, rng)
        others = self._likest_elsewhere(place)
        if not others:
            return None
        if kind == "other":
            return rng.choice(others)
        if kind == "near":
            return rng.choice(others[:4])
        return corruptions.with_tail_of(self.sentences[place][1], rng.choice(others[:6]), rng)

    def _likest_elsewhere(self, place: int) -> list[str]:
        """Sentences of other paragraphs, the likest first."""
        likeness = self._likeness[place]
        paragraph = self.sentences[place][0]
        return [
            self.sentences[other][1]
            for other in likeness.argsort()[::-1].tolist()
            if self.sentences[other][0] != paragraph and likeness[other] < _SAME
        ]

    @cached_property
    def _names(self) -> list[str]:
        return sorted(set().union(*(corruptions.names_in(text) for _, text in self.sentences)))

    @cached_property
    def _likeness(self) -> np.ndarray:
        texts = [text for _, text in self.sentences]
        vectors = TfidfVectorizer(sublinear_tf=True).fit_transform(texts)
        return (vectors @ vectors.T).toarray()


def _after_opening(sentence: str) -> str:
    """With a small first letter, unless it begins with a name, an acronym or "I"."""
    if re.match(r"[A-Z]{2}|I\b|[A-Z][a-z]+ [A-Z]", sentence):
        return sentence
    return sentence[:1].lower() + sentence[1:]
