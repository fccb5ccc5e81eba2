import type { Check, Fault } from '../../../src/generative/verification/check.js';
import { citedText, type CitedText } from '../../../src/generative/verification/cited-text.js';
import { numberEvidence } from '../../../src/generative/numbered-evidence.js';
import { prepareProbe } from '../../../src/retrieval/search/probe.js';
import type { SearchIndex } from '../../../src/retrieval/search/search-index.js';
import { BagOfWordsEmbeddings, smallIndex } from '../../support/small-index.js';

/** A claim, the one sentence that it cites, and what is wrong with it: `undefined` for nothing. */
export type Row = readonly [claim: string, source: string, fault: Fault | undefined];

export interface Citing {
  readonly claim: string;
  readonly source: string;
  readonly question?: string;
}

/** Of which the sources are; it names other things than they do. */
const DOCUMENT = {
  id: 'lake',
  title: 'Riverton Charter of the Lake Union',
  date: '2016-04-20',
  place: 'Riverton',
};

/** What one check finds wrong; no other is run. */
export async function faultOf(
  check: Check | { readonly withIndex: (index: SearchIndex) => Check },
  { claim, source, question = '' }: Citing,
): Promise<Fault | undefined> {
  const { index } = await smallIndex([
    { ...DOCUMENT, text: `1. ${source}\n\n2. Boats are repaired in spring.` },
  ]);
  const { sentences } = numberEvidence(index.paragraphs, { maxWords: 2000 });
  const [first] = sentences;
  const cited = citedText(sentences.filter(({ paragraph }) => paragraph === first?.paragraph));
  const stated = await prepareProbe(new BagOfWordsEmbeddings(), claim);
  const run = typeof check === 'function' ? check : check.withIndex(index);
  return run({ stated, question }, cited);
}

/** Cited words of no document: for checks of the words alone. */
export function citedWords(text: string): CitedText {
  return { ...citedText([]), text };
}
