import type { ClaimReader } from '../ports/claim-reader.js';
import type { QuestionEncoder } from '../ports/encoder.js';
import type { PassageReader } from '../ports/passage-reader.js';
import type { TokenMatcher } from '../ports/token-matcher.js';
import { during, type Stages } from '../ports/stages.js';

/** The same encoder, and each question is a stage. */
export function observedEncoder(
  stages: Stages | undefined,
  encoder: QuestionEncoder,
): QuestionEncoder {
  return {
    understands: (text) => encoder.understands(text),
    embedDocuments: (texts) => encoder.embedDocuments(texts),
    embedQuery: (text) => during(stages, 'embed', () => encoder.embedQuery(text)),
  };
}

/** The same comparison by tokens, and each is a stage. */
export function observedMatcher(stages: Stages | undefined, matcher: TokenMatcher): TokenMatcher {
  return {
    matchTokens: (question, text) =>
      during(stages, 'match', () => matcher.matchTokens(question, text)),
  };
}

/** The same reader, and each reading is a stage. */
export function observedReader(
  stages: Stages | undefined,
  reader: PassageReader | undefined,
): PassageReader | undefined {
  return (
    reader && {
      reads: (language) => reader.reads(language),
      isWord: (word) => reader.isWord(word),
      read: (question, passages) => during(stages, 'read', () => reader.read(question, passages)),
    }
  );
}

/** The same reader of claims, and each weighing is a stage. */
export function observedClaimReader(
  stages: Stages | undefined,
  reader: ClaimReader | undefined,
): ClaimReader | undefined {
  return (
    reader && {
      reads: (language) => reader.reads(language),
      weigh: (claim, cited) => during(stages, 'verify', () => reader.weigh(claim, cited)),
    }
  );
}
