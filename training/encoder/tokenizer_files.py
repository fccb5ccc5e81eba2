"""The tokenizer of XLM-RoBERTa for the pieces that stay, as transformers.js reads it."""

import json
from collections.abc import Sequence
from pathlib import Path

from .vocabulary import SPECIAL_TOKENS, WORD_START

_BEGIN, _PAD, _END, _UNKNOWN = SPECIAL_TOKENS
_SPACES = {
    "type": "Metaspace",
    "replacement": WORD_START,
    "add_prefix_space": True,
    "prepend_scheme": "always",
}


def write_tokenizer(folder: Path, pieces: Sequence[str], scores: Sequence[float]) -> None:
    settings = {
        "tokenizer_class": "XLMRobertaTokenizer",
        "bos_token": _BEGIN,
        "eos_token": _END,
        "unk_token": _UNKNOWN,
        "sep_token": _END,
        "pad_token": _PAD,
        "cls_token": _BEGIN,
        "model_max_length": 512,
    }
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "tokenizer.json", _tokenizer(pieces, scores))
    _write(folder / "tokenizer_config.json", settings)


def _tokenizer(pieces: Sequence[str], scores: Sequence[float]) -> dict:
    words = zip(pieces[len(SPECIAL_TOKENS) :], scores[len(SPECIAL_TOKENS) :], strict=True)
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {
                "id": token_id,
                "content": token,
                "single_word": False,
                "lstrip": False,
                "rstrip": False,
                "normalized": False,
                "special": True,
            }
            for token_id, token in enumerate(SPECIAL_TOKENS)
        ],
        # SentencePiece's own table of characters is NFKC but for a few rare ones.
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                {"type": "NFKC"},
                {"type": "Replace", "pattern": {"Regex": "\\s+"}, "content": " "},
            ],
        },
        "pre_tokenizer": _SPACES,
        "post_processor": _marks(),
        "decoder": _SPACES,
        "model": {
            "type": "Unigram",
            "unk_id": SPECIAL_TOKENS.index(_UNKNOWN),
            "vocab": [[token, 0.0] for token in SPECIAL_TOKENS] + [[*word] for word in words],
        },
    }


def _marks() -> dict:
    begin, end = ({"SpecialToken": {"id": mark, "type_id": 0}} for mark in (_BEGIN, _END))
    first, second = ({"Sequence": {"id": text, "type_id": 0}} for text in "AB")
    return {
        "type": "TemplateProcessing",
        "single": [begin, first, end],
        "pair": [begin, first, end, second, end],
        "special_tokens": {
            mark: {"id": mark, "ids": [SPECIAL_TOKENS.index(mark)], "tokens": [mark]}
            for mark in (_BEGIN, _END)
        },
    }


def _write(file: Path, content: dict) -> None:
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
