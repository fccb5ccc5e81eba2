import type { QuestionEncoder } from '../../ports/encoder.js';
import {
  WHOLE_DOCUMENT_INTENTS,
  type WholeDocumentIntent,
} from '../../language/rules/whole-document-rules.js';
import { normalizeForSearch } from '../../language/normalize.js';
import { WHOLE_DOCUMENT_RULES } from './whole-document-rules.js';

type Vector = readonly number[];

/** The prototypes of all languages as vectors of unit length. */
export interface PrototypeVectors {
  readonly intents: Readonly<Record<WholeDocumentIntent, readonly Vector[]>>;
  readonly ordinary: readonly Vector[];
}

/** Embeds them when they are first asked for: a second's work that most visits never need. */
export function lazyPrototypes(embeddings: QuestionEncoder): () => Promise<PrototypeVectors> {
  let vectors: Promise<PrototypeVectors> | undefined;
  return async () => {
    vectors ??= embedPrototypes(embeddings);
    try {
      return await vectors;
    } catch (error) {
      vectors = undefined;
      throw error;
    }
  };
}

async function embedPrototypes(embeddings: QuestionEncoder): Promise<PrototypeVectors> {
  const embedAll = async (questions: readonly string[]): Promise<Vector[]> => {
    const embedded: Vector[] = [];
    for (const question of questions) {
      embedded.push(await embeddings.embedQuery(normalizeForSearch(question)));
    }
    return embedded;
  };
  const intents: Partial<Record<WholeDocumentIntent, readonly Vector[]>> = {};
  for (const intent of WHOLE_DOCUMENT_INTENTS) {
    intents[intent] = await embedAll(
      WHOLE_DOCUMENT_RULES.flatMap(({ prototypes }) => prototypes[intent]),
    );
  }
  return {
    intents: intents as PrototypeVectors['intents'],
    ordinary: await embedAll(WHOLE_DOCUMENT_RULES.flatMap(({ ordinary }) => ordinary)),
  };
}
