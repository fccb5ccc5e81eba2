import { terms } from '../../language/tokenize.js';
import type { SearchIndex } from '../../ports/search-index.js';
import { PHRASE_CANDIDATES } from '../settings.js';

/** Where words are looked for. */
export interface SearchedTexts {
  readonly index: Pick<SearchIndex, 'holding' | 'paragraphs'>;
  /** Ids of the documents. */
  readonly within: ReadonlySet<string>;
}

/** Whether any of the texts has these words one after the other, with any blanks between them. */
export async function isSpokenOf(
  words: string,
  { index, within }: SearchedTexts,
): Promise<boolean> {
  const wanted = words
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`))
    .join(String.raw`\s+`);
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${wanted}(?![\p{L}\p{N}])`, 'isu');
  const holders = await index.holding(terms(words), { within, limit: PHRASE_CANDIDATES });
  const paragraphs = await index.paragraphs(holders);
  return paragraphs.some(({ paragraph }) => pattern.test(paragraph.text));
}
