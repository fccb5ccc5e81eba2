import { anyOf } from '../../language/any-of.js';
import { rulesOf } from '../../language/languages.js';
import { normalizeForSearch } from '../../language/normalize.js';
import type { QuestionEncoder } from '../../ports/encoder.js';
import { dot } from '../../ranking/exact-search.js';
import type { IndexedParagraph } from '../../ports/search-index.js';
import { wordingOf, type PlacedSentence } from '../quoting/sentence.js';
import { WHOLE_DOCUMENT } from '../settings.js';
import { closingOf, openingOf, sentencesIn } from './document-sentences.js';
import { WHOLE_DOCUMENT_RULES } from './whole-document-rules.js';

const PARTIES = WHOLE_DOCUMENT_RULES.map(({ parties }) => parties);
const SPEAKING = anyOf(PARTIES.map(({ speaking }) => speaking));
const NAMED = anyOf(PARTIES.map(({ named }) => named));
const CLOSING_FORMULA = anyOf(rulesOf('titles').map(({ closingFormula }) => closingFormula));

/** Finds, among all of a text, the sentence that names those whose text it is; undefined where none does. */
export type FindParties = (
  paragraphs: readonly IndexedParagraph[],
) => Promise<PlacedSentence | undefined>;

/**
 * They speak themselves ("We, the leaders of …"), or the opening names them, by the words of a
 * language that has rules or as the embedding model sees it; else they have signed at the end.
 */
export function createPartiesFinder(embeddings: QuestionEncoder): FindParties {
  let prototypes: Promise<number[][]> | undefined;
  return async (paragraphs) => {
    const opening = openingOf(paragraphs);
    const said =
      opening.find((sentence) => SPEAKING.test(wordingOf(sentence))) ??
      sentencesIn(paragraphs).findLast((sentence) => SPEAKING.test(wordingOf(sentence))) ??
      opening.find((sentence) => NAMED.test(wordingOf(sentence)));
    if (said !== undefined) return said;
    prototypes ??= embeddings.embedDocuments(
      PARTIES.flatMap((parties) => parties.prototypes.map(normalizeForSearch)),
    );
    return (
      nearestTo(opening, await prototypes) ??
      closingOf(paragraphs).findLast((sentence) => CLOSING_FORMULA.test(wordingOf(sentence)))
    );
  };
}

function nearestTo(
  sentences: readonly PlacedSentence[],
  prototypes: readonly (readonly number[])[],
): PlacedSentence | undefined {
  const [best] = sentences
    .flatMap((sentence) => {
      const vector = sentence.paragraph.vectors.sentence[sentence.place];
      if (vector === undefined) return [];
      const near = prototypes.map((prototype) => dot(vector, prototype));
      return [{ sentence, similarity: Math.max(...near) }];
    })
    .sort((a, b) => b.similarity - a.similarity);
  return best !== undefined && best.similarity >= WHOLE_DOCUMENT.minPartiesSimilarity
    ? best.sentence
    : undefined;
}
