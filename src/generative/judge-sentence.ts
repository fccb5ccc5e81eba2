import { normalizeForSearch } from '../language/normalize.js';
import type { QuestionEncoder } from '../ports/encoder.js';
import type { SearchIndex } from '../ports/search-index.js';
import type { NumberedSentence } from './numbered-evidence.js';
import { cosine } from '../ranking/cosine.js';
import { namesSource } from './names-source.js';
import { nearestOf, type Near } from './nearest-sentence.js';
import { isPlainlyWorded, isPlainRefusal } from './refusals.js';
import type { ReadReplyKind, ReplyKind } from './reply-kinds.js';
import { createTopicReader } from './topic.js';
import { isFragment } from './verification/check-fragments.js';
import type { VerifySentence } from './verification/verify-sentence.js';

/** What becomes of a sentence that a model has written. */
export type Judged =
  /** It says nothing: "Here is an overview", "I hope this helps", the name of a source. */
  | { readonly kind: 'aside' }
  | { readonly kind: 'yes-or-no' }
  /**
   * It says that the texts do not say something; shown as it is only where it is plain. `near`: the
   * sentence that it cites and comes closest to, where it cites one.
   */
  | { readonly kind: 'refusal'; readonly plain: boolean; readonly near?: NumberedSentence }
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
  readonly readKind: ReadReplyKind;
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
  const { index, embeddings, verify, readKind } = options;
  const titles = index.documents.map(({ title }) => title);
  const readTopic = createTopicReader(embeddings);
  return async ({ text, cited, evidence, question }) => {
    const plainText = normalizeForSearch(text);
    if (!embeddings.understands(plainText)) return { kind: 'not-borne-out' };
    const vector = await embeddings.embedQuery(plainText);
    const kind = await readKind({ text: plainText, vector, cites: cited.length > 0 });
    if (kind === 'aside' || kind === 'yes-or-no') return { kind };
    const refuses = isRefusal(kind);
    if (!refuses && namesSource(plainText, evidence)) return { kind: 'aside' };
    // What a few words rest on cannot be told where they do not say it.
    if (cited.length === 0 && isFragment(plainText) && kind !== 'sure-refusal') {
      return { kind: 'not-borne-out' };
    }
    const { asked, onTopic } = await readTopic(question, evidence);
    const own = nearestOf(vector, cited.filter(onTopic));
    const refusal = {
      kind: 'refusal',
      plain:
        refuses &&
        ((kind === 'sure-refusal' && isPlainlyWorded(text, [question, ...titles])) ||
          asked === undefined ||
          cosine(vector, asked) >= MIN_REFUSAL_TO_QUESTION) &&
        isPlainRefusal(text, [question, ...titles]),
      ...(own === undefined ? {} : { near: own.sentence }),
    } as const;
    if (refuses && (refusal.plain || own === undefined)) return refusal;
    const near = nearestOf(vector, evidence.filter(onTopic));
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
      // "They name its seat, and do not say who heads it": what it says beside stands there.
      if (refuses) return { ...refusal, plain: true };
      return { kind: 'borne-out', by: verdict.by, read: verdict.read };
    }
    if (refuses) return refusal;
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

function isRefusal(kind: ReplyKind): boolean {
  return kind === 'refusal' || kind === 'sure-refusal';
}
