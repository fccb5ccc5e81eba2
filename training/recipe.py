"""Every number of the recipe in one place, with its unit and its reason."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    seed: int = 0

    # Vocabulary, in word pieces. With the dimensions it makes the model's size: one byte each.
    vocabulary_size: int = 40_000
    word_beginnings: int = 1_500
    word_continuations: int = 4_500
    # One mention in WordNet counts like this many in running text: its everyday words are rare in speeches.
    wordnet_frequency_weight: float = 4.0

    # Initial vectors.
    dimensions: int = 448
    window: int = 6
    minimum_near_count: float = 2.0
    # WordNet's glosses are read this often beside the running text.
    glossary_repeats: int = 4

    # Contrastive training.
    steps: int = 1_500
    learning_rate: float = 2e-3
    warm_up_steps: int = 100
    final_learning_rate_share: float = 0.02
    temperature: float = 0.05
    cloze_batch: int = 1_024
    wordnet_batch: int = 768
    question_batch: int = 512

    # The exported table is this much of the trained one and the rest of the initial one: the contrastive training
    # forgets some of the word similarity that paraphrases need. Best of 0, 0.3, 0.5, 0.7, 0.85 and 1 on held-out pairs
    # that share few words.
    trained_share: float = 0.85
