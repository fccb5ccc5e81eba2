import type { PageStart } from '../../../types.js';
import { beforeNext, WordsOfText } from './join-lines.js';
import type { PageNote } from './page-footnotes.js';
import type { PdfParagraph } from './paragraphs.js';
import { RAISED_MARK } from './text-lines.js';
import { withoutEnd } from '../../../language/end-of.js';

export interface ComposedText {
  readonly text: string;
  readonly pages: readonly PageStart[];
}

/**
 * Paragraphs as one text, a blank line between them; footnotes follow the paragraph in which their
 * page ends.
 *
 * @param labels of the pages
 */
export function composeText(
  paragraphs: readonly PdfParagraph[],
  labels: readonly string[],
): ComposedText {
  const words = new WordsOfText(paragraphs.flatMap(({ lines }) => lines.map(innerWords)));
  const noted = new Set(
    paragraphs.flatMap(({ notes, lines }) =>
      notes.flatMap(({ label }) => [
        `${lines[0]?.page ?? 0}/${label}`,
        `${lines.at(-1)?.page ?? 0}/${label}`,
      ]),
    ),
  );
  let text = '';
  const pages: PageStart[] = [];
  let page = -1;
  let rowBefore = '';
  for (const { lines, headingLevel, notes } of paragraphs) {
    const row = lines[0]?.row === true ? lines[0].text : '';
    // The rows of a table stand together; its head may stand on each page.
    if (text !== '' && (row === '' || rowBefore === '')) text += '\n';
    rowBefore = row;
    if (headingLevel !== undefined) text += `${'#'.repeat(headingLevel)} `;
    lines.forEach((line, i) => {
      for (; page < line.page; page += 1) {
        pages.push({ start: text.length, page: labels[page + 1] ?? String(page + 2) });
      }
      const next = lines[i + 1];
      const shown = withReferences(line.text, (label) => noted.has(`${line.page}/${label}`));
      text += next === undefined ? shown : beforeNext(shown, next.text, words);
    });
    text += '\n';
    if (notes.length > 0) text += `\n${notes.map((note) => noteLine(note, words)).join('\n')}\n`;
  }
  return { text, pages };
}

/** Without the last word, which may be parted. */
function innerWords({ text }: { readonly text: string }): string {
  return /[-\u2010\u00ad]$/u.test(text) ? withoutEnd(text, /\S/) : text;
}

const RAISED = new RegExp(`${RAISED_MARK}([^${RAISED_MARK}]*)${RAISED_MARK}`, 'gu');

/** A raised number refers to a note where the page has one of that number. */
function withReferences(text: string, isNoted: (label: string) => boolean): string {
  return text.replace(RAISED, (_, label: string) => (isNoted(label) ? `[^${label}]` : label));
}

function noteLine({ label, lines }: PageNote, words: WordsOfText): string {
  const text = lines
    .map((line, i) => {
      const next = lines[i + 1];
      return next === undefined ? line.text : beforeNext(line.text, next.text, words);
    })
    .join('');
  return `[^${label}]: ${withReferences(text, () => false)}`;
}
