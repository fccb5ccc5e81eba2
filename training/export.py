"""Writes a model folder that transformers.js loads for its 'feature-extraction' pipeline.

The graph only looks rows up: int8 rows times one scale a row. Mean pooling and normalising are the pipeline's.
"""

import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from .wordpiece import SPECIAL_TOKENS, WordPiece

MAXIMUM_TOKENS = 512
_LARGEST = 127
# [CLS] stands in every text. A tiny constant row gives a text of unknown words a finite, neutral vector, not 0 / 0.
_NEUTRAL_LENGTH = 1e-4
_NEUTRAL_SEED = 7


def quantise(table: np.ndarray, vocabulary: WordPiece) -> tuple[np.ndarray, np.ndarray]:
    """table: float32 [pieces, dimensions]. Returns int8 rows of the same shape and float32 scales [pieces, 1]."""
    table = table.copy()
    table[vocabulary.silent] = 0
    neutral = np.random.default_rng(_NEUTRAL_SEED).standard_normal(table.shape[1]).astype(np.float32)
    table[vocabulary.ids["[CLS]"]] = _NEUTRAL_LENGTH * neutral / np.linalg.norm(neutral)
    scales = np.abs(table).max(axis=1, keepdims=True) / _LARGEST
    scales[scales == 0] = 1e-12
    rows = np.clip(np.rint(table / scales), -_LARGEST, _LARGEST).astype(np.int8)
    return rows, scales.astype(np.float32)


def export_model(table: np.ndarray, vocabulary: WordPiece, folder: Path) -> None:
    """Writes onnx/model_quantized.onnx, tokenizer.json, tokenizer_config.json and config.json."""
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    onnx.save(_lookup_graph(*quantise(table, vocabulary)), str(folder / "onnx" / "model_quantized.onnx"))
    tokenizer = json.dumps(_tokenizer(vocabulary), ensure_ascii=False, separators=(",", ":"))
    (folder / "tokenizer.json").write_text(tokenizer + "\n", encoding="utf-8")
    _write_json(folder / "tokenizer_config.json", _tokenizer_config())
    _write_json(folder / "config.json", _config(len(vocabulary.pieces), table.shape[1]))


def _write_json(file: Path, content: dict) -> None:
    file.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def _lookup_graph(rows: np.ndarray, scales: np.ndarray) -> onnx.ModelProto:
    # The attention mask and the token types are declared because the pipeline feeds them; nothing reads them.
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch_size", "sequence_length"])
        for name in ("input_ids", "attention_mask", "token_type_ids")
    ]
    output = helper.make_tensor_value_info(
        "last_hidden_state", TensorProto.FLOAT, ["batch_size", "sequence_length", rows.shape[1]]
    )
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["rows"], axis=0),
        helper.make_node("Gather", ["scales", "input_ids"], ["row_scales"], axis=0),
        helper.make_node("Cast", ["rows"], ["float_rows"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["float_rows", "row_scales"], ["last_hidden_state"]),
    ]
    constants = [numpy_helper.from_array(rows, "table"), numpy_helper.from_array(scales, "scales")]
    graph = helper.make_graph(nodes, "static_embedding", inputs, [output], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="declaration-chat")
    model.ir_version = 7  # the newest that onnxruntime 1.14, which transformers.js 2 brings, surely reads
    onnx.checker.check_model(model)
    return model


def _tokenizer(vocabulary: WordPiece) -> dict:
    def special(token: str, sequence: int = 0) -> dict:
        return {"SpecialToken": {"id": token, "type_id": sequence}}

    first, second = {"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}
    single = [special("[CLS]"), first, special("[SEP]")]
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {
                "id": vocabulary.ids[token],
                "special": True,
                "content": token,
                "single_word": False,
                "lstrip": False,
                "rstrip": False,
                "normalized": False,
            }
            for token in SPECIAL_TOKENS
        ],
        "normalizer": {
            "type": "BertNormalizer",
            "clean_text": True,
            "handle_chinese_chars": True,
            "strip_accents": None,
            "lowercase": True,
        },
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": single,
            "pair": [*single, second, special("[SEP]", 1)],
            "special_tokens": {
                token: {"id": token, "ids": [vocabulary.ids[token]], "tokens": [token]} for token in ("[CLS]", "[SEP]")
            },
        },
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
        "model": {
            "type": "WordPiece",
            "unk_token": "[UNK]",
            "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100,
            "vocab": vocabulary.ids,
        },
    }


def _tokenizer_config() -> dict:
    return {
        "clean_up_tokenization_spaces": True,
        "cls_token": "[CLS]",
        "do_basic_tokenize": True,
        "do_lower_case": True,
        "mask_token": "[MASK]",
        "model_max_length": MAXIMUM_TOKENS,
        "never_split": None,
        "pad_token": "[PAD]",
        "sep_token": "[SEP]",
        "strip_accents": None,
        "tokenize_chinese_chars": True,
        "tokenizer_class": "BertTokenizer",
        "unk_token": "[UNK]",
    }


def _config(vocabulary_size: int, dimensions: int) -> dict:
    return {
        "architectures": ["BertModel"],  # names the tokeniser and the inputs; there is no network behind the table
        "model_type": "bert",
        "hidden_size": dimensions,
        "num_hidden_layers": 0,
        "num_attention_heads": 1,
        "intermediate_size": 0,
        "vocab_size": vocabulary_size,
        "max_position_embeddings": MAXIMUM_TOKENS,
        "pad_token_id": 0,
        "type_vocab_size": 2,
        "hidden_act": "gelu",
        "transformers_version": "4.30.0",
    }
