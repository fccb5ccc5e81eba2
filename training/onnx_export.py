"""PyTorch models on their way to transformers.js."""

import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import PreTrainedModel

from .onnx_model import QUANTIZED

_INPUTS = ("input_ids", "attention_mask", "token_type_ids")


def export_model(model: PreTrainedModel, output: str, folder: Path) -> None:
    """Writes weights and config.json; `output` names what is kept of all that the model gives."""
    # The graph of the other kinds of attention does not go into ONNX as it is.
    model.set_attn_implementation("eager")
    ids = torch.tensor([[5, 6, 7, 8], [5, 6, 7, 8]])
    example = (ids, torch.ones_like(ids), torch.zeros_like(ids))
    quantized = folder / QUANTIZED
    quantized.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "model.onnx"
        torch.onnx.export(
            _OneOutput(model, output).eval(),
            example,
            whole,
            input_names=list(_INPUTS),
            output_names=[output],
            dynamic_axes={name: {0: "batch", 1: "tokens"} for name in (*_INPUTS, output)},
            # The newest that the runtime of transformers.js 2 reads.
            opset_version=14,
            dynamo=False,
        )
        quantize_dynamic(whole, quantized, weight_type=QuantType.QInt8)
    model.config.save_pretrained(folder)


class _OneOutput(torch.nn.Module):
    def __init__(self, model: PreTrainedModel, output: str) -> None:
        super().__init__()
        self._model = model
        self._output = output

    def forward(self, *tensors: torch.Tensor) -> torch.Tensor:
        return self._model(**dict(zip(_INPUTS, tensors, strict=True)))[self._output]
