"""Models as they are shipped: int8 in ONNX."""

from pathlib import Path

import onnxruntime

QUANTIZED = "onnx/model_quantized.onnx"


def open_model(folder: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    # Threads that wait for one another are slower than one where other work runs beside.
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(folder / QUANTIZED, options)
