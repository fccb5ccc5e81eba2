"""How the reader is fed; src/adapters/reader/reader-input.ts does the same in the product.

    [CLS] question [SEP] sentence [SEP] sentence [SEP] …

The token type is 1 after the first [SEP]. Of what the model says at each token, three numbers are
read: at [CLS] whether the passage answers the question (or, of a claim, whether the sentences bear
it out), and at each sentence's own [SEP] whether it does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

CLASSIFY = 101
SEPARATE = 102

MAX_TOKENS = 288
MAX_QUESTION_TOKENS = 80
MAX_SENTENCE_TOKENS = 220

# Before a claim, in the place of the question.
CLAIM_PREFIX = "claim :"

SENTENCE, PASSAGE, CLAIM = range(3)


@dataclass
class Window:
    """As many sentences of a passage as are read at once."""

    ids: list[int]
    first_passage_token: int
    # Place of its first sentence in the passage.
    first: int
    # Places of the [SEP] of its sentences.
    marks: list[int] = field(default_factory=list)

    @property
    def types(self) -> list[int]:
        return [int(place >= self.first_passage_token) for place in range(len(self.ids))]


def windows(question: Sequence[int], sentences: Sequence[Sequence[int]]) -> list[Window]:
    """From token ids without marks. Only a sentence that is too long for any window is cut."""
    asked = [CLASSIFY, *question[:MAX_QUESTION_TOKENS], SEPARATE]
    room = min(MAX_SENTENCE_TOKENS, MAX_TOKENS - len(asked) - 1)
    found: list[Window] = []
    for place, sentence in enumerate(sentences):
        read = [*sentence[:room], SEPARATE]
        if not found or len(found[-1].ids) + len(read) > MAX_TOKENS:
            found.append(Window([*asked], len(asked), place))
        found[-1].ids += read
        found[-1].marks.append(len(found[-1].ids) - 1)
    return found
