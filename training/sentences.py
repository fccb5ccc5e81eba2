"""Splits a paragraph of English prose into sentences."""

import re

_BOUNDARY = re.compile(r"""[.!?]["')\]]*\s+(?=["'(\[]*[A-Z0-9])""")
_LAST_WORD = re.compile(r"[\w.]+$")

# A full stop after one of these does not end a sentence. Single letters (initials) are handled apart.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st no nos vol pp p messrs gen col prof h.e e.g i.e art para paras jr rev hon "
    "u.s u.n etc sgt cf chap lt capt".split()
)

# Shorter "sentences" are list numbers and stray initials; they stay with what follows.
_MINIMUM_CHARACTERS = 15


def split_sentences(paragraph: str) -> list[str]:
    """Sentences in order, trimmed; their concatenation loses only white space."""
    sentences = []
    start = 0
    for boundary in _BOUNDARY.finditer(paragraph):
        if boundary.end() - start < _MINIMUM_CHARACTERS:
            continue
        if paragraph[boundary.start()] == "." and _ends_in_abbreviation(paragraph[start : boundary.start()]):
            continue
        sentences.append(paragraph[start : boundary.end()].strip())
        start = boundary.end()
    rest = paragraph[start:].strip()
    if rest:
        sentences.append(rest)
    return sentences


def _ends_in_abbreviation(text: str) -> bool:
    match = _LAST_WORD.search(text)
    if match is None:
        return False
    word = match.group().lower()
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())
