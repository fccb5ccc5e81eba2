import { anyOf } from '../../language/any-of.js';
import { rulesOf } from '../../language/languages.js';
import { normalizeForSearch } from '../../language/normalize.js';
import type { QuestionEncoder } from '../../ports/encoder.js';
import { similarityTo } from '../../ranking/exact-search.js';
import type { SearchIndex } from '../../retrieval/search/search-index.js';
import type { IndexedDocument } from '../../types.js';
import { wordingOf, type PlacedSentence } from '../quoting/sentence.js';
import { WHOLE_DOCUMENT } from '../settings.js';
import { closingOf, openingOf, paragraphsOf, sentencesIn } from './document-sentences.js';
import { WHOLE_DOCUMENT_RULES } from './whole-document-rules.js';

const PARTIES = WHOLE_DOCUMENT_RULES.map(({ parties }) => parties);
const SPEAKING = anyOf(PARTIES.map(({ speaking }) => speaking));
const NAMED = anyOf(PARTIES.map(({ named }) => named));
const CLOSING_FORMULA = anyOf(rulesOf('titles').map(({ closingFormula }) => closingFormula));

/** Finds the sentence that names those whose text it is; undefined where none does. */
export type FindParties = (
  index: SearchIndex,
  document: IndexedDocument,
) => Promise<PlacedSentence | undefined>;

/**
 * They speak themselves ("We, the leaders of …"), or the opening names them, by the words of a
 * language that has rules or as the embedding model sees it; else they have signed at the end.
 */
export function createPartiesFinder(embeddings: QuestionEncoder): FindParties {
  let prototypes: Promise<number[][]> | undefined;
  return async (index, document) => {
    const paragraphs = paragraphsOf(index, document);
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
      nearestTo(index, opening, await prototypes) ??
      closingOf(paragraphs).findLast((sentence) => CLOSING_FORMULA.test(wordingOf(sentence)))
    );
  };
}

function nearestTo(
  { vectors }: Pick<SearchIndex, 'vectors'>,
  sentences: readonly PlacedSentence[],
  prototypes: readonly (readonly number[])[],
): PlacedSentence | undefined {
  const [best] = sentences
    .flatMap((sentence) => {
      const entry = sentence.paragraph.entries.sentence[sentence.place];
      if (entry === undefined) return [];
      const near = prototypes.map((prototype) => similarityTo(vectors, entry, prototype));
      return [{ sentence, similarity: Math.max(...near) }];
    })
    .sort((a, b) => b.similarity - a.similarity);
  return best !== undefined && best.similarity >= WHOLE_DOCUMENT.minPartiesSimilarity
    ? best.sentence
    : undefined;
}
