import { normalizeForSearch } from '../language/normalize.js';
import type { QuestionEncoder } from '../ports/encoder.js';
import { nearestOf } from './nearest-sentence.js';
import type { NumberedSentence } from './numbered-evidence.js';

/** What a reply is to be about. */
export interface Topic {
  /** Vector of the question, unit length; absent where nothing is known of it. */
  readonly asked: readonly number[] | undefined;
  /** Whether a sentence has to do with it. */
  readonly onTopic: (sentence: NumberedSentence) => boolean;
}

/**
 * Share of the similarity of the nearest sentence below which one has nothing to do with the
 * question, and bears nothing out: an order to a model that somebody has put into a text. Of 263
 * sentences that answer questions fewer than 2 % are so far; the level was
 * set so that of the orders in a hundred texts none is carried out.
 */
const MIN_SHARE = 0.35;

/** Reads a question with what was found for it, once for all sentences of a reply. */
export function createTopicReader(
  embeddings: QuestionEncoder,
): (question: string, evidence: readonly NumberedSentence[]) => Promise<Topic> {
  const known = new WeakMap<readonly NumberedSentence[], Promise<Topic>>();
  const read = async (question: string, evidence: readonly NumberedSentence[]): Promise<Topic> => {
    const text = normalizeForSearch(question);
    if (text === '' || !embeddings.understands(text)) {
      return { asked: undefined, onTopic: () => true };
    }
    const asked = await embeddings.embedQuery(text);
    const best = nearestOf(asked, evidence)?.similarity ?? 0;
    return {
      asked,
      onTopic: (sentence) => (nearestOf(asked, [sentence])?.similarity ?? 0) >= MIN_SHARE * best,
    };
  };
  return (question, evidence) => {
    const before = known.get(evidence);
    if (before !== undefined) return before;
    const topic = read(question, evidence);
    known.set(evidence, topic);
    topic.catch(() => known.delete(evidence));
    return topic;
  };
}
