"""Cuts running paragraphs into passages of about the size that is retrieved."""

from collections.abc import Iterable, Iterator

from .sentences import split_sentences

# Sizes in words. Short paragraphs are merged until the lower bound is met, long ones cut at a sentence end.
_FULL_FROM = 40
_CUT_FROM = 150
_NEVER_MERGE_BEYOND = 170
_SHORTEST_SENTENCE = 3


def passages_of(paragraphs: Iterable[str]) -> Iterator[list[str]]:
    """Yields passages of one document as lists of sentences, mostly 40 to 170 words; the last one may be shorter."""
    passage: list[str] = []
    size = 0
    for paragraph in paragraphs:
        sentences = [(sentence, len(sentence.split())) for sentence in split_sentences(paragraph)]
        if passage and size + sum(words for _, words in sentences) > _NEVER_MERGE_BEYOND:
            yield passage
            passage, size = [], 0
        for sentence, words in sentences:
            if words < _SHORTEST_SENTENCE:
                continue
            passage.append(sentence)
            size += words
            if size >= _CUT_FROM:
                yield passage
                passage, size = [], 0
        if size >= _FULL_FROM:
            yield passage
            passage, size = [], 0
    if passage:
        yield passage
