import collections
import unittest

import numpy as np

from training.passages import passages_of
from training.sentences import split_sentences
from training.speeches import _mend_hyphens, _paragraphs
from training.word_corpus import build_word_corpus, ragged_ranges, words_of


class Sentences(unittest.TestCase):
    def test_abbreviations_and_initials_do_not_end_a_sentence(self) -> None:
        text = "The resolution of Mr. Smith and J. Jones was adopted. It entered into force in 1962."
        self.assertEqual(
            split_sentences(text),
            ["The resolution of Mr. Smith and J. Jones was adopted.", "It entered into force in 1962."],
        )

    def test_nothing_but_white_space_is_lost(self) -> None:
        text = 'He asked: "Why should we wait?" No answer came! And so it ended, in 1962. Then'
        self.assertEqual("".join(split_sentences(text)).replace(" ", ""), text.replace(" ", ""))


class Speeches(unittest.TestCase):
    def test_wrapped_lines_become_paragraphs_and_page_numbers_vanish(self) -> None:
        text = (
            "1. We welcome the new members of this Organization and wish\n"
            "them well in all that they do.\n"
            "12\n"
            "2. The situation in the south remains a cause for concern to\n"
            "us and to all our neighbours in the wider region.\n"
        )
        self.assertEqual(
            _paragraphs(text),
            [
                "We welcome the new members of this Organization and wish them well in all that they do.",
                "The situation in the south remains a cause for concern to us and to all our neighbours in the wider region.",
            ],
        )

    def test_a_broken_word_is_joined_the_way_the_texts_write_it(self) -> None:
        counts = collections.Counter({"international": 9, "good-neighbourly": 3})
        self.assertEqual(_mend_hyphens("inter- national and good-\x01neighbourly", counts), "international and good-neighbourly")
        self.assertEqual(_mend_hyphens("short- and long-term", counts), "short- and long-term")


class Passages(unittest.TestCase):
    def test_sizes(self) -> None:
        sentence = "This is a sentence of exactly nine words, really."
        for passage in list(passages_of([sentence] * 100))[:-1]:
            self.assertTrue(40 <= sum(len(s.split()) for s in passage) <= 170)

    def test_a_long_paragraph_is_cut_at_sentence_ends(self) -> None:
        sentence = "This is a sentence of exactly nine words, really. "
        passages = list(passages_of([sentence * 60]))
        self.assertGreater(len(passages), 2)
        self.assertEqual(sum(map(len, passages)), 60)


class WordCorpora(unittest.TestCase):
    def test_words_are_folded(self) -> None:
        self.assertEqual(words_of("Côte d’Ivoire, COVID-19"), ["cote", "d", "ivoire", "covid", "19"])

    def test_offsets_cut_the_flat_array(self) -> None:
        words, corpus = build_word_corpus([["the first one here", "and a second"], ["the other passage"]])
        texts = [
            [words[token] for token in corpus.tokens[start:end]]
            for start, end in zip(corpus.sentence_starts, corpus.sentence_starts[1:])
        ]
        self.assertEqual([" ".join(text) for text in texts], ["the first one here", "and a second", "the other passage"])
        self.assertEqual(corpus.passage_starts.tolist(), [0, 2, 3])

    def test_ranges(self) -> None:
        positions, rows = ragged_ranges(np.array([3, 7, 7]), np.array([5, 7, 9]))
        self.assertEqual(positions.tolist(), [3, 4, 7, 8])
        self.assertEqual(rows.tolist(), [0, 0, 2, 2])


if __name__ == "__main__":
    unittest.main()
