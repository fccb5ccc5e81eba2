"""What the models, and shared words, say of each paragraph and sentence for a question."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..encoder.onnx_encoder import CenteredEncoder
from ..excerpts import Excerpt, Place, Question
from ..reader.onnx_reader import OnnxReader
from .bm25 import Bm25

# A whole paragraph counts for less than its best sentence: half of it is about something else.
_WHOLE = 0.9
# A sentence of fewer words is a heading or a number, which is like everything a little.
_FEWEST_WORDS = 6
# Paragraphs that the reader reads; what it would say of the others.
_READ = 8
_UNREAD_PASSAGE, _UNREAD_SENTENCE = -6.0, -8.0


@dataclass(frozen=True)
class Evidence:
    """Of one question; arrays have a number for each paragraph, or for each sentence."""

    excerpt: Excerpt
    question: Question
    bm25: np.ndarray
    # Cosines with the whole paragraphs, with the best sentence of each, with all sentences.
    whole: np.ndarray
    best_sentence: np.ndarray
    sentence: np.ndarray
    places: list[Place]
    # The reader's logits, floored where it does not read.
    passage: np.ndarray
    sentence_reading: np.ndarray

    @property
    def similarity(self) -> np.ndarray:
        return np.maximum(self.best_sentence, _WHOLE * self.whole)


def gather(excerpt: Excerpt, encoder: CenteredEncoder, reader: OnnxReader) -> Iterator[Evidence]:
    places = [
        Place(paragraph, number)
        for paragraph, sentences in enumerate(excerpt.paragraphs)
        for number, sentence in enumerate(sentences)
        if len(sentence.split()) >= _FEWEST_WORDS
    ]
    wholes = encoder.passages(excerpt.texts)
    sentences = encoder.passages(excerpt.paragraphs[at.paragraph][at.sentence] for at in places)
    owners = np.array([at.paragraph for at in places])
    words = Bm25(excerpt.texts)
    questions = encoder.questions(question.text for question in excerpt.questions)
    for question, vector in zip(excerpt.questions, questions, strict=True):
        cosines = sentences @ vector
        best = np.full(len(wholes), -1.0)
        np.maximum.at(best, owners, cosines)
        whole = wholes @ vector
        likest = np.argsort(-np.maximum(best, _WHOLE * whole))[:_READ]
        readings = {p: reader.read(question.text, excerpt.paragraphs[p]) for p in likest.tolist()}
        passage = np.full(len(wholes), _UNREAD_PASSAGE)
        passage[list(readings)] = [reading.passage for reading in readings.values()]
        yield Evidence(
            excerpt,
            question,
            words.scores(question.text),
            whole,
            best,
            cosines,
            places,
            np.maximum(passage, _UNREAD_PASSAGE),
            np.array(
                [
                    max(readings[at.paragraph].sentences[at.sentence], _UNREAD_SENTENCE)
                    if at.paragraph in readings
                    else _UNREAD_SENTENCE
                    for at in places
                ]
            ),
        )
