import gzip
import json
import tempfile
import unittest
from pathlib import Path

from training.excerpts import EXCERPTS, Place, read_excerpts, split


def _row(excerpt_id: str) -> dict:
    return {
        "id": excerpt_id,
        "paragraphs": [["We met in Sochi.", "We agreed on trade."], ["We will meet again."]],
        "questions": [
            {"q": "Where did they meet?", "style": "where", "gold": ["0.0"], "also": ["1.0"]},
            {"q": "What did it cost?", "style": "none", "gold": [], "also": []},
        ],
        "claims": [
            {"claim": "They met in Sochi.", "on": ["0.0"], "supported": True, "how": "as is"}
        ],
    }


def _read(*ids: str) -> list:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, EXCERPTS)
        file.parent.mkdir()
        with gzip.open(file, "wt", encoding="utf-8") as lines:
            lines.writelines(json.dumps(_row(excerpt_id)) + "\n" for excerpt_id in ids)
        return read_excerpts(Path(folder))


class Split(unittest.TestCase):
    def test_an_excerpt_is_trained_on_or_kept_apart_whole(self) -> None:
        trained, held_out = split(_read("000", "211", "212", "247", "248"))
        self.assertEqual([excerpt.id for excerpt in trained], ["000", "211", "248"])
        self.assertEqual([excerpt.id for excerpt in held_out], ["212", "247"])


class Places(unittest.TestCase):
    def test_a_place_names_paragraph_and_sentence(self) -> None:
        (excerpt,) = _read("000")
        answered, unanswered = excerpt.questions
        self.assertEqual(answered.gold, {Place(0, 0)})
        self.assertEqual(answered.answering_paragraphs, {0, 1})
        self.assertEqual(unanswered.answering_paragraphs, set())
        self.assertEqual(excerpt.texts[0], "We met in Sochi. We agreed on trade.")


if __name__ == "__main__":
    unittest.main()
