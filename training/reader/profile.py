"""reader.json: how the product feeds the model, and which of its numbers is which."""

import json
from pathlib import Path

from . import layout

PROFILE = "reader.json"


def write_profile(folder: Path) -> None:
    profile = {
        "base": "all-MiniLM-L6-v2 (Apache-2.0)",
        "languages": ["en"],
        "maxTokens": layout.MAX_TOKENS,
        "maxQuestionTokens": layout.MAX_QUESTION_TOKENS,
        "maxSentenceTokens": layout.MAX_SENTENCE_TOKENS,
        "claimPrefix": layout.CLAIM_PREFIX,
        "channels": {
            "sentence": layout.SENTENCE,
            "passage": layout.PASSAGE,
            "claim": layout.CLAIM,
        },
    }
    (folder / PROFILE).write_text(json.dumps(profile, indent=2) + "\n", encoding="utf-8")
