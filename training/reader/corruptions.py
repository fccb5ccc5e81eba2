"""Sentences made false: each function changes one thing, or gives None where it finds none.

English; a claim that says "not" is not always false, and one with another number is: the reader
must look at both.
"""

import random
import re

_AUXILIARIES = "shall|will|must|may|should|can|is|are|was|were|has|have|would|could"
_NEGATED = re.compile(rf"\b({_AUXILIARIES}) not\b")
_AFFIRMED = re.compile(rf"\b({_AUXILIARIES})\b(?! not)")

_OPPOSITES = {
    "accept": "reject", "all": "some", "allow": "forbid", "always": "never", "annual": "monthly",
    "any": "no", "approve": "reject", "before": "after", "begin": "end",
    "bilateral": "multilateral", "both": "neither", "domestic": "foreign",
    "encourage": "discourage", "every": "no", "export": "import", "external": "internal",
    "first": "last", "higher": "lower", "import": "export", "include": "exclude",
    "including": "excluding", "increase": "reduce", "internal": "external", "least": "most",
    "majority": "minority", "mandatory": "voluntary", "maximum": "minimum", "minimum": "maximum",
    "more": "less", "national": "foreign", "new": "existing", "oppose": "support",
    "permanent": "temporary", "prior": "subsequent", "prohibited": "permitted",
    "public": "private", "reduce": "increase", "required": "forbidden", "strengthen": "weaken",
    "support": "oppose", "supports": "opposes", "unanimously": "by majority", "welcome": "regret",
    "welcomed": "regretted", "with": "without", "within": "outside", "without": "with",
}  # fmt: skip

_OTHER_FORCE = [
    (re.compile(rf"\b{pattern}\b"), other)
    for pattern, other in (
        ("shall", "may"),
        ("may", "must"),
        ("will", "has already agreed to"),
        ("intends? to", "has decided to"),
        ("should", "must"),
        ("must", "may"),
        ("plans? to", "has started to"),
        ("consider", "adopt"),
        ("committed to", "opposed to"),
    )
]

_MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
_NUMBER_WORDS = [
    *("two", "three", "four", "five", "six", "seven"),
    *("ten", "twelve", "thirty", "sixty", "ninety"),
]
_DIGITS = re.compile(r"\b\d+(?:[.,]\d+)?\b")
_NAMED_NUMBERS = [re.compile(rf"\b({'|'.join(words)})\b") for words in (_MONTHS, _NUMBER_WORDS)]

# Names of several capitalised words, acronyms, and a lone capitalised word inside a sentence.
_NAME = re.compile(
    r"\b(?:the )?[A-Z][a-z]+(?:[ -](?:of|and|the|for|[A-Z][a-z]+))*(?:[ -][A-Z][a-z]+)+"
    r"|\b[A-Z]{2,}\b|(?<=[a-z,] )[A-Z][a-z]{3,}\b"
)

_ADDITION = re.compile(
    r", (?:which|including|as well as|while|in particular|and to|and the|with a view)"
    r"|; | in accordance with| pursuant to| in order to"
)
# What must be left before and after where a sentence is cut.
_LEAST_BEFORE, _LEAST_AFTER = 30, 20
_TAIL = re.compile(r", ((?:including|as well as|which|while|with|in order).{20,120})")


def names_in(sentence: str) -> set[str]:
    return {name[0] for name in _names(sentence)}


def negate(sentence: str, rng: random.Random) -> str | None:
    if negated := _NEGATED.search(sentence):
        return _replaced(sentence, negated, negated[1])
    affirmed = list(_AFFIRMED.finditer(sentence))[:2]
    if not affirmed:
        return None
    chosen = rng.choice(affirmed)
    return _replaced(sentence, chosen, f"{chosen[0]} not")


def change_number(sentence: str, rng: random.Random) -> str | None:
    kinds = [list(kind.finditer(sentence)) for kind in (_DIGITS, *_NAMED_NUMBERS)]
    kinds = [kind for kind in kinds if kind]
    if not kinds:
        return None
    chosen = rng.choice(rng.choice(kinds))
    other = _other_number(chosen[0], rng)
    return None if other == chosen[0] else _replaced(sentence, chosen, other)


def change_name(sentence: str, others: list[str], rng: random.Random) -> str | None:
    found = [name for name in _NAME.finditer(sentence) if name.start() > 0 or " " in name[0]]
    if not found or not others:
        return None
    chosen, other = rng.choice(found), rng.choice(others)
    return None if other in sentence else _replaced(sentence, chosen, other)


def swap_names(sentence: str, _rng: random.Random) -> str | None:
    found = _names(sentence)
    if len(found) < 2 or found[0][0] == found[-1][0]:
        return None
    first, last = found[0], found[-1]
    between = sentence[first.end() : last.start()]
    return sentence[: first.start()] + last[0] + between + first[0] + sentence[last.end() :]


def change_force(sentence: str, rng: random.Random) -> str | None:
    found = [(pattern, other) for pattern, other in _OTHER_FORCE if pattern.search(sentence)]
    if not found:
        return None
    pattern, other = rng.choice(found)
    return pattern.sub(other, sentence, count=1)


def turn_around(sentence: str, rng: random.Random) -> str | None:
    found = [word for word in re.finditer(r"\b[a-z]+\b", sentence) if word[0] in _OPPOSITES]
    if not found:
        return None
    chosen = rng.choice(found)
    return _replaced(sentence, chosen, _OPPOSITES[chosen[0]])


def shorten(sentence: str, rng: random.Random) -> str | None:
    """Still true: what is added at the end is left out."""
    latest = len(sentence) - _LEAST_AFTER
    starts = [cut.start() for cut in _ADDITION.finditer(sentence)]
    starts = [start for start in starts if _LEAST_BEFORE < start < latest]
    return sentence[: rng.choice(starts)].rstrip(" ,;") + "." if starts else None


def with_tail_of(sentence: str, other: str, rng: random.Random) -> str | None:
    """What another sentence adds at its end, added to this one."""
    tail = _TAIL.search(other)
    if tail is None:
        return None
    return (shorten(sentence, rng) or sentence).rstrip(".") + ", " + tail[1].rstrip(".") + "."


def _names(sentence: str) -> list[re.Match[str]]:
    return [name for name in _NAME.finditer(sentence) if name.start() > 0]


def _other_number(number: str, rng: random.Random) -> str:
    for names in (_MONTHS, _NUMBER_WORDS):
        if number in names:
            return rng.choice([name for name in names if name != number])
    digits = number.replace(",", "")
    if digits.isdigit() and int(digits) > 2:
        return str(int(digits) + rng.choice([-2, -1, 1, 2, 5, 10]))
    return str(rng.choice([3, 4, 5, 7, 12]))


def _replaced(sentence: str, found: re.Match[str], other: str) -> str:
    return sentence[: found.start()] + other + sentence[found.end() :]
