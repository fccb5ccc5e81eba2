"""python3 -m training --data DIR --out models/NAME [--build DIR] [--steps N]"""

import argparse
import dataclasses
import json
from pathlib import Path

import numpy as np
import torch

from . import contrastive
from .cloze_pairs import ClozePairs
from .export import export_model
from .initial_vectors import CoOccurrence, initial_vectors
from .query_noise import QueryNoise
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


def main() -> None:
    options = _options()
    torch.set_num_threads(1)  # so that a run is repeatable
    recipe = Recipe() if options.steps is None else Recipe(steps=options.steps)
    build = Build(options.build)
    _read_texts(build, options.data)
    _cut_into_pieces(build, recipe)
    _initial_vectors(build, recipe)
    _train(build, recipe)
    _export(build, recipe, options.out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m training", description="Makes the embedding model from texts.")
    parser.add_argument("--data", type=Path, required=True, help=f"folder with {SPEECHES} and {WORDNET}")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write, such as models/NAME")
    parser.add_argument("--build", type=Path, default=Path(__file__).parent / ".build", help="folder for what steps make")
    parser.add_argument("--steps", type=int, help="contrastive steps, fewer for a trial run")
    return parser.parse_args()


def _read_texts(build: Build, data: Path) -> None:
    def make_corpus() -> None:
        words, corpus = build_word_corpus(read_speeches(data / SPEECHES))
        corpus.save(build.file("words.npz"))
        build.file("words.json").write_text(json.dumps(words), encoding="utf-8")
        build.report(f"{len(corpus.tokens):,} words, {len(words):,} different")

    def make_synsets() -> None:
        save_synsets(read_wordnet(data / WORDNET), build.file("synsets.json"))

    build.step("read-texts", ["words.npz", "words.json"], {}, make_corpus)
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


def _train(build: Build, recipe: Recipe) -> None:
    def make() -> None:
        torch.manual_seed(recipe.seed)
        vocabulary = WordPiece.load(build.file("vocabulary.txt"))
        corpus = TokenCorpus.load(build.file("pieces.npz"))
        synsets = load_synsets(build.file("synsets.json"))
        counts = np.bincount(corpus.tokens, minlength=len(vocabulary.pieces))
        noise = QueryNoise(vocabulary, counts, synsets, recipe.seed)
        sources = [
            (1.0, ClozePairs(corpus, noise, recipe.cloze_batch, recipe.seed)),
            (1.0, WordNetPairs(synsets, vocabulary, recipe.wordnet_batch, recipe.seed)),
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

    build.step("contrastive", ["trained.npy"], dataclasses.asdict(recipe), make)


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
