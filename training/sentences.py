"""Where a passage of the pair files and documents is cut into sentences; excerpts come cut."""

import re

_END = re.compile(r"(?<=[.!?;:])[\"”’)]*\s+(?=[A-Z(“\"0-9a-z])")
# Fewer words than this are a number, an abbreviation or a heading, which belongs to what follows.
_SHORTEST = 4


def split_sentences(passage: str) -> list[str]:
    """At least one, be the passage what it may."""
    sentences: list[str] = []
    for part in filter(None, map(str.strip, _END.split(passage))):
        if sentences and len(sentences[-1].split()) < _SHORTEST:
            sentences[-1] += " " + part
        else:
            sentences.append(part)
    return sentences or [passage]
