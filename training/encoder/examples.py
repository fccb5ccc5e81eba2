"""What the encoder is tuned on: a question, a paragraph that answers it, some that do not."""

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..excerpts import Excerpt
from ..near_words import NearWords
from ..pairs import read_pairs

TRANSLATIONS = "judged/translations.jsonl"

PAIR_SOURCES = (
    "boolq_valtest",
    "conditionalqa",
    "usgov_ada_gov",
    "qed_nq_dev",
    "selqa_devtest",
    "cc_faq",
    "covid_faq",
    "medquad",
    "fetaqa_devtest",
    "github_site_policy",
    "openstax_ccby_glossary",
)
# As many as there are judged questions: they keep the model from forgetting all other texts.
_PAIRS = 3_000
# A translated question is rare beside the English ones.
_TRANSLATION_REPEATS = 2
_HARD_NEGATIVES = 4
# Headings answer nothing and teach nothing.
_SHORTEST_NEGATIVE = 7


@dataclass(frozen=True)
class Example:
    question: str
    answer: str
    # Paragraphs of the same text that share words with the question and do not answer it.
    near_misses: tuple[str, ...]


def read_examples(data: Path, excerpts: Iterable[Excerpt], rng: random.Random) -> list[Example]:
    translations = _read_translations(data / TRANSLATIONS)
    judged = [
        example for excerpt in excerpts for example in _judged_examples(excerpt, translations)
    ]
    pairs = [pair for source in PAIR_SOURCES for pair in read_pairs(data, source)]
    general = [
        Example(pair.question, pair.passage, ())
        for pair in rng.sample(pairs, k=min(_PAIRS, len(pairs)))
    ]
    return judged + general


def _judged_examples(
    excerpt: Excerpt, translations: dict[tuple[str, int], str]
) -> Iterator[Example]:
    texts = excerpt.texts
    near_words = NearWords(texts)
    for number, question in enumerate(excerpt.questions):
        if not question.gold:
            continue
        answering = question.answering_paragraphs
        misses = [
            texts[place]
            for place in near_words.ranked(question.text)
            if place not in answering and len(texts[place].split()) >= _SHORTEST_NEGATIVE
        ][:_HARD_NEGATIVES]
        if not misses:
            continue
        answer = texts[min(question.gold).paragraph]
        yield Example(question.text, answer, tuple(misses))
        if translated := translations.get((excerpt.id, number)):
            yield from [Example(translated, answer, tuple(misses))] * _TRANSLATION_REPEATS


def _read_translations(file: Path) -> dict[tuple[str, int], str]:
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return {(row["id"], row["question"]): row["q"] for row in rows}
