import type { Probe } from '../../retrieval/search/probe.js';
import type { SearchIndex } from '../../retrieval/search/search-index.js';
import { namesStand } from './check-names.js';
import { polarityStands } from './check-polarity.js';
import { quantityFault } from './check-quantities.js';
import { citedText } from './cited-text.js';
import { pairingsStand } from './check-pairings.js';
import { quotationsStand } from './check-quotations.js';
import { supportFault } from './support-level.js';
import { doneStands } from './check-accomplishment.js';
import { bearing, measureSupport } from './measure-support.js';
import { turningsStand } from './check-direction.js';
import type { NumberedSentence } from '../numbered-evidence.js';

/** Why a stated sentence does not leave the server. */
export type Unsupported =
  'uncited' | 'number' | 'date' | 'name' | 'negation' | 'turned' | 'quote' | 'words' | 'meaning';

export type Verdict =
  /** `by`: those of the cited sentences that bear it out, in their order, at least one. */
  | { readonly supported: true; readonly by: readonly NumberedSentence[] }
  | { readonly supported: false; readonly reason: Unsupported };

/** What a model has stated, and what it says bears it out. */
export interface Claim {
  /** The stated sentence, from `prepareProbe`. */
  readonly stated: Probe;
  readonly cited: readonly NumberedSentence[];
  /**
   * What was asked: its words may be used, its names, numbers and dates only where the cited
   * sentences have them.
   */
  readonly question: string;
}

type CheckedIndex = Pick<SearchIndex, 'paragraphTerms' | 'vectors'>;

/**
 * With more sentences cited together, numbers and names of one would bear out claims about another.
 */
const MAX_TOGETHER = 4;

/**
 * Whether the cited sentences bear a stated sentence out: its numbers, dates, names and quotations
 * stand there, it denies nothing that they affirm and affirms nothing that they deny, and its words
 * and meaning are near theirs as `support-level` says. Checked first is the claim beside those
 * sentences that share its words; then, where they are few, beside all of them.
 */
export function checkSentence(index: CheckedIndex, { stated, cited, question }: Claim): Verdict {
  if (cited.length === 0) return { supported: false, reason: 'uncited' };
  const by = bearing(index, stated, cited);
  const fault = faultOf(index, { stated, cited: by, question });
  if (fault === undefined) return { supported: true, by };
  const all =
    by.length < cited.length &&
    cited.length <= MAX_TOGETHER &&
    faultOf(index, { stated, cited, question }) === undefined;
  return all ? { supported: true, by: cited } : { supported: false, reason: fault };
}

function faultOf(index: CheckedIndex, { stated, cited, question }: Claim): Unsupported | undefined {
  const known = citedText(cited);
  const { text } = stated;
  if (!quotationsStand(text, known.quotable)) return 'quote';
  const quantity = quantityFault(text, known);
  if (quantity !== undefined) return quantity;
  if (!namesStand(text, known) || !pairingsStand(text, known.text)) return 'name';
  if (!polarityStands(text, known)) return 'negation';
  const support = supportFault(measureSupport(index, { stated, cited: known, question }));
  if (support !== undefined) return support;
  return turningsStand(text, known.text) && doneStands(text, known.text) ? undefined : 'turned';
}
