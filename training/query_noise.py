"""Makes a query out of a sentence of the text: the ways in which people's words differ from the text's words."""

import collections
import re

import numpy as np
import snowballstemmer

from .wordnet import Synset
from .wordpiece import WordPiece

_FREQUENT_PIECES = 120  # counted as stop words besides those listed
STOP_WORDS = """a about after again against all am an and any are as at be because been before being below between both
but by can could did do does doing down during each few for from further had has have having he her here hers herself
him himself his how i if in into is it its itself just me more most my myself no nor not of off on once only or other
our ours ourselves out over own same she should so some such than that the their theirs them themselves then there
these they this those through to too under until up very was we were what when where which while who whom why will with
would you your yours yourself yourselves also may might must shall us s t don tell please said say says""".split()

_QUESTION_BEGINNINGS = (
    "what is,what are,what does the declaration say about,how do,how does,how will,which,who,when was,when did,"
    "where is,where was,why,what do member states say about,tell me about,what did,how many,is there,does,do,"
    "can you explain,what role does,what was,according to the text,in what way,what kind of,which countries,"
    "what measures,what steps are,why is it important"
).split(",")

_TYPO_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TYPO_VARIANTS = 4
_TYPO_FREQUENCY = 20
_SYNONYM_WEIGHTS = {"same": 6, "wider": 2, "narrower": 1}
_SYNONYMS_KEPT = 12


class _Alternatives:
    """For each piece a list of pieces that may stand in its place, repeated by weight."""

    def __init__(self, choices: list[list[int]]) -> None:
        self.number = np.array([len(pieces) for pieces in choices])
        self._start = np.concatenate([[0], np.cumsum(self.number)[:-1]])
        self._flat = np.array([piece for pieces in choices for piece in pieces], dtype=np.int64)

    def swap(self, tokens: np.ndarray, wanted: np.ndarray, random: np.random.Generator) -> None:
        """Replaces, in place, every wanted token that has an alternative by one drawn at random."""
        where = np.flatnonzero(wanted & (self.number[tokens] > 0))
        pieces = tokens[where]
        drawn = (random.random(len(where)) * self.number[pieces]).astype(np.int64)
        tokens[where] = self._flat[self._start[pieces] + drawn]


class QueryNoise:
    """Tables for one vocabulary; `rows` below is the number of the query that each token belongs to."""

    def __init__(self, vocabulary: WordPiece, counts: np.ndarray, synsets: list[Synset], seed: int) -> None:
        """counts: int [pieces], how often each piece stands in the running text."""
        self.stop_words = _stop_words(vocabulary, counts)  # bool [pieces]
        families = _word_families(vocabulary)
        self._forms = _Alternatives([families.get(_family(piece), []) for piece in vocabulary.pieces])
        self._synonyms = _Alternatives(_synonyms(vocabulary, synsets, self.stop_words))
        self._typos = _typos(vocabulary, counts, np.random.default_rng(seed))
        self._beginnings = [np.array(vocabulary.encode(text), dtype=np.int64) for text in _QUESTION_BEGINNINGS]

    def swap_forms(self, tokens: np.ndarray, share: float, random: np.random.Generator) -> None:
        """In place: another form of the same stem ("cooperate" for "cooperation"), British and American alike."""
        self._forms.swap(tokens, random.random(len(tokens)) < share, random)

    def swap_synonyms(self, tokens: np.ndarray, probability: np.ndarray, random: np.random.Generator) -> None:
        """In place: a word of the same, a wider or a narrower meaning."""
        self._synonyms.swap(tokens, random.random(len(tokens)) < probability, random)

    def misspell(
        self, tokens: np.ndarray, rows: np.ndarray, share: float, random: np.random.Generator
    ) -> tuple[np.ndarray, np.ndarray]:
        """Tokens and rows with some words replaced by the pieces of a misspelling. Order within a row may change."""
        misspelt, extra_tokens, extra_rows = [], [], []
        for position in np.flatnonzero(random.random(len(tokens)) < share):
            variants = self._typos.get(int(tokens[position]))
            if variants:
                pieces = variants[random.integers(len(variants))]
                misspelt.append(position)
                extra_tokens += pieces
                extra_rows += [rows[position]] * len(pieces)
        if not misspelt:
            return tokens, rows
        tokens = np.concatenate([np.delete(tokens, misspelt), np.array(extra_tokens, dtype=np.int64)])
        return tokens, np.concatenate([np.delete(rows, misspelt), np.array(extra_rows, dtype=rows.dtype)])

    def begin_as_questions(self, rows: np.ndarray, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        """Tokens and rows to add so that each of the given rows starts like a question."""
        chosen = [self._beginnings[number] for number in random.integers(len(self._beginnings), size=len(rows))]
        tokens = np.concatenate(chosen) if chosen else np.empty(0, dtype=np.int64)
        return tokens, np.repeat(rows, [len(beginning) for beginning in chosen])


def _stop_words(vocabulary: WordPiece, counts: np.ndarray) -> np.ndarray:
    result = np.zeros(len(vocabulary.pieces), dtype=bool)
    result[np.argsort(-counts * ~vocabulary.silent, kind="stable")[:_FREQUENT_PIECES]] = True
    result[[vocabulary.ids[word] for word in STOP_WORDS if word in vocabulary.ids]] = True
    return result


_stemmer = snowballstemmer.stemmer("english")


def _family(piece: str) -> str:
    """Stem of a whole word with British spelling folded into American; empty for short words and parts of words."""
    if not piece.isalpha() or len(piece) <= 3:
        return ""
    american = piece.replace("isation", "ization").replace("our", "or")
    american = re.sub(r"is(e|ed|es|ing)$", r"iz\1", american)
    return _stemmer.stemWord(american)


def _word_families(vocabulary: WordPiece) -> dict[str, list[int]]:
    families = collections.defaultdict(list)
    for number, piece in enumerate(vocabulary.pieces):
        family = _family(piece)
        if family:
            families[family].append(number)
    return {family: members for family, members in families.items() if len(members) > 1}


def _synonyms(vocabulary: WordPiece, synsets: list[Synset], stop_words: np.ndarray) -> list[list[int]]:
    """Lists of pieces, found through any form of a word: what holds for "negotiate" holds for "negotiated"."""
    keys = [_family(piece) or piece for piece in vocabulary.pieces]
    single = [[p[0] for p in map(vocabulary.encode, synset.lemmas) if len(p) == 1] for synset in synsets]
    weights: dict[str, collections.Counter[int]] = collections.defaultdict(collections.Counter)
    for synset, lemmas in zip(synsets, single):
        wider = [piece for position in synset.wider for piece in single[position]]
        for piece in lemmas:
            for other in lemmas:
                if other != piece:
                    weights[keys[piece]][other] += _SYNONYM_WEIGHTS["same"]
            for other in wider:
                weights[keys[piece]][other] += _SYNONYM_WEIGHTS["wider"]
                weights[keys[other]][piece] += _SYNONYM_WEIGHTS["narrower"]
    choices = {
        key: [piece for piece, weight in counter.most_common(_SYNONYMS_KEPT) for _ in range(weight)]
        for key, counter in weights.items()
    }
    return [[] if stop else choices.get(key, []) for key, stop in zip(keys, stop_words)]


def _typos(vocabulary: WordPiece, counts: np.ndarray, random: np.random.Generator) -> dict[int, list[list[int]]]:
    result = {}
    for number, piece in enumerate(vocabulary.pieces):
        if piece.isalpha() and len(piece) > 4 and counts[number] >= _TYPO_FREQUENCY:
            misspelt = [vocabulary.pieces_of_word(_misspell(piece, random)) for _ in range(_TYPO_VARIANTS)]
            result[number] = [pieces for pieces in misspelt if pieces != [number]]
    return result


def _misspell(word: str, random: np.random.Generator) -> str:
    """One letter dropped, doubled, swapped with the next or replaced; never the first."""
    position = int(random.integers(1, len(word)))
    before, letter, after = word[:position], word[position], word[position + 1 :]
    kind = random.integers(4)
    if kind == 0:
        return before + after
    if kind == 1:
        return before + letter + letter + after
    if kind == 2 and after:
        return before + after[0] + letter + after[1:]
    return before + _TYPO_LETTERS[random.integers(len(_TYPO_LETTERS))] + after
