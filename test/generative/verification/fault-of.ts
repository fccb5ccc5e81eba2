import type { Check, Fault } from '../../../src/generative/verification/check.js';
import { citedText } from '../../../src/generative/verification/cited-text.js';
import { numberEvidence } from '../../../src/generative/numbered-evidence.js';
import { smallIndex } from '../../support/small-index.js';

/** A claim, the one sentence that it cites, and what is wrong with it: `undefined` for nothing. */
export type Row = readonly [claim: string, source: string, fault: Fault | undefined];

/** Of which the sources are; it names other things than they do. */
const DOCUMENT = {
  id: 'lake',
  title: 'Riverton Charter of the Lake Union',
  date: '2016-04-20',
  place: 'Riverton',
};

/** What one check finds wrong; no other is run. */
export async function faultOf(
  check: Check,
  { claim, source }: { readonly claim: string; readonly source: string },
): Promise<Fault | undefined> {
  const { paragraphs } = await smallIndex([
    { ...DOCUMENT, text: `1. ${source}\n\n2. Boats are repaired in spring.` },
  ]);
  const { sentences } = numberEvidence(paragraphs, { maxTokens: 2000 });
  const [first] = sentences;
  const cited = sentences.filter(({ paragraph }) => paragraph === first?.paragraph);
  return check({ text: claim }, citedText(cited));
}
