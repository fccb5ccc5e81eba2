import tempfile
import unittest
from pathlib import Path

import numpy as np

from training.cloze_pairs import ClozePairs
from training.contrastive import Schedule, train
from training.export import export_model
from training.metrics import ranking_figures
from training.pair_batch import Bags, PairBatch
from training.query_noise import QueryNoise
from training.static_model import StaticModel
from training.vocabulary import choose_vocabulary, to_pieces
from training.word_corpus import build_word_corpus
from training.wordnet import Synset
from training.wordpiece import WordPiece

_TEXTS = [
    ["Member states condemn terrorism in every form.", "They will cooperate against illicit drugs.", "Trade matters."],
    ["Trade and investment grow between the states.", "Banks lend money to small firms.", "Drugs are a threat."],
] * 20
_SYNSETS = [Synset(["drug", "dope"], "an illicit substance", ["drugs are sold"], [1], []), Synset(["substance"], "matter", [], [], [0])]


def _vocabulary() -> tuple[list[str], WordPiece]:
    words, corpus = build_word_corpus(_TEXTS)
    return words, choose_vocabulary({word: 10.0 - len(word) / 10 for word in words}, 170, 10, 20)


class Vocabulary(unittest.TestCase):
    def test_every_ascii_word_can_be_cut(self) -> None:
        _, vocabulary = _vocabulary()
        self.assertNotIn(vocabulary.ids["[UNK]"], vocabulary.encode("xylophone zzz 2021 a1b2"))
        self.assertLessEqual(len(vocabulary.pieces), 170)

    def test_the_longest_piece_wins(self) -> None:
        vocabulary = WordPiece(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "ab", "##c", "##cd", "##d"])
        self.assertEqual([vocabulary.pieces[i] for i in vocabulary.encode("abcd ac ae")], ["ab", "##cd", "a", "##c", "[UNK]"])


class Pairs(unittest.TestCase):
    def test_no_query_or_passage_is_empty_and_seeds_repeat(self) -> None:
        words, vocabulary = _vocabulary()
        corpus = to_pieces(words, build_word_corpus(_TEXTS)[1], vocabulary)
        noise = QueryNoise(vocabulary, np.full(len(vocabulary.pieces), 100), _SYNSETS, seed=0)
        first, second = (ClozePairs(corpus, noise, 16, seed=3) for _ in range(2))
        for _ in range(30):
            batch, again = first.next_batch(), second.next_batch()
            for bags in (batch.queries, batch.passages):
                ends = np.append(bags.starts.numpy()[1:], len(bags.tokens))
                self.assertTrue((ends > bags.starts.numpy()).all())
            self.assertEqual(batch.queries.tokens.tolist(), again.queries.tokens.tolist())


class Training(unittest.TestCase):
    def test_a_query_learns_its_passage(self) -> None:
        class Fixed:
            def next_batch(self) -> PairBatch:
                return PairBatch(Bags.from_lists([[1], [2], [3]]), Bags.from_lists([[4], [5], [6]]))

        start = np.random.default_rng(0).standard_normal((7, 8)).astype(np.float32)
        silent = np.array([True] + [False] * 6)
        table = train(start, silent, [(1.0, Fixed())], Schedule(100, 0.05, 5, 0.02, 0.05), lambda line: None)
        similarity = table[1:4] @ table[4:7].T
        self.assertEqual(similarity.argmax(axis=1).tolist(), [0, 1, 2])
        self.assertFalse(table[0].any())


class Export(unittest.TestCase):
    def test_a_model_folder_reads_back_as_it_was_written(self) -> None:
        _, vocabulary = _vocabulary()
        table = np.random.default_rng(0).standard_normal((len(vocabulary.pieces), 16)).astype(np.float32)
        with tempfile.TemporaryDirectory() as folder:
            export_model(table, vocabulary, Path(folder))
            model = StaticModel.load(Path(folder))
        spoken = ~vocabulary.silent
        self.assertLess(np.abs(model.table[spoken] - table[spoken]).max(), np.abs(table).max() / 127)
        self.assertFalse(model.table[vocabulary.ids["[SEP]"]].any())
        self.assertTrue(model.table[vocabulary.ids["[CLS]"]].any())


class Metrics(unittest.TestCase):
    def test_figures_of_a_ranking_known_by_hand(self) -> None:
        figures = ranking_figures(np.array([[0.1, 0.9, 0.5], [0.9, 0.1, 0.2]]), [{2: 1}, {0: 1}])
        self.assertEqual(figures["hit@1"].mean(), 0.5)
        self.assertEqual(figures["hit@5"].mean(), 1.0)
        self.assertEqual(figures["MRR@10"].mean(), 0.75)

    def test_passages_that_score_nothing_are_not_found(self) -> None:
        figures = ranking_figures(np.zeros((200, 100)), [{0: 1}] * 200)
        self.assertLess(figures["hit@5"].mean(), 0.2)


if __name__ == "__main__":
    unittest.main()
