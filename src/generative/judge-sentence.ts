import { normalizeForSearch } from '../language/normalize.js';
import type { QuestionEncoder } from '../ports/encoder.js';
import type { SearchIndex } from '../ports/search-index.js';
import type { NumberedSentence } from './numbered-evidence.js';
import { cosine } from '../ranking/cosine.js';
import { nearestOf, type Near } from './nearest-sentence.js';
import { isPlainRefusal, type SaysRefusal } from './refusals.js';
import { createTopicReader } from './topic.js';
import { isFragment } from './verification/check-fragments.js';
import type { VerifySentence } from './verification/verify-sentence.js';

/** What becomes of a sentence that a model has written. */
export type Judged =
  /** It says that the texts do not say something; shown as it is only where it is plain. */
  | { readonly kind: 'refusal'; readonly plain: boolean }
  | {
      readonly kind: 'borne-out';
      readonly by: readonly NumberedSentence[];
      /** False where only its numbers and quotations are known to stand there. */
      readonly read: boolean;
    }
  /**
   * `instead`: the sentence of the texts that comes closest, one that it cites where that is nearly
   * so; absent where it cites none and none comes near.
   */
  | { readonly kind: 'not-borne-out'; readonly instead?: NumberedSentence };

export interface SentenceToJudge {
  readonly text: string;
  readonly cited: readonly NumberedSentence[];
  /** All that the model was shown. */
  readonly evidence: readonly NumberedSentence[];
  /** As it was searched for; nothing is compared with an empty one. */
  readonly question: string;
}

export type JudgeSentence = (sentence: SentenceToJudge) => Promise<Judged>;

export interface JudgeOptions {
  readonly index: Pick<SearchIndex, 'documents'>;
  readonly embeddings: QuestionEncoder;
  readonly verify: VerifySentence;
  readonly saysRefusal: SaysRefusal;
}

/**
 * Cosine from which on a sentence of the texts is about the same as one of the model: it may be
 * what an uncited one rests on, and stand in its place.
 */
const MIN_CLOSE = 0.3;
/** So much nearer another sentence must be to stand in the place of one that was cited. */
const MIN_LEAD = 0.1;

/** Cosine of a refusal with the question: it says again what was asked. */
const MIN_REFUSAL_TO_QUESTION = 0.2;

/** Reads a sentence of a model, and finds what stands in its place where it must not stand. */
export function createSentenceJudge(options: JudgeOptions): JudgeSentence {
  const { index, embeddings, verify, saysRefusal } = options;
  const titles = index.documents.map(({ title }) => title);
  const readTopic = createTopicReader(embeddings);
  return async ({ text, cited, evidence, question }) => {
    const plainText = normalizeForSearch(text);
    // What a few words rest on cannot be told where they do not say it.
    const restsOnNothing = cited.length === 0 && isFragment(plainText);
    if (restsOnNothing || !embeddings.understands(plainText)) return { kind: 'not-borne-out' };
    const vector = await embeddings.embedQuery(plainText);
    const { asked, onTopic } = await readTopic(question, evidence);
    if (await saysRefusal(vector, { cites: cited.length > 0 })) {
      const isAboutIt = asked === undefined || cosine(vector, asked) >= MIN_REFUSAL_TO_QUESTION;
      return { kind: 'refusal', plain: isAboutIt && isPlainRefusal(text, [question, ...titles]) };
    }
    const near = nearestOf(vector, evidence.filter(onTopic));
    const own = nearestOf(vector, cited.filter(onTopic));
    const claimed =
      cited.length > 0
        ? cited.filter(onTopic)
        : near !== undefined && isClose(near)
          ? [near.sentence]
          : [];
    const verdict =
      claimed.length === 0
        ? undefined
        : await verify({ text, cited: claimed, similarity: (own ?? near)?.similarity ?? 0 });
    if (verdict?.supported === true) {
      return { kind: 'borne-out', by: verdict.by, read: verdict.read };
    }
    const isOwn = own !== undefined && (near?.similarity ?? 0) < own.similarity + MIN_LEAD;
    const instead = isOwn ? own : near !== undefined && isClose(near) ? near : own;
    return {
      kind: 'not-borne-out',
      ...(instead === undefined ? {} : { instead: instead.sentence }),
    };
  };
}

function isClose({ similarity }: Near): boolean {
  return similarity >= MIN_CLOSE;
}
