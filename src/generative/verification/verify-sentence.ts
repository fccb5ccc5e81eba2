import { detectLanguage } from '../../language/detect-language.js';
import { primaryTag } from '../../language/primary-tag.js';
import { stem } from '../../language/tokenize.js';
import type { ClaimReader } from '../../ports/claim-reader.js';
import type { SearchIndex } from '../../retrieval/search/search-index.js';
import type { NumberedSentence } from '../numbered-evidence.js';
import { checkQuantities } from './check-quantities.js';
import { checkQuotations } from './check-quotations.js';
import type { Fault } from './check.js';
import { citedText } from './cited-text.js';
import { SUPPORT_MODEL } from './support-model.js';
import { weighClaim } from './weigh-claim.js';

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
/** So much more likely the cited sentences must make a claim together than one of them alone. */
const MIN_GAIN = 0.7;

/**
 * Whether cited sentences bear a claim out: quotations stand there word for word, and what the
 * reader makes of it, with numbers and names looked up, is enough.
 */
export function createVerifier({ index, reader }: VerifierOptions): VerifySentence {
  const holds = (word: string): boolean => index.vocabulary.has(stem(word));
  return async ({ text, cited, similarity }) => {
    const language = detectLanguage(text, { languages: index.languages, holds });
    const isRead =
      reader?.reads(language) === true &&
      cited.every(({ paragraph }) => reader.reads(primaryTag(paragraph.document.language)));
    if (checkQuotations({ text }, citedText(cited)) !== undefined) {
      return { supported: false, reason: 'quote' };
    }
    return isRead ? readClaim(reader, { text, cited }) : compareClaim({ text, cited, similarity });
  };
}

type Worded = Pick<CitingClaim, 'text' | 'cited'>;

async function readClaim(reader: ClaimReader, { text, cited }: Worded): Promise<Verdict> {
  const candidates = [
    cited,
    ...(cited.length > 1 && cited.length <= MAX_ALONE ? cited.map((one) => [one]) : []),
  ];
  const [together, ...alone] = await weighClaim(reader, text, candidates);
  if (together === undefined) return { supported: false, reason: 'meaning' };
  const [best = together] = alone.toSorted((one, other) => other.logit - one.logit);
  const chosen = best.logit + MIN_GAIN >= together.logit ? best : together;
  return chosen.logit >= SUPPORT_MODEL.level
    ? { supported: true, by: chosen.by, read: true }
    : { supported: false, reason: chosen.fault ?? 'meaning' };
}

/** What can be told of a claim in a language that nobody reads. */
function compareClaim({ text, cited, similarity }: CitingClaim): Verdict {
  const fault = checkQuantities({ text }, citedText(cited));
  if (fault !== undefined) return { supported: false, reason: fault };
  return similarity < SUPPORT_MODEL.minSimilarity
    ? { supported: false, reason: 'meaning' }
    : { supported: true, by: cited, read: false };
}
