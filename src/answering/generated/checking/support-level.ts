import type { Support } from './support.js';

/** Weights of the support of a claim; see training/support. */
export const SUPPORT_LEVEL = { lexicalWeight: 0.6, denseWeight: 0.4, minSupport: 0.5, minLexical: 0.3, maxGap: 4 } as const;

/** Whether words and meaning of a claim are those of what it cites, and which of the two is not. */
export function supportFault({ lexical, dense, gap }: Support): 'words' | 'meaning' | undefined {
  const { lexicalWeight, denseWeight, minSupport, minLexical, maxGap } = SUPPORT_LEVEL;
  if (lexical < minLexical || gap > maxGap) return 'words';
  return lexicalWeight * lexical + denseWeight * dense < minSupport ? 'meaning' : undefined;
}
