import { rulesOf } from '../language/languages.js';
import type { ReplyRules } from '../language/rules/reply-rules.js';
import { words } from '../language/tokenize.js';
import type { QuestionEncoder } from '../ports/encoder.js';
import { areApart, embedPrototypes, nearest, onceMade, type Vector } from './prototypes.js';

/** What a sentence of a model does, whatever it is about. */
export type ReplyKind =
  | 'statement'
  /** It says that the texts do not say something. */
  | 'refusal'
  /** And cannot be taken for anything else. */
  | 'sure-refusal'
  /** It opens or closes the reply, and says nothing. */
  | 'aside'
  | 'yes-or-no';

export interface ReadSentence {
  readonly text: string;
  readonly vector: Vector;
  readonly cites: boolean;
}

export type ReadReplyKind = (sentence: ReadSentence) => Promise<ReplyKind>;

const RULES = rulesOf('replies');
/**
 * Cosine with the nearest refusal, and by how much it is nearer than any statement. Set with
 * refusals in seven languages and 541 sentences about texts at hand: 2 of the latter are taken for one,
 * 6 where they cite nothing.
 */
const UNCITED = { minSimilarity: 0.45, minLead: 0 } as const;
const CITED = { minSimilarity: 0.45, minLead: 0.1 } as const;
/**
 * Cosine with the nearest refusal from which on it is one also where it says nothing of what was
 * asked: "The texts do not say." By hand; what opens a reply comes to .57.
 */
const MIN_SURE = 0.6;
/**
 * Cosine with the nearest of what opens and closes replies, and by how much it is nearer than
 * anything else. Of 541 sentences about texts none comes to more than .54, of 20 others in five
 * languages that say nothing 15 do.
 */
const ASIDE = { minSimilarity: 0.6, minLead: 0.05 } as const;
/**
 * Cosine of a word with "yes" or "no" in another language. Of 15 words for them in ten languages none
 * comes to less than .5, of single words that answer something else none to more than .47.
 */
const MIN_YES_OR_NO = 0.5;

interface Prototypes {
  readonly refusals: readonly Vector[];
  readonly bareRefusals: readonly Vector[];
  readonly statements: readonly Vector[];
  readonly asides: readonly Vector[];
  readonly yesOrNo: readonly Vector[];
  /** Whether the encoder tells them from each other at all. */
  readonly areApart: boolean;
}

/** By the nearest prototype of any language; they are embedded when the first sentence is read. */
export function createReplyKindReader(
  embeddings: Pick<QuestionEncoder, 'embedQuery'>,
): ReadReplyKind {
  const known = onceMade(() => readPrototypes(embeddings));
  return async (sentence) => {
    const prototypes = await known();
    return prototypes.areApart ? kindOf(sentence, prototypes) : 'statement';
  };
}

function kindOf(
  { text, vector, cites }: ReadSentence,
  { refusals, bareRefusals, statements, asides, yesOrNo }: Prototypes,
): ReplyKind {
  const aside = cites ? 0 : nearest(vector, asides);
  const yes = words(text).length === 1 ? nearest(vector, yesOrNo) : 0;
  if (yes >= Math.max(MIN_YES_OR_NO, aside)) return 'yes-or-no';
  const bare = nearest(vector, bareRefusals);
  // Less than surely like "I do not know" is all that speaks of knowledge.
  const refusal = Math.max(nearest(vector, refusals), bare >= MIN_SURE ? bare : -1);
  const statement = nearest(vector, statements);
  if (aside >= Math.max(ASIDE.minSimilarity, Math.max(refusal, statement) + ASIDE.minLead)) {
    return 'aside';
  }
  const { minSimilarity, minLead } = cites ? CITED : UNCITED;
  if (refusal < minSimilarity || refusal - statement < minLead) return 'statement';
  return refusal >= MIN_SURE ? 'sure-refusal' : 'refusal';
}

async function readPrototypes(
  embeddings: Pick<QuestionEncoder, 'embedQuery'>,
): Promise<Prototypes> {
  const embedAll = (of: (rules: ReplyRules) => readonly string[]): Promise<Vector[]> =>
    embedPrototypes(embeddings, RULES.flatMap(of));
  const refusals = await embedAll((rules) => rules.refusals);
  const statements = await embedAll((rules) => rules.statements);
  return {
    refusals,
    bareRefusals: await embedAll(({ bareRefusals }) => bareRefusals),
    statements,
    asides: await embedAll(({ asides }) => asides),
    yesOrNo: await embedAll(({ yesOrNo }) => yesOrNo),
    areApart: areApart(refusals, statements),
  };
}
