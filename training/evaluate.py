"""python3 -m training.evaluate models/NAME [...] [--questions FILE --corpus DIR] [--cranfield DIR] [--pairs FILE]

Prints a table for each set: BM25, each model alone, and each model with BM25 half and half.
"""

import argparse
from pathlib import Path

import numpy as np

from .judged_sets import JudgedSet, read_cranfield, read_declaration_questions, read_pairs
from .lexical import bm25_scores, shared_words
from .metrics import ranking_figures
from .question_sources import SOURCES
from .static_model import StaticModel

# A question with at most this share of its stems in its passage counts as asked in words of its own.
_FEW_SHARED_WORDS = 1 / 3

# By system, then by figure: one number a question.
Figures = dict[str, dict[str, np.ndarray]]


def figures_of(judged: JudgedSet, models: dict[str, StaticModel]) -> Figures:
    lexical = bm25_scores(judged.passages, judged.questions)
    result = {"BM25": ranking_figures(lexical, judged.gains)}
    for name, model in models.items():
        similarity = model.embed(judged.questions) @ model.embed(judged.passages).T
        result[name] = ranking_figures(similarity, judged.gains)
        result[f"{name} + BM25"] = ranking_figures(0.5 * similarity + 0.5 * lexical, judged.gains)
    return result


def few_shared_words(judged: JudgedSet) -> np.ndarray:
    """bool [questions]"""
    shares = [
        shared_words(question, [judged.passages[passage] for passage in gain])
        for question, gain in zip(judged.questions, judged.gains)
    ]
    return np.array(shares) <= _FEW_SHARED_WORDS


def print_table(title: str, figures: Figures, chosen: np.ndarray | slice = slice(None)) -> None:
    number = len(next(iter(figures["BM25"].values()))[chosen])
    print(f"\n{title} ({number} questions)")
    for system, row in figures.items():
        print(f"  {system:<44}" + "  ".join(f"{name} {values[chosen].mean():.3f}" for name, values in row.items()))


def main() -> None:
    options = _options()
    models = {folder.name: StaticModel.load(folder) for folder in options.models}
    if options.questions:
        judged = read_declaration_questions(options.questions, options.corpus)
        figures = figures_of(judged, models)
        print_table(judged.name, figures)
        for kind in sorted(set(judged.kinds)):
            print_table(f"{judged.name}, {kind}", figures, np.array(judged.kinds) == kind)
    if options.cranfield:
        judged = read_cranfield(options.cranfield)
        print_table(judged.name, figures_of(judged, models))
    if options.pairs:
        _print_pairs(read_pairs(options.pairs), models)


def _print_pairs(sets: list[JudgedSet], models: dict[str, StaticModel]) -> None:
    """Each source by itself, then groups of them; a question is always asked of its own source's passages."""
    parts = [figures_of(judged, models) for judged in sets]
    for judged, figures in zip(sets, parts):
        print_table(judged.name, figures)
    together = {
        system: {name: np.concatenate([part[system][name] for part in parts]) for name in parts[0][system]}
        for system in parts[0]
    }
    few = np.concatenate([few_shared_words(judged) for judged in sets])
    trained = np.concatenate([np.full(len(judged.questions), _is_trained_on(judged.name)) for judged in sets])
    print_table("held-out pairs, sources trained on", together, trained)
    print_table("held-out pairs, sources never trained on", together, ~trained)
    print_table("held-out pairs that share few words", together, few)


def _is_trained_on(source: str) -> bool:
    return source in SOURCES and SOURCES[source].weight > 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m training.evaluate", description="Measures model folders.")
    parser.add_argument("models", type=Path, nargs="+", help="model folders")
    parser.add_argument("--questions", type=Path, help="a .jsonl file of questions on the declarations")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"), help="folder with the declarations' .txt files")
    parser.add_argument("--cranfield", type=Path, help="folder with the Cranfield files")
    parser.add_argument("--pairs", type=Path, help='held-out pairs, a .jsonl file of {"source", "q", "p"}')
    return parser.parse_args()


if __name__ == "__main__":
    main()
