"""python3 -m training.encoder --data DATA --out models/declaration-encoder"""

import argparse
import random
from dataclasses import replace
from pathlib import Path

import torch

from ..excerpts import read_excerpts, split
from ..manifest import require
from ..onnx_export import export_model
from .base_file import BaseFile
from .base_model import base_model
from .examples import read_examples
from .onnx_encoder import OnnxEncoder
from .profile import common_passages, common_questions, write_profile
from .tokenizer_files import write_tokenizer
from .tune import Tuning, tune
from .vocabulary import kept_pieces


def main() -> None:
    options = _options()
    require(options.data, "encoder")
    torch.manual_seed(4)
    trained, _ = split(read_excerpts(options.data))

    base = BaseFile.of_wheel(options.data)
    kept = kept_pieces(base.pieces, base.scores)
    print(f"{len(kept):,} of {len(base.pieces):,} pieces stay", flush=True)
    model = base_model(base, kept)
    write_tokenizer(
        options.out, [base.pieces[old] for old in kept], [base.scores[old] for old in kept]
    )

    examples = read_examples(options.data, trained, random.Random(4))
    print(f"{len(examples):,} examples", flush=True)
    tune(model, options.out / "tokenizer.json", examples, replace(Tuning(), steps=options.steps))

    export_model(model, "last_hidden_state", options.out)
    # Of the exported model: int8 moves the means as well.
    encoder = OnnxEncoder(options.out)
    write_profile(
        options.out,
        encoder.questions(common_questions(trained)).mean(axis=0),
        encoder.passages(common_passages(trained)).mean(axis=0),
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m training.encoder", description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder of the data manifest's form"
    )
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument(
        "--steps", type=int, default=Tuning.steps, help="of tuning, fewer for a trial run"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
