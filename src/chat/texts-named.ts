import { printableLine } from '../documents/printable-line.js';
import { showPlain } from '../documents/show-plain.js';
import { filled, placePhrasesIn } from '../language/place-phrases.js';
import type { Document } from '../types.js';

/** Texts that are named one by one: it is read at a glance. By hand. */
const NAMED_TEXTS = 5;
/** A text without a title is called by its first line, which may be a paragraph. By hand. */
const MAX_TITLE_CHARACTERS = 100;

/** Titles as plain text, a few of them: a number in brackets in a title is no marker. */
export function textsNamed(documents: readonly Pick<Document, 'title'>[]): string[] {
  const more = documents.length - NAMED_TEXTS;
  const named = documents
    .slice(0, NAMED_TEXTS)
    .map(({ title }) => printableLine(showPlain(title), MAX_TITLE_CHARACTERS));
  if (more <= 0) return named;
  return [...named, filled(placePhrasesIn('en').more, { count: String(more) })];
}
