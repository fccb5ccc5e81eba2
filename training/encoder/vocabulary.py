"""Which pieces of the base's vocabulary stay.

Its 250,002 rows are four fifths of the model. Half of them are pieces of scripts that hardly any
declaration is written in, and rare pieces of the others; a text in those falls apart into single
characters, which all stay.
"""

from collections import defaultdict
from collections.abc import Sequence

# Of marks, digits and the piece of a lone space; the special tokens come before all others.
SPECIAL_TOKENS = ("<s>", "<pad>", "</s>", "<unk>")
WORD_START = "▁"

# Blocks of Unicode, the end not included.
_BLOCKS: tuple[tuple[int, int, str], ...] = (
    (0x0000, 0x0250, "Latin"),
    (0x1E00, 0x1F00, "Latin"),
    (0x0370, 0x0400, "Greek"),
    (0x0400, 0x0530, "Cyrillic"),
    (0x0600, 0x0700, "Arabic"),
    (0xFB50, 0xFF00, "Arabic"),
    (0x0900, 0x0980, "Devanagari"),
    (0x3040, 0x3100, "Kana"),
    (0x3400, 0x4DC0, "Han"),
    (0x4E00, 0xA000, "Han"),
    (0xAC00, 0xD7B0, "Hangul"),
)

# The most that stays of each script. Kana with Han counts as Han; pieces without a letter all stay.
_MOST = {
    "Latin": 62_000,
    "Cyrillic": 22_000,
    "Han": 14_000,
    "Arabic": 9_000,
    "Devanagari": 4_000,
    "Hangul": 3_000,
    "Kana": 3_000,
    "Greek": 2_000,
}


def kept_pieces(pieces: Sequence[str], scores: Sequence[float]) -> list[int]:
    """Old ids of the pieces that stay, in order, so that a new id is a place in this list."""
    of_script: defaultdict[str | None, list[int]] = defaultdict(list)
    kept = set(range(len(SPECIAL_TOKENS)))
    for piece_id in range(len(SPECIAL_TOKENS), len(pieces)):
        scripts = scripts_of(pieces[piece_id])
        if not scripts <= _MOST.keys():
            continue
        of_script[min(scripts, default=None)].append(piece_id)
        if len(pieces[piece_id].strip(WORD_START)) <= 1:
            kept.add(piece_id)
    for script, ids in of_script.items():
        most = len(ids) if script is None else _MOST[script]
        kept.update(sorted(ids, key=lambda piece_id: -scores[piece_id])[:most])
    return sorted(kept)


def scripts_of(piece: str) -> set[str]:
    """None for a piece of digits and marks; "other" stands for all scripts that do not stay."""
    return {_script(ord(character)) for character in piece if character.isalpha()}


def _script(code: int) -> str:
    for start, end, script in _BLOCKS:
        if start <= code < end:
            return script
    return "other"
