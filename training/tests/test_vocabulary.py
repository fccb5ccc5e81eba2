import unittest

from training.encoder.vocabulary import SPECIAL_TOKENS, kept_pieces, scripts_of

_PIECES = [*SPECIAL_TOKENS, "▁", "▁the", "▁мир", "文", "ა", "▁ქართ", "2021", "x", "の国"]
_SCORES = [0.0] * 4 + [-float(place) for place in range(len(_PIECES) - 4)]


class Cut(unittest.TestCase):
    def test_special_tokens_keep_their_ids(self) -> None:
        self.assertEqual(kept_pieces(_PIECES, _SCORES)[:4], [0, 1, 2, 3])

    def test_a_new_id_is_the_place_of_the_old_one(self) -> None:
        kept = kept_pieces(_PIECES, _SCORES)
        self.assertEqual(kept, sorted(set(kept)))
        self.assertEqual(
            [_PIECES[old] for old in kept[4:]], ["▁", "▁the", "▁мир", "文", "2021", "x", "の国"]
        )

    def test_rare_pieces_of_a_script_go_first_and_single_characters_stay(self) -> None:
        rare = "z"
        words = [f"ω{'α' * length}" for length in range(1, 2_500)]
        pieces = [*SPECIAL_TOKENS, *words, "ω", rare]
        scores = [0.0] * 4 + [-float(place) for place in range(len(words))] + [-1e6, -1e6]
        kept = [pieces[old] for old in kept_pieces(pieces, scores)]
        self.assertEqual(kept[4:], [*words[:2_000], "ω", rare])


class Scripts(unittest.TestCase):
    def test_marks_and_digits_are_of_no_script(self) -> None:
        self.assertEqual(scripts_of("▁12,5%"), set())
        self.assertEqual(scripts_of("の国"), {"Kana", "Han"})
        self.assertEqual(scripts_of("ქ"), {"other"})


if __name__ == "__main__":
    unittest.main()
