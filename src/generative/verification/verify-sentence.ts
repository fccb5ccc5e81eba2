import { detectLanguage } from '../../language/detect-language.js';
import { primaryTag } from '../../language/primary-tag.js';
import { stem } from '../../language/tokenize.js';
import type { ClaimReader } from '../../ports/claim-reader.js';
import type { SearchIndex } from '../../ports/search-index.js';
import type { NumberedSentence } from '../numbered-evidence.js';
import type { Fault } from './check.js';
import { lookUp } from './look-up.js';
import { SUPPORT_LEVEL } from './support-level.js';

export type Verdict =
  | {
      readonly supported: true;
      /** Those of the cited sentences that bear it out, in their order, at least one. */
      readonly by: readonly NumberedSentence[];
      /**
       * Whether the reader has read it. Where it does not read the language, only that numbers and
       * quotations stand there is known, and that it is about the same.
       */
      readonly read: boolean;
    }
  | { readonly supported: false; readonly reason: Fault | 'meaning' };

/** A claim, and the sentences that are said to bear it out, at least one. */
export interface CitingClaim {
  readonly text: string;
  readonly cited: readonly NumberedSentence[];
  /** Cosine of the claim with the nearest of them. */
  readonly similarity: number;
}

export type VerifySentence = (claim: CitingClaim) => Promise<Verdict>;

export interface VerifierOptions {
  readonly index: Pick<SearchIndex, 'languages' | 'vocabulary'>;
  /** Without one no claim is read. */
  readonly reader: ClaimReader | undefined;
}

/** More sentences than this are not tried each by itself. */
const MAX_ALONE = 4;
/** Logits by which the cited sentences must make a claim likelier together than one of them alone. */
const MIN_GAIN = 2;

/**
 * Whether cited sentences bear a claim out: its quotations, numbers, dates and names stand there, and
 * the reader finds that they do.
 */
export function createVerifier({ index, reader }: VerifierOptions): VerifySentence {
  const holds = (word: string): boolean => index.vocabulary.has(stem(word));
  return async ({ text, cited, similarity }) => {
    const language = detectLanguage(text, { languages: index.languages, holds });
    const languages = cited.map(({ paragraph }) => primaryTag(paragraph.document.language));
    const sameLanguage = languages.every((other) => other === language);
    const fault = lookUp(text, { cited, sameLanguage });
    if (fault !== undefined) return { supported: false, reason: fault };
    if (reader?.reads(language) === true && sameLanguage) {
      return readClaim(reader, { text, cited });
    }
    return similarity < SUPPORT_LEVEL.minSimilarity
      ? { supported: false, reason: 'meaning' }
      : { supported: true, by: cited, read: false };
  };
}

/** Together, and each alone: a model cites what it does not need. */
async function readClaim(
  reader: ClaimReader,
  { text, cited }: Pick<CitingClaim, 'text' | 'cited'>,
): Promise<Verdict> {
  const candidates = [
    cited,
    ...(cited.length > 1 && cited.length <= MAX_ALONE ? cited.map((one) => [one]) : []),
  ].filter((by) => lookUp(text, { cited: by, sameLanguage: true }) === undefined);
  const logits = await reader.weigh(
    text,
    candidates.map((by) => by.map(({ wording }) => wording)),
  );
  const weighed = candidates.map((by, i) => ({ by, logit: logits[i] ?? -Infinity }));
  const best = weighed.reduce((one, other) =>
    other.by.length < one.by.length
      ? other.logit + MIN_GAIN >= one.logit
        ? other
        : one
      : other.logit > one.logit
        ? other
        : one,
  );
  return best.logit >= SUPPORT_LEVEL.minLogit
    ? { supported: true, by: best.by, read: true }
    : { supported: false, reason: 'meaning' };
}
