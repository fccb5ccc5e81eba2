import json
import unittest
from pathlib import Path

from training.reader.layout import MAX_QUESTION_TOKENS, MAX_SENTENCE_TOKENS, MAX_TOKENS, windows

_RECORDED = Path(__file__).with_name("reader-input.json")
_SHIPPED = Path(__file__).parents[2] / "models/declaration-reader/reader.json"


class Layout(unittest.TestCase):
    def test_a_passage_is_fed_as_recorded(self) -> None:
        recorded = json.loads(_RECORDED.read_text("utf-8"))
        (window,) = windows(recorded["questionIds"], recorded["sentenceIds"])
        self.assertEqual(window.ids, recorded["ids"])
        self.assertEqual(window.types, recorded["types"])
        self.assertEqual(window.marks, recorded["marks"])

    def test_a_long_passage_goes_on_in_the_next_window(self) -> None:
        found = windows([7] * 10, [[8] * 100] * 5)
        self.assertEqual(
            [(window.first, len(window.marks)) for window in found], [(0, 2), (2, 2), (4, 1)]
        )
        for window in found:
            self.assertEqual({window.ids[mark] for mark in window.marks}, {102})
            self.assertEqual(window.ids[:12], [101, *[7] * 10, 102])

    def test_nothing_is_longer_than_the_model_reads(self) -> None:
        (window,) = windows([7] * 500, [[8] * 500])
        self.assertLessEqual(len(window.ids), MAX_TOKENS)
        self.assertEqual(window.ids.count(7), MAX_QUESTION_TOKENS)

    def test_the_shipped_profile_says_the_same(self) -> None:
        profile = json.loads(_SHIPPED.read_text("utf-8"))
        self.assertEqual(profile["maxTokens"], MAX_TOKENS)
        self.assertEqual(profile["maxQuestionTokens"], MAX_QUESTION_TOKENS)
        self.assertEqual(profile["maxSentenceTokens"], MAX_SENTENCE_TOKENS)


if __name__ == "__main__":
    unittest.main()
