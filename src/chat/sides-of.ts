import { shortNames } from '../documents/short-names.js';
import type { AnswerSide } from '../protocol.js';
import type { SearchIndex } from '../ports/search-index.js';
import type { Said } from './say-answer.js';
import type { SilentText } from './silent-texts.js';

/** What each of several texts says, and those that say nothing; undefined where one text has the word. */
export function sidesOf(
  { documents }: Pick<SearchIndex, 'documents'>,
  { answer, citations, sides, mode }: Said,
  silent: readonly SilentText[],
): readonly AnswerSide[] | undefined {
  if (mode !== 'extractive' || silent.length === 0) return sides;
  const [text, ...more] = new Set(citations.map(({ documentId }) => documentId));
  const spoken =
    sides ??
    (text === undefined || more.length > 0
      ? []
      : [
          {
            documentId: text,
            name: shortNames(documents).get(text) ?? '',
            start: 0,
            end: answer.length,
          },
        ]);
  const { length } = answer;
  const empty = silent.map(({ documentId, name, notice }) => ({
    documentId,
    name,
    start: length,
    end: length,
    notice,
  }));
  return spoken.length === 0 ? undefined : [...spoken, ...empty];
}
