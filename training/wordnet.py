"""Reads Open English WordNet: which words share a meaning, what it is, and what it is a kind of."""

import json
import tarfile
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PARTS_OF_SPEECH = ("noun.", "verb.", "adj.", "adv.")


@dataclass(frozen=True)
class Synset:
    """One meaning. `wider` and its inverse `narrower` are positions in the list of synsets."""

    lemmas: list[str]
    definition: str
    examples: list[str]
    wider: list[int]
    narrower: list[int]


def read_wordnet(archive: Path) -> list[Synset]:
    """Synsets in the order of the sorted file names and identifiers. Similar adjectives count as wider."""
    entries: dict[str, dict] = {}
    with tarfile.open(archive, "r:xz") as tar:
        members = sorted((m for m in tar.getmembers() if m.isfile()), key=lambda m: m.name)
        for member in members:
            stream = tar.extractfile(member)
            if stream is not None and member.name.rsplit("/", 1)[-1].startswith(_PARTS_OF_SPEECH):
                entries.update(yaml.load(stream, Loader=_LOADER))
    positions = {identifier: position for position, identifier in enumerate(entries)}
    synsets = [_synset(entry, positions) for entry in entries.values()]
    for position, synset in enumerate(synsets):
        for wider in synset.wider:
            synsets[wider].narrower.append(position)
    return synsets


def _synset(entry: dict, positions: dict[str, int]) -> Synset:
    relations = entry.get("hypernym", []) + entry.get("similar", [])
    return Synset(
        lemmas=[str(member) for member in entry["members"]],
        definition=" ".join(str(text) for text in entry.get("definition", [])),
        examples=[_example_text(example) for example in entry.get("example", [])],
        wider=[positions[identifier] for identifier in relations if identifier in positions],
        narrower=[],
    )


def _example_text(example: object) -> str:
    return str(example["text"]) if isinstance(example, dict) else str(example)


def save_synsets(synsets: list[Synset], file: Path) -> None:
    file.write_text(json.dumps([asdict(synset) for synset in synsets]), encoding="utf-8")


def load_synsets(file: Path) -> list[Synset]:
    return [Synset(**fields) for fields in json.loads(file.read_text(encoding="utf-8"))]


def glossary_texts(synsets: list[Synset]) -> list[str]:
    """One text a meaning and one an example, the lemmas repeated around the gloss so that they co-occur with it."""
    texts = []
    for synset in synsets:
        lemmas = " ".join(synset.lemmas[:6])
        wider = " ".join(" ".join(synsets[position].lemmas[:3]) for position in synset.wider[:3])
        texts.append(f"{lemmas} {synset.definition} {lemmas} {wider}")
        texts.extend(f"{example} {' '.join(synset.lemmas[:4])}" for example in synset.examples)
    return texts
