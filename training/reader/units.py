"""What the reader is trained on, as units that each draw an example, another one in each epoch."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..excerpts import Claim, Excerpt, Question
from ..near_words import NearWords
from ..pairs import Pair, read_pairs
from ..sentences import split_sentences
from . import corruptions
from .claims import SyntheticClaim

# How many pairs of each file at most: few of those that are all of one style.
PAIRS_OF_SOURCE = {
    "basecamp_policies": 130,
    "boolq_valtest": 6400,
    "cc_faq": 200,
    "conditionalqa": 4400,
    "covid_faq": 300,
    "covidqa_deepset": 1400,
    "fetaqa_devtest": 2800,
    "github_site_policy": 560,
    "hotpotqa_train_part": 200,
    "medquad": 5000,
    "mozilla_legal_docs": 350,
    "ni_qasc_para": 6100,
    "openstax_ccby_exercises": 210,
    "openstax_ccby_glossary": 3000,
    "openstax_ccby_sections": 2500,
    "pubmedqa_pqal": 3900,
    "qed_nq_dev": 1400,
    "scitldr": 2500,
    "selqa_devtest": 2600,
    "strategyqa": 2000,
    "ukgov_developer_docs": 800,
    "usgov_18f_site": 1200,
    "usgov_ada_gov": 1500,
    "usgov_digitalgov": 2500,
    "usgov_plainlanguage": 520,
    "usgov_tts_handbook": 900,
    "wiki_split_para": 9000,
}
# Their passages are a sentence or two: put among sentences of others, they teach which one answers.
_SHORT = {"fetaqa_devtest", "ni_qasc_para", "openstax_ccby_glossary"}
# Their "questions" are statements: claims, which the passage bears out.
_STATEMENTS = {"wiki_split_para", "scitldr"}
_SIMPLE_SENTENCES = "wiki_split_para"

# How often a unit stands in an epoch. Judged excerpts are few and worth the most.
_PAIR_NEGATIVES = 3
_ANSWERED_REPEATS = 3
_REFUSED_REPEATS, _REFUSED_REPEATS_UNANSWERED = 10, 14
_CLAIM_REPEATS = 6
# One in e^(1/rate): the likest paragraphs are drawn the most, the others now and then.
_NEARNESS_RATE = 0.25

NOT_ASKED = -1


@dataclass(frozen=True)
class Example:
    """Labels are 1, 0 or not asked."""

    question: str
    sentences: Sequence[str]
    # One for each sentence, where it is known which answer.
    answering: Sequence[int] | None = None
    passage: int = NOT_ASKED
    claim: int = NOT_ASKED


Unit = Callable[[random.Random], Example | None]


class PairUnits:
    """Of pairs, once other passages that look like answers have been found (negatives.py)."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.pairs = pairs
        self.passages = sorted({pair.passage for pair in pairs})
        place = {passage: number for number, passage in enumerate(self.passages)}
        self.answers = [place[pair.passage] for pair in pairs]
        self._sentences = list(map(split_sentences, self.passages))

    def units(self, negatives: Sequence[Sequence[int]], rng: random.Random) -> Iterator[Unit]:
        """`negatives` holds places of passages for each pair, the likest first."""
        for pair, answer, wrong in zip(self.pairs, self.answers, negatives, strict=True):
            right = self._sentences[answer]
            if pair.source in _STATEMENTS:
                yield _always(Example(pair.question, right, claim=1))
                yield partial(self._unsupported, pair.question, wrong)
                if pair.source == _SIMPLE_SENTENCES and (text := _corrupted(pair.question, rng)):
                    yield _always(Example(text, right, claim=0))
            elif pair.source in _SHORT:
                yield partial(self._among_others, pair.question, right, wrong)
                yield partial(self._among_others, pair.question, [], wrong)
            else:
                yield _always(Example(pair.question, right, passage=1))
                yield from [partial(self._refused, pair.question, wrong)] * _PAIR_NEGATIVES

    def _unsupported(self, text: str, wrong: Sequence[int], rng: random.Random) -> Example:
        return Example(text, self._sentences[rng.choice(wrong[:8])], claim=0)

    def _refused(self, question: str, wrong: Sequence[int], rng: random.Random) -> Example:
        # Not the likest of all: it may well answer.
        sentences = self._sentences[rng.choice(wrong[1:])]
        # That no sentence answers is often left to be inferred, as it is in the answering ones.
        known = [0] * len(sentences) if rng.random() < 0.5 else None
        return Example(question, sentences, known, passage=0)

    def _among_others(
        self, question: str, right: Sequence[str], wrong: Sequence[int], rng: random.Random
    ) -> Example:
        others = [self._sentences[place][0] for place in rng.sample(wrong[1:18], rng.randint(2, 5))]
        at = rng.randint(0, len(others))
        return Example(
            question,
            [*others[:at], *right, *others[at:]],
            [0] * at + [1] * len(right) + [0] * (len(others) - at),
            passage=int(bool(right)),
        )


def sampled_pairs(data: Path, rng: random.Random) -> list[Pair]:
    pairs: list[Pair] = []
    for source, most in PAIRS_OF_SOURCE.items():
        found = read_pairs(data, source)
        pairs += rng.sample(found, k=min(most, len(found)))
    return pairs


def excerpt_units(excerpts: Iterable[Excerpt]) -> Iterator[Unit]:
    for excerpt in excerpts:
        near_words = NearWords(excerpt.texts)
        for question in excerpt.questions:
            for paragraph in {place.paragraph for place in question.gold}:
                answered = _always(_answered(excerpt, question, paragraph))
                yield from [answered] * _ANSWERED_REPEATS
            answering = question.answering_paragraphs
            others = [p for p in near_words.ranked(question.text) if p not in answering]
            refused = partial(_refused_by_excerpt, excerpt, question.text, others)
            repeats = _REFUSED_REPEATS if question.gold else _REFUSED_REPEATS_UNANSWERED
            yield from [refused] * (repeats if others else 0)
        for claim in excerpt.claims:
            for example in _judged_claim(excerpt, claim):
                yield from [_always(example)] * _CLAIM_REPEATS


def claim_units(claims: Iterable[SyntheticClaim]) -> Iterator[Unit]:
    for claim in claims:
        yield _always(Example(claim.text, claim.cited, claim=int(claim.supported)))


def _always(example: Example) -> Unit:
    return lambda _rng: example


def _answered(excerpt: Excerpt, question: Question, paragraph: int) -> Example:
    """A sentence that answers in part is asked about neither way."""
    labels = [0] * len(excerpt.paragraphs[paragraph])
    for places, label in ((question.also, NOT_ASKED), (question.gold, 1)):
        for place in places:
            if place.paragraph == paragraph:
                labels[place.sentence] = label
    return Example(question.text, excerpt.paragraphs[paragraph], labels, passage=1)


def _refused_by_excerpt(
    excerpt: Excerpt, question: str, others: Sequence[int], rng: random.Random
) -> Example:
    nearness = min(len(others) - 1, int(rng.expovariate(_NEARNESS_RATE)))
    sentences = excerpt.paragraphs[others[nearness]]
    return Example(question, sentences, [0] * len(sentences), passage=0)


def _judged_claim(excerpt: Excerpt, claim: Claim) -> Iterator[Example]:
    """Against the sentences that it cites alone, and against the whole paragraphs of these."""
    cited = [excerpt.paragraphs[place.paragraph][place.sentence] for place in claim.cited]
    paragraphs = sorted({place.paragraph for place in claim.cited})
    whole = [sentence for paragraph in paragraphs for sentence in excerpt.paragraphs[paragraph]]
    for sentences in (cited, whole):
        yield Example(claim.text, sentences, claim=int(claim.supported))


def _corrupted(sentence: str, rng: random.Random) -> str | None:
    change = rng.choice(
        [
            corruptions.negate,
            corruptions.change_number,
            corruptions.turn_around,
            corruptions.change_force,
            corruptions.swap_names,
        ]
    )
    changed = change(sentence, rng)
    return None if changed == sentence else changed
