"""python3 -m training.claims --data DATA --layers FILE --out models/declaration-judge"""

import argparse
from pathlib import Path

import torch
from safetensors.torch import load_file

from ..excerpts import read_excerpts, split
from ..manifest import require
from ..onnx_export import export_model
from ..reader.base_model import BaseModel
from ..reader.profile import write_profile
from ..reader.tune import Tuning, tune
from .units import judged_units, with_judged_claims

# One in so many excerpts is kept apart, beside those that every model is kept from.
KEPT_APART = 5
# Layers that stay as they are: what they know of words is enough, and a step takes half the time.
_FIXED_LAYERS = 2


def main() -> None:
    options = _options()
    require(options.data, "reader")
    torch.manual_seed(1)
    base = BaseModel(options.data)
    trained, _ = split(read_excerpts(options.data))
    kept = [excerpt for excerpt in trained if int(excerpt.id) % KEPT_APART == 0]
    trained = [excerpt for excerpt in trained if excerpt not in kept]
    units = list(judged_units(with_judged_claims(options.data, trained)))
    print(f"{len(trained)} excerpts, {len(units):,} units", flush=True)

    model = base.reader()
    model.load_state_dict(load_file(options.layers), strict=False)
    for layer in model.bert.encoder.layer[:_FIXED_LAYERS]:
        layer.requires_grad_(False)
    tuning = Tuning(
        epochs=options.epochs, steps=options.steps, batch=16, rate=1e-4, workers=0, report=10
    )
    tune(model, units, base.tokenizer(), tuning, "cpu")
    export_model(model, "logits", options.out)
    base.write_tokenizer(options.out)
    write_profile(options.out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m training.claims", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument(
        "--layers", type=Path, required=True, help="the reader's weights but its word embeddings"
    )
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument("--epochs", type=float, default=2)
    parser.add_argument("--steps", type=int, help="in the place of epochs, for a trial run")
    return parser.parse_args()


if __name__ == "__main__":
    main()
