"""encoder.json: what the product must know of the model beside its weights."""

import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from ..excerpts import Excerpt

PROFILE = "encoder.json"

# The words that multilingual-e5 was trained with.
QUERY_PREFIX = "query: "
PASSAGE_PREFIX = "passage: "

# Languages of XLM-RoBERTa whose scripts stay in the vocabulary (see vocabulary.py). BCP 47.
LANGUAGES = [
    "af", "ar", "az", "be", "bg", "br", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "eo", "es",
    "et", "eu", "fa", "fi", "fr", "fy", "ga", "gd", "gl", "ha", "hi", "hr", "hu", "id", "is", "it",
    "ja", "jv", "kk", "ko", "ku", "ky", "la", "lt", "lv", "mg", "mk", "mn", "mr", "ms", "ne", "nl",
    "no", "om", "pl", "ps", "pt", "ro", "ru", "sa", "sd", "sk", "sl", "so", "sq", "sr", "su", "sv",
    "sw", "tl", "tr", "ug", "uk", "ur", "uz", "vi", "xh", "zh",
]  # fmt: skip


# Every fourth text: the mean of a thousand is the mean of all to two hundredths of its length.
_SAMPLE = 4


def write_profile(folder: Path, query_mean: np.ndarray, passage_mean: np.ndarray) -> None:
    profile = {
        "base": "intfloat/multilingual-e5-small (MIT)",
        "dimensions": len(query_mean),
        "pooling": "mean",
        "queryPrefix": QUERY_PREFIX,
        "passagePrefix": PASSAGE_PREFIX,
        "maxTokens": 512,
        "normalize": True,
        "languages": LANGUAGES,
        "queryMean": _rounded(query_mean),
        "passageMean": _rounded(passage_mean),
    }
    (folder / PROFILE).write_text(json.dumps(profile), encoding="utf-8")


def common_questions(excerpts: Iterable[Excerpt]) -> list[str]:
    return [question.text for excerpt in excerpts for question in excerpt.questions][::_SAMPLE]


def common_passages(excerpts: Iterable[Excerpt]) -> list[str]:
    return [text for excerpt in excerpts for text in excerpt.texts][::_SAMPLE]


def _rounded(mean: np.ndarray) -> list[float]:
    return [round(float(value), 6) for value in mean]
