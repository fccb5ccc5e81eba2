"""Reads the United Nations General Debate speeches and undoes what scanning and typesetting did to them.

Most files are hard-wrapped, some hold one paragraph a line; words are broken at line ends ("develop-" / "ment") and,
after earlier clean-ups by others, in mid-line ("inter- national"). Which joined form is right is decided by which one
the unbroken text uses more often.
"""

import collections
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path

from .passages import passages_of

_SPEECH_FILE = re.compile(r"[A-Za-z]+_\d+_\d{4}\.txt")

# Marks a hyphen at a line end until the whole collection has been counted.
_BROKEN_HERE = "\x01"

_REPLACEMENTS = str.maketrans(
    {
        "\ufeff": "",
        "\u00ad": "",
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u2014": " - ",
        "\u00a0": " ",
        "\t": " ",
    }
)

# Files whose median line is shorter than this are hard-wrapped.
_WRAPPED_BELOW_CHARACTERS = 100
# In a wrapped file, a sentence end on a line shorter than this share of the wrap width ends a paragraph.
_SHORT_LINE_SHARE = 0.8
_MINIMUM_CHARACTERS = 20

_ENDS_SENTENCE = re.compile(r"""[.?!]["']?$""")
_ENDS_CLAUSE = re.compile(r"""[.?!:;]["']?$""")
_STARTS_WITH_CAPITAL = re.compile(r"""["'(]*[A-Z]""")
_ONLY_NUMBERS = re.compile(r"[\d\s/.\-]*")
_PARAGRAPH_NUMBER = re.compile(r"^\d{1,3}\s*[.)]\s+")
_BRACKETED_REFERENCE = re.compile(r"\s*\[[^\]]{0,60}\]")
_LINE_END_HYPHEN = re.compile(rf"([A-Za-z]+)-{_BROKEN_HERE}([A-Za-z]+)")
_MID_LINE_HYPHEN = re.compile(r"\b([A-Za-z]+)- ([a-z]+)")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def read_speeches(archive: Path) -> Iterator[list[str]]:
    """Yields passages (lists of sentences, see passages.py), in the order of the sorted file names."""
    speeches = [_paragraphs(text) for text in _speech_texts(archive)]
    word_counts: collections.Counter[str] = collections.Counter()
    for paragraphs in speeches:
        for paragraph in paragraphs:
            if _BROKEN_HERE not in paragraph:
                word_counts.update(_WORD.findall(paragraph.lower()))
    for paragraphs in speeches:
        yield from passages_of(_mend_hyphens(paragraph, word_counts) for paragraph in paragraphs)


def _speech_texts(archive: Path) -> list[str]:
    texts = {}
    with tarfile.open(archive, "r:xz") as tar:
        for member in tar:
            name = member.name.rsplit("/", 1)[-1]
            stream = tar.extractfile(member) if member.isfile() and _SPEECH_FILE.fullmatch(name) else None
            if stream is not None:
                texts[name] = stream.read().decode("utf-8", errors="replace")
    return [texts[name] for name in sorted(texts)]


def _paragraphs(text: str) -> list[str]:
    lines = text.translate(_REPLACEMENTS).split("\n")
    widths = sorted(len(line) for line in lines if line.strip())
    if not widths:
        return []
    if widths[len(widths) // 2] < _WRAPPED_BELOW_CHARACTERS:
        paragraphs = _join_wrapped_lines(lines, wrap_width=widths[int(len(widths) * 0.9)])
    else:
        paragraphs = [line.strip() for line in lines]
    cleaned = (_clean(paragraph) for paragraph in paragraphs)
    return [paragraph for paragraph in cleaned if len(paragraph) >= _MINIMUM_CHARACTERS]


def _join_wrapped_lines(lines: list[str], wrap_width: int) -> list[str]:
    paragraphs = []
    current = ""
    for line in lines:
        text = line.strip()
        if _ONLY_NUMBERS.fullmatch(text):  # blank, or a page number
            continue
        starts_indented = line.startswith((" ", "\u2003")) and _STARTS_WITH_CAPITAL.match(text)
        if current and starts_indented and _ENDS_CLAUSE.search(current):
            paragraphs.append(current)
            current = ""
        if not current:
            current = text
        elif current.endswith("-") and "a" <= text[0] <= "z":
            current += _BROKEN_HERE + text
        else:
            current += " " + text
        if _ENDS_SENTENCE.search(text) and len(text) < _SHORT_LINE_SHARE * wrap_width:
            paragraphs.append(current)
            current = ""
    if current:
        paragraphs.append(current)
    return paragraphs


def _clean(paragraph: str) -> str:
    paragraph = _PARAGRAPH_NUMBER.sub("", paragraph)
    paragraph = _BRACKETED_REFERENCE.sub("", paragraph)  # [resolution 1514 (XV)]
    return " ".join(paragraph.split())


def _mend_hyphens(paragraph: str, counts: collections.Counter[str]) -> str:
    def mend_line_end(match: re.Match[str]) -> str:
        first, second = match.groups()
        joined, hyphenated = (first + second).lower(), f"{first}-{second}".lower()
        if counts[joined] >= counts[hyphenated] and (counts[joined] > 0 or first.islower()):
            return first + second
        return f"{first}-{second}"

    def mend_mid_line(match: re.Match[str]) -> str:
        first, second = match.groups()
        if second in ("and", "or", "to"):  # "short- and long-term"
            return match.group()
        joined, hyphenated = (first + second).lower(), f"{first}-{second}".lower()
        return first + second if counts[joined] > counts[hyphenated] else f"{first}-{second}"

    paragraph = _LINE_END_HYPHEN.sub(mend_line_end, paragraph).replace(_BROKEN_HERE, "")
    return _MID_LINE_HYPHEN.sub(mend_mid_line, paragraph)
