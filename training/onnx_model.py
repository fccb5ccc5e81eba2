"""Models on their way to transformers.js: int8 in ONNX, which both runtimes read alike."""

import tempfile
from pathlib import Path

import onnxruntime

_QUANTIZED = "onnx/model_quantized.onnx"
_INPUTS = ("input_ids", "attention_mask", "token_type_ids")


def open_model(folder: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    return onnxruntime.InferenceSession(folder / _QUANTIZED, options)


def export_model(model: "torch.nn.Module", output: str, folder: Path) -> None:
    """Writes the weights and config.json; `output` names what the model gives of its outputs."""
    # Needed to make a model only, not to measure one.
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic

    class OneOutput(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, *tensors: torch.Tensor) -> torch.Tensor:
            named = dict(zip(_INPUTS, tensors, strict=True))
            return getattr(self.model(**named), output)

    ids = torch.tensor([[5, 6, 7, 8], [5, 6, 7, 8]])
    example = (ids, torch.ones_like(ids), torch.zeros_like(ids))
    names = [*_INPUTS, output]
    quantized = folder / _QUANTIZED
    quantized.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "model.onnx"
        torch.onnx.export(
            OneOutput().eval(),
            example,
            whole,
            input_names=list(_INPUTS),
            output_names=[output],
            dynamic_axes={name: {0: "batch", 1: "tokens"} for name in names},
            # The newest that the runtime of transformers.js 2 reads.
            opset_version=14,
            dynamo=False,
        )
        quantize_dynamic(whole, quantized, weight_type=QuantType.QInt8)
    model.config.save_pretrained(folder)
