"""Texts with the pieces and the vector that the exported model has to give them, for verify-model.ts to compare."""

import json
from pathlib import Path

from .static_model import StaticModel
from .wordnet import Synset
from .wordpiece import WordPiece

_AWKWARD_TEXTS = (
    "What does the declaration say about “terrorism, separatism and extremism”?",
    "the Organization’s good- neighbourly relations, 2022- 2024",
    "Zażółć gęślą jaźń, São Tomé and Príncipe, Côte d'Ivoire",
    "write to info@example.org or call +7-495-959-34-51 (50% off)",
    "antidisestablishmentarianism, xenobiochemistry and COVID-19",
    "5.10. Inter-regional co-operation",
    "THE HEADS OF STATE",
    "a",
)
_EXAMPLE_EVERY = 400  # of WordNet's meanings


def write_reference(model: StaticModel, vocabulary: WordPiece, synsets: list[Synset], file: Path) -> None:
    """A JSON list of {"text", "pieces", "vector"}. Pieces leave out punctuation and unknown characters."""
    texts = [*_AWKWARD_TEXTS]
    texts += [example for synset in synsets[::_EXAMPLE_EVERY] for example in synset.examples[:1]]
    texts += [synset.definition for synset in synsets[::_EXAMPLE_EVERY]]
    rows = [
        {"text": text, "pieces": vocabulary.encode(text), "vector": [round(float(x), 7) for x in vector]}
        for text, vector in zip(texts, model.embed(texts))
    ]
    file.write_text(json.dumps(rows), encoding="utf-8")
