"""An exported model folder read back without transformers.js; verify-model.ts checks that both give the same vectors."""

import json
from pathlib import Path

import numpy as np
import onnx
import scipy.sparse as sparse
from onnx import numpy_helper

from .wordpiece import WordPiece


class StaticModel:
    def __init__(self, table: np.ndarray, vocabulary: WordPiece) -> None:
        self.table = table  # float32 [pieces, dimensions]
        self._vocabulary = vocabulary

    @staticmethod
    def load(folder: Path) -> "StaticModel":
        ids = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
        model = onnx.load(str(folder / "onnx" / "model_quantized.onnx"))
        rows, scales = (numpy_helper.to_array(constant) for constant in model.graph.initializer)
        return StaticModel(rows.astype(np.float32) * scales, WordPiece(sorted(ids, key=ids.__getitem__)))

    def embed(self, texts: list[str]) -> np.ndarray:
        """float32 [texts, dimensions], of unit length."""
        encoded = [self._vocabulary.encode(text) for text in texts]
        rows = np.repeat(np.arange(len(texts)), [len(pieces) for pieces in encoded])
        columns = np.array([piece for pieces in encoded for piece in pieces], dtype=np.int64)
        bag = sparse.csr_matrix(
            (np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=(len(texts), len(self.table))
        )
        vectors = bag @ self.table
        return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
