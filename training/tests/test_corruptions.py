import random
import unittest

from training.reader import corruptions

_SENTENCE = (
    "The Council of Ministers shall meet in Tashkent before 15 June 2022, including by video."
)


class Corruptions(unittest.TestCase):
    def setUp(self) -> None:
        self.rng = random.Random(0)

    def test_negation_goes_both_ways(self) -> None:
        negated = corruptions.negate(_SENTENCE, self.rng)
        self.assertIn("shall not meet", negated)
        self.assertEqual(corruptions.negate(negated, self.rng), _SENTENCE)

    def test_one_thing_changes(self) -> None:
        for change in (
            corruptions.change_number,
            corruptions.change_force,
            corruptions.turn_around,
        ):
            changed = change(_SENTENCE, self.rng).split()
            other = [
                pair for pair in zip(changed, _SENTENCE.split(), strict=True) if len(set(pair)) > 1
            ]
            self.assertEqual(len(other), 1, changed)

    def test_names_are_of_the_same_text(self) -> None:
        changed = corruptions.change_name(_SENTENCE, ["Dushanbe"], self.rng)
        self.assertIn("Dushanbe", changed)
        self.assertIsNone(corruptions.change_name(_SENTENCE, ["Tashkent"], self.rng))

    def test_what_is_cut_is_an_addition(self) -> None:
        self.assertEqual(
            corruptions.shorten(_SENTENCE + " and by all other means", self.rng),
            "The Council of Ministers shall meet in Tashkent before 15 June 2022.",
        )

    def test_a_sentence_without_anything_to_change_stays_out(self) -> None:
        for change in (
            corruptions.negate,
            corruptions.change_number,
            corruptions.swap_names,
            corruptions.change_force,
            corruptions.turn_around,
            corruptions.shorten,
        ):
            self.assertIsNone(change("they met there", self.rng))


if __name__ == "__main__":
    unittest.main()
