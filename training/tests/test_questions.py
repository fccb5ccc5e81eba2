import unittest

import numpy as np

from training.judged_sets import JudgedSet
from training.lexical import bm25_scores, shared_words
from training.question_files import Pair, hold_out
from training.question_pairs import QuestionPairs
from training.query_noise import QueryNoise
from training.vocabulary import choose_vocabulary
from training.word_corpus import words_of

_PASSAGE = "passage {0} tells at some length what number {0} is and why {0} matters to all of us, and where {0} is found"


def _pairs(source: str, number: int) -> list[Pair]:
    return [Pair(source, f"what is number {i}", _PASSAGE.format(i)) for i in range(number)]


class HoldOut(unittest.TestCase):
    def test_whole_runs_are_held_out_and_the_same_ones_for_the_same_seed(self) -> None:
        pairs = _pairs("real", 200)
        training, held = hold_out(pairs, {"real": 60}, seed=1)
        self.assertEqual(len(held), 75)
        self.assertEqual(len(training), 125)
        self.assertEqual(held, hold_out(pairs, {"real": 60}, seed=1)[1])

    def test_a_training_pair_that_repeats_a_held_out_passage_is_dropped(self) -> None:
        pairs = _pairs("real", 25) + [Pair("other", "again", "It is so that " + _PASSAGE.format(3))]
        training, held = hold_out(pairs, {"real": 25}, seed=1)
        self.assertEqual((len(training), len(held)), (0, 25))


class Batches(unittest.TestCase):
    def test_no_question_and_no_passage_stands_twice_in_a_batch(self) -> None:
        shared = [Pair("real", f"question {i // 2} about it", f"the passage {i // 3} of this text") for i in range(60)]
        words = {word: 1.0 for pair in shared for text in (pair.question, pair.passage) for word in words_of(text)}
        vocabulary = choose_vocabulary(words, 180, 10, 20)
        noise = QueryNoise(vocabulary, np.ones(len(vocabulary.pieces), dtype=int), [], seed=0)
        source = QuestionPairs(shared, {"real": 1.0}, vocabulary, noise, batch=48, seed=0)
        for _ in range(20):
            chosen = source._draw()
            self.assertEqual(len({shared[i].question for i in chosen}), len(chosen))
            self.assertEqual(len({shared[i].passage for i in chosen}), len(chosen))
            batch = source.next_batch()
            self.assertEqual(len(batch.queries.starts), len(batch.passages.starts))


class Lexical(unittest.TestCase):
    def test_the_passage_with_the_rare_word_wins(self) -> None:
        passages = ["states cooperate on trade", "states cooperate on drugs", "states and states and states"]
        self.assertEqual(bm25_scores(passages, ["what do the states do about drugs?"])[0].argmax(), 1)

    def test_share_of_words(self) -> None:
        judged = JudgedSet("one", ["trade in drugs"], ["is the drug trade illegal"], [{0: 1}])
        self.assertAlmostEqual(shared_words(judged.questions[0], judged.passages), 2 / 3)


if __name__ == "__main__":
    unittest.main()
