"""Reads the question sets that a model is measured on. None of them is ever trained on."""

import collections
import gzip
import json
import re
from dataclasses import dataclass
from pathlib import Path

# Cranfield's codes: 1 is a complete answer, 4 of little interest; -1 none. Gains for nDCG, as commonly taken.
_CRANFIELD_GAINS = {1: 4, 2: 3, 3: 2, 4: 1, -1: 0}

_SECTION_NUMBER = re.compile(r"^\d+\.\d+\.?\s+\S")
_NUMBERED = re.compile(r"^(\d+)\.\s+(\S.*)$")
_LONGEST_HEADING = 120


@dataclass(frozen=True)
class JudgedSet:
    """gains[i] maps the positions of the passages that answer question i to how well they do, above 0.

    kinds[i] is the kind of question i, where the set tells kinds apart.
    """

    name: str
    passages: list[str]
    questions: list[str]
    gains: list[dict[int, int]]
    kinds: tuple[str, ...] = ()


def read_declaration_questions(questions: Path, corpus: Path) -> JudgedSet:
    """The answerable single-turn questions of a .jsonl file whose gold_quotes stand in the .txt files of a folder.

    A paragraph that holds any of the quotes answers the question.
    """
    originals, passages = [], []
    for file in sorted(corpus.glob("*.txt")):
        for heading, line in _paragraphs(file.read_text(encoding="utf-8")):
            originals.append(line)
            passages.append(f"{heading} {line}".strip())
    rows = [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines() if line.strip()]
    asked, gains, kinds = [], [], []
    for row in rows:
        if not row["answerable"] or row.get("history"):
            continue
        gold = {i: 1 for i, text in enumerate(originals) if any(quote in text for quote in row["gold_quotes"])}
        if gold:
            asked.append(row["question"])
            gains.append(gold)
            kinds.append(row["kind"])
    return JudgedSet("declarations", passages, asked, gains, tuple(kinds))


def _paragraphs(text: str) -> list[tuple[str, str]]:
    """(heading path, line) of each line that is no heading; enough for the declarations of corpus/."""
    result = []
    part = section = ""
    last_number = 0
    for line in map(str.strip, text.splitlines()):
        if not line:
            continue
        numbered = _NUMBERED.match(line)
        if numbered and numbered[2].upper() == numbered[2] and len(line) < _LONGEST_HEADING:
            part, section = numbered[2].title(), ""
        elif _SECTION_NUMBER.match(line) and len(line) < _LONGEST_HEADING and not line.endswith("."):
            section = line.split(maxsplit=1)[1]
        else:
            if numbered and int(numbered[1]) == last_number + 1:
                last_number += 1
            result.append((" - ".join(filter(None, (part, section))), line))
    return result


def read_cranfield(folder: Path) -> JudgedSet:
    """1,400 aerodynamics abstracts and 225 queries, from cran.all.1400.gz, cran.qry.gz and cranqrel.gz."""
    abstracts = [_field(entry, "W") for entry in _entries(folder / "cran.all.1400.gz")]
    queries = [_field(entry, "W") for entry in _entries(folder / "cran.qry.gz")]
    gains: dict[int, dict[int, int]] = collections.defaultdict(dict)
    with gzip.open(folder / "cranqrel.gz", "rt") as lines:
        for line in lines:
            # Query identifiers here are ordinals, unlike those in cran.qry.
            query, document, code = map(int, line.split()[:3])
            if _CRANFIELD_GAINS[code] > 0:
                gains[query - 1][document - 1] = _CRANFIELD_GAINS[code]
    return JudgedSet("cranfield", abstracts, queries, [gains[number] for number in range(len(queries))])


def _entries(file: Path) -> list[str]:
    with gzip.open(file, "rt", encoding="latin-1") as stream:
        return re.split(r"^\.I \d+\s*$", stream.read(), flags=re.MULTILINE)[1:]


def _field(entry: str, letter: str) -> str:
    return " ".join(entry.split(f".{letter}\n", 1)[1].split()) if f".{letter}\n" in entry else ""


def read_pairs(file: Path) -> list[JudgedSet]:
    """One set a source from a .jsonl file of {"source", "q", "p"}: each question asked of its source's passages."""
    by_source: dict[str, list[tuple[str, str]]] = collections.defaultdict(list)
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_source[row["source"]].append((row["q"], row["p"]))
    return [_pair_set(source, pairs) for source, pairs in sorted(by_source.items())]


def _pair_set(source: str, pairs: list[tuple[str, str]]) -> JudgedSet:
    positions = {passage: number for number, passage in enumerate(dict.fromkeys(passage for _, passage in pairs))}
    answers: dict[str, dict[int, int]] = collections.defaultdict(dict)
    for question, passage in pairs:
        answers[question][positions[passage]] = 1
    return JudgedSet(source, list(positions), list(answers), list(answers.values()))
