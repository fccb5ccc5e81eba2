"""python3 -m training.check --data DATA [--models models] [--record]"""

import argparse
import json
import sys
from pathlib import Path

from ..encoder.onnx_encoder import CenteredEncoder
from ..excerpts import read_excerpts, split
from ..manifest import require
from ..reader.onnx_reader import OnnxReader
from .evidence import Evidence, gather
from .figures import Figure, measure, measure_claims

_RECORDED = Path(__file__).with_name("figures.json")


def main() -> None:
    options = _options()
    require(options.data, "check")
    figures = _measured(options.data, options.models)
    if options.record:
        values = {name: round(figure.value, 3) for name, figure in figures.items()}
        _RECORDED.write_text(json.dumps(values, indent=2) + "\n", encoding="utf-8")
    recorded = json.loads(_RECORDED.read_text(encoding="utf-8"))
    lower = 0
    for name, figure in figures.items():
        least = recorded[name] - figure.tolerance()
        lower += figure.value < least
        mark = "  LOWER" if figure.value < least else ""
        print(
            f"{figure.value:.3f}  recorded {recorded[name]:.3f}, at least {least:.3f}  {name}{mark}"
        )
    sys.exit(lower > 0)


def _measured(data: Path, models: Path) -> dict[str, Figure]:
    encoder = CenteredEncoder(models / "declaration-encoder")
    reader = OnnxReader(models / "declaration-reader")
    _, held_out = split(read_excerpts(data))
    asked: list[Evidence] = []
    for number, excerpt in enumerate(held_out, 1):
        asked += gather(excerpt, encoder, reader)
        print(f"excerpt {number} of {len(held_out)}", file=sys.stderr)
    return measure(asked) | measure_claims(held_out, reader)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m training.check", description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder of the data manifest's form"
    )
    parser.add_argument(
        "--models", type=Path, default=Path("models"), help="folder that holds both model folders"
    )
    parser.add_argument(
        "--record", action="store_true", help="keeps these figures as those to be reached"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
