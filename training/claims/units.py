"""What the judge of claims learns from: judged claims, what they become by rule, made ones."""

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from ..excerpts import Claim, Excerpt, Place
from ..reader import corruptions
from ..reader.units import Example, Unit

JUDGED = "judged/claims.jsonl"

# Sentences before and after those that are cited, at most.
_AROUND = 2

_CHANGES = (
    corruptions.negate,
    corruptions.change_number,
    corruptions.swap_names,
    corruptions.change_force,
    corruptions.turn_around,
)


def with_judged_claims(data: Path, excerpts: Iterable[Excerpt]) -> list[Excerpt]:
    """The excerpts with the further claims on them, as far as these are in English."""
    further: dict[str, list[Claim]] = {}
    for line in (data / JUDGED).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["lang"] == "en":
            cited = tuple(map(Place.parse, row["on"]))
            further.setdefault(row["id"], []).append(Claim(row["claim"], cited, row["supported"]))
    return [
        replace(excerpt, claims=[*excerpt.claims, *further.get(excerpt.id, ())])
        for excerpt in excerpts
    ]


def judged_units(excerpts: Iterable[Excerpt]) -> Iterator[Unit]:
    for excerpt in excerpts:
        names = sorted(set().union(*map(corruptions.names_in, excerpt.texts)))
        for claim in excerpt.claims:
            yield partial(_judged, excerpt, claim)
            if claim.supported:
                yield partial(_changed, excerpt, claim, names)


def _judged(excerpt: Excerpt, claim: Claim, rng: random.Random) -> Example:
    return Example(claim.text, _sentences(excerpt, claim, rng), claim=int(claim.supported))


def _changed(
    excerpt: Excerpt, claim: Claim, names: list[str], rng: random.Random
) -> Example | None:
    if rng.random() < 0.4:
        changed = corruptions.change_name(claim.text, names, rng)
    else:
        changed = rng.choice(_CHANGES)(claim.text, rng)
    if changed is None or changed == claim.text:
        return None
    return Example(changed, _sentences(excerpt, claim, rng), claim=0)


def _sentences(excerpt: Excerpt, claim: Claim, rng: random.Random) -> list[str]:
    """Mostly those that it cites, else with some around them: a model cites too much."""
    around = 0 if rng.random() < 0.6 else rng.randint(1, _AROUND)
    read: list[str] = []
    for number in sorted({place.paragraph for place in claim.cited}):
        cited = [place.sentence for place in claim.cited if place.paragraph == number]
        read += [
            sentence
            for place, sentence in enumerate(excerpt.paragraphs[number])
            if any(abs(place - other) <= around for other in cited)
        ]
    return read
