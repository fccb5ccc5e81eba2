"""Reads general prose: xz-compressed text files that hold one paragraph a line."""

import lzma
from collections.abc import Iterator
from pathlib import Path

from .passages import passages_of

_PLAIN_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": " - "})


def read_general_text(files: list[Path]) -> Iterator[list[str]]:
    """Yields passages (lists of sentences), in the order of the files given. A line never joins its neighbours."""
    for file in files:
        with lzma.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield from passages_of([line.translate(_PLAIN_QUOTES).strip()])
