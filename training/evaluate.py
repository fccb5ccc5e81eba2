"""python3 -m training.evaluate models/NAME [...] [--questions FILE --corpus DIR] [--cranfield DIR] [--pairs FILE]

Prints a table for each set: BM25, each model alone, and each model with BM25 half and half.
"""

import argparse
from pathlib import Path

from .judged_sets import JudgedSet, read_cranfield, read_declaration_questions, read_pairs
from .lexical import bm25_scores
from .metrics import ranking_figures
from .static_model import StaticModel

_PARAPHRASE = "paraphrase"


def figures(judged: JudgedSet, models: dict[str, StaticModel]) -> dict[str, dict[str, float]]:
    """Figures by system."""
    lexical = bm25_scores(judged.passages, judged.questions)
    result = {"BM25": ranking_figures(lexical, judged.gains)}
    for name, model in models.items():
        similarity = model.embed(judged.questions) @ model.embed(judged.passages).T
        result[name] = ranking_figures(similarity, judged.gains)
        result[f"{name} + BM25"] = ranking_figures(0.5 * similarity + 0.5 * lexical, judged.gains)
    return result


def print_table(judged: JudgedSet, rows: dict[str, dict[str, float]]) -> None:
    print(f"\n{judged.name}: {len(judged.questions)} questions, {len(judged.passages)} passages")
    for system, row in rows.items():
        print(f"  {system:<40}" + "  ".join(f"{name} {value:.3f}" for name, value in row.items()))


def main() -> None:
    options = _options()
    models = {folder.name: StaticModel.load(folder) for folder in options.models}
    sets = []
    if options.questions:
        sets.append(read_declaration_questions(options.questions, options.corpus))
        sets.append(read_declaration_questions(options.questions, options.corpus, kind=_PARAPHRASE))
    if options.cranfield:
        sets.append(read_cranfield(options.cranfield))
    if options.pairs:
        sets.extend(read_pairs(options.pairs))
    for judged in sets:
        print_table(judged, figures(judged, models))


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
