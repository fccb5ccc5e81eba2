"""python3 -m training.reader --data DATA --out models/declaration-reader"""

import argparse
import random
from pathlib import Path

import torch

from ..excerpts import read_excerpts, split
from ..manifest import require
from ..onnx_export import export_model
from .base_model import BaseModel
from .claims import make_claims, read_documents
from .negatives import mine
from .profile import write_profile
from .tune import Tuning, tune
from .units import PairUnits, claim_units, excerpt_units, sampled_pairs


def main() -> None:
    options = _options()
    require(options.data, "reader")
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(1)
    rng = random.Random(5)
    base = BaseModel(options.data)

    trained, held_out = split(read_excerpts(options.data))
    pairs = PairUnits(sampled_pairs(options.data, rng))
    print(f"{len(pairs.pairs):,} pairs, {len(pairs.passages):,} passages", flush=True)
    negatives = mine(pairs, base.encoder(), base.tokenizer(), device)
    units = [
        *pairs.units(negatives, rng),
        *claim_units(make_claims(read_documents(options.data, held_out), rng)),
        *excerpt_units(trained),
    ]
    print(f"{len(units):,} units", flush=True)

    model = base.reader()
    tuning = Tuning(epochs=options.epochs, steps=options.steps, workers=options.workers)
    tune(model, units, base.tokenizer(), tuning, device)

    export_model(model, "logits", options.out)
    base.write_tokenizer(options.out)
    write_profile(options.out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m training.reader", description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder of the data manifest's form"
    )
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument("--epochs", type=float, default=Tuning.epochs)
    parser.add_argument("--steps", type=int, help="in the place of epochs, for a trial run")
    parser.add_argument(
        "--workers", type=int, default=Tuning.workers, help="processes that make batches"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
