"""python3 -m training --data DIR --out models/NAME [--build DIR] [--steps N]"""

import argparse
import dataclasses
import json
from itertools import chain
from pathlib import Path

import numpy as np
import torch

from . import contrastive
from .cloze_pairs import ClozePairs
from .export import export_model
from .general_text import read_general_text
from .initial_vectors import CoOccurrence, initial_vectors
from .query_noise import QueryNoise
from .question_files import hold_out, load_pairs, read_pairs, save_pairs
from .question_pairs import QuestionPairs
from .question_sources import SOURCES
from .recipe import Recipe
from .reference import write_reference
from .speeches import read_speeches
from .static_model import StaticModel
from .steps import Build
from .vocabulary import choose_vocabulary, to_pieces, word_frequencies
from .word_corpus import TokenCorpus, build_word_corpus
from .wordnet import glossary_texts, load_synsets, read_wordnet, save_synsets
from .wordnet_pairs import WordNetPairs
from .wordpiece import WordPiece

SPEECHES = "un-general-debates.tar.xz"
WORDNET = "open-english-wordnet-yaml.tar.xz"
GENERAL_TEXTS = [
    "openstax_textbooks",
    "standardebooks_nonfiction",
    "irish_acts",
    "dc_law",
    "us_executive_orders",
    "us_gov_web_guides_news",
    "commonaccord_contracts",
    "us_state_dept_history",
    "plos_articles",
    "us_presidential_addresses",
    "cia_world_factbook",
    "nist_digital_identity",
    "opensource_guide",
]


def main() -> None:
    options = _options()
    torch.set_num_threads(1)  # so that a run is repeatable
    recipe = Recipe() if options.steps is None else Recipe(steps=options.steps)
    build = Build(options.build)
    _read_texts(build, options.data)
    _cut_into_pieces(build, recipe)
    _initial_vectors(build, recipe)
    _read_pairs(build, recipe, options.data)
    _train(build, recipe)
    _export(build, recipe, options.out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m training", description="Makes the embedding model from texts.")
    parser.add_argument("--data", type=Path, required=True, help=f"folder with {SPEECHES}, {WORDNET}, text/, pairs/")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write, such as models/NAME")
    parser.add_argument("--build", type=Path, default=Path(__file__).parent / ".build", help="folder for what steps make")
    parser.add_argument("--steps", type=int, help="contrastive steps, fewer for a trial run")
    return parser.parse_args()


def _read_texts(build: Build, data: Path) -> None:
    def make_corpus() -> None:
        general = [data / "text" / f"{name}.txt.xz" for name in GENERAL_TEXTS]
        words, corpus = build_word_corpus(chain(read_speeches(data / SPEECHES), read_general_text(general)))
        corpus.save(build.file("words.npz"))
        build.file("words.json").write_text(json.dumps(words), encoding="utf-8")
        build.report(f"{len(corpus.tokens):,} words, {len(words):,} different")

    def make_synsets() -> None:
        save_synsets(read_wordnet(data / WORDNET), build.file("synsets.json"))

    build.step("read-texts", ["words.npz", "words.json"], {"general": GENERAL_TEXTS}, make_corpus)
    build.step("read-wordnet", ["synsets.json"], {}, make_synsets)


def _cut_into_pieces(build: Build, recipe: Recipe) -> None:
    settings = {
        "size": recipe.vocabulary_size,
        "beginnings": recipe.word_beginnings,
        "continuations": recipe.word_continuations,
        "wordnet_weight": recipe.wordnet_frequency_weight,
    }

    def make() -> None:
        words = json.loads(build.file("words.json").read_text(encoding="utf-8"))
        corpus = TokenCorpus.load(build.file("words.npz"))
        synsets = load_synsets(build.file("synsets.json"))
        frequencies = word_frequencies(words, corpus, synsets, recipe.wordnet_frequency_weight)
        vocabulary = choose_vocabulary(
            frequencies, recipe.vocabulary_size, recipe.word_beginnings, recipe.word_continuations
        )
        vocabulary.save(build.file("vocabulary.txt"))
        to_pieces(words, corpus, vocabulary).save(build.file("pieces.npz"))
        build.report(f"{len(vocabulary.pieces):,} word pieces")

    build.step("vocabulary", ["vocabulary.txt", "pieces.npz"], settings, make)


def _initial_vectors(build: Build, recipe: Recipe) -> None:
    settings = {
        "dimensions": recipe.dimensions,
        "window": recipe.window,
        "minimum": recipe.minimum_near_count,
        "glossary": recipe.glossary_repeats,
        "seed": recipe.seed,
    }

    def make() -> None:
        vocabulary = WordPiece.load(build.file("vocabulary.txt"))
        glossary = [vocabulary.encode(text) for text in glossary_texts(load_synsets(build.file("synsets.json")))]
        corpus = TokenCorpus.load(build.file("pieces.npz")).with_passages(glossary * recipe.glossary_repeats)
        near = CoOccurrence(recipe.window, recipe.minimum_near_count)
        vectors = initial_vectors(corpus, vocabulary.silent, recipe.dimensions, near, recipe.seed, build.report)
        np.save(build.file("initial.npy"), vectors)

    build.step("initial-vectors", ["initial.npy"], settings, make)


def _read_pairs(build: Build, recipe: Recipe, data: Path) -> None:
    numbers = {name: source.held_out for name, source in SOURCES.items()}

    def make() -> None:
        training, held_out = hold_out(read_pairs(data / "pairs", list(SOURCES)), numbers, recipe.seed)
        trained = {name for name, source in SOURCES.items() if source.weight > 0}
        training = [pair for pair in training if pair.source in trained]
        save_pairs(training, build.file("training-pairs.jsonl"))
        save_pairs(held_out, build.file("held-out-pairs.jsonl"))
        build.report(f"{len(training):,} pairs to train on, {len(held_out):,} held out")

    settings = {"held_out": numbers, "seed": recipe.seed}
    build.step("read-pairs", ["training-pairs.jsonl", "held-out-pairs.jsonl"], settings, make)


def _train(build: Build, recipe: Recipe) -> None:
    weights = {name: source.weight for name, source in SOURCES.items() if source.weight > 0}

    def make() -> None:
        torch.manual_seed(recipe.seed)
        vocabulary = WordPiece.load(build.file("vocabulary.txt"))
        corpus = TokenCorpus.load(build.file("pieces.npz"))
        synsets = load_synsets(build.file("synsets.json"))
        pairs = load_pairs(build.file("training-pairs.jsonl"))
        counts = np.bincount(corpus.tokens, minlength=len(vocabulary.pieces))
        noise = QueryNoise(vocabulary, counts, synsets, recipe.seed)
        sources = [
            (1.0, ClozePairs(corpus, noise, recipe.cloze_batch, recipe.seed)),
            (1.0, WordNetPairs(synsets, vocabulary, recipe.wordnet_batch, recipe.seed)),
            (1.0, QuestionPairs(pairs, weights, vocabulary, noise, recipe.question_batch, recipe.seed)),
        ]
        schedule = contrastive.Schedule(
            recipe.steps,
            recipe.learning_rate,
            recipe.warm_up_steps,
            recipe.final_learning_rate_share,
            recipe.temperature,
        )
        start = contrastive.scale_rows(
            np.load(build.file("initial.npy")), vocabulary.silent, mean_norm=0.1 * recipe.dimensions**0.5
        )
        trained = contrastive.train(start, vocabulary.silent, sources, schedule, build.report)
        np.save(build.file("trained.npy"), trained)

    settings = {**dataclasses.asdict(recipe), "weights": weights}
    del settings["trained_share"]  # matters to the export alone
    build.step("contrastive", ["trained.npy"], settings, make)


def _export(build: Build, recipe: Recipe, folder: Path) -> None:
    vocabulary = WordPiece.load(build.file("vocabulary.txt"))
    initial, trained = (
        contrastive.scale_rows(np.load(build.file(name)), vocabulary.silent, mean_norm=1)
        for name in ("initial.npy", "trained.npy")
    )
    table = recipe.trained_share * trained + (1 - recipe.trained_share) * initial
    table = contrastive.scale_rows(table, vocabulary.silent, mean_norm=1)
    export_model(table, vocabulary, folder)
    synsets = load_synsets(build.file("synsets.json"))
    write_reference(StaticModel.load(folder), vocabulary, synsets, build.file("reference.json"))
    build.report(f"model written to {folder}")


if __name__ == "__main__":
    main()
