"""Which paragraphs share words with a question: the ones that a model must learn to refuse."""

from collections.abc import Sequence

from sklearn.feature_extraction.text import TfidfVectorizer


class NearWords:
    def __init__(self, texts: Sequence[str]) -> None:
        self._vectorizer = TfidfVectorizer(sublinear_tf=True, stop_words="english")
        self._texts = self._vectorizer.fit_transform(texts)

    def ranked(self, question: str) -> list[int]:
        """Places of all texts, the likest first."""
        likeness = (self._texts @ self._vectorizer.transform([question]).T).toarray().ravel()
        return likeness.argsort()[::-1].tolist()
