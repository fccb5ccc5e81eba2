import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { FileLoader, LoadedText, ReadOptions } from '../../../ports/file-loader.js';
import { unreadable } from '../unreadable.js';
import { composeText } from './compose-text.js';
import { headingLevels } from './headings.js';
import { withoutLineNumbers } from './line-numbers.js';
import { openPdf } from './open-pdf.js';
import { splitFootnotes, type PageNote } from './page-footnotes.js';
import { toParagraphs, type PdfParagraph, type PlacedLine } from './paragraphs.js';
import { placeLines } from './place-lines.js';
import { withoutRunningLines } from './running-lines.js';
import { readPage, type PageText } from './text-fragments.js';
import { mainSize } from './text-lines.js';

const MAX_PAGES = 3000;
/** A page with less has no text layer, or next to none. */
const MIN_CHARACTERS = 15;
const OCR = 'run text recognition over it first, for example `ocrmypdf`.';

/** PDFs with a text layer, read by where the words stand on the pages. */
export const pdfLoader: FileLoader = {
  extensions: ['.pdf'],
  read: async (bytes, options): Promise<LoadedText> => {
    const pdf = await openPdf(bytes);
    try {
      if (pdf.numPages > MAX_PAGES) {
        throw unreadable(`has more than ${MAX_PAGES} pages. Divide it into several files.`);
      }
      const pages = await readPages(pdf, options);
      const empty = pages.flatMap((page, i) => (lettersOn(page) < MIN_CHARACTERS ? [i + 1] : []));
      if (empty.length === pages.length) throw unreadable(`is a scan without text: ${OCR}`);
      refuseUnreadableFonts(pages);
      const labels = await pdf.getPageLabels();
      return {
        ...textOfPages(pages, labels),
        loader: 'pdf',
        notices: empty.length === 0 ? [] : [noticeOfEmpty(empty)],
        ...(await titleOf(pdf)),
      };
    } finally {
      await pdf.loadingTask.destroy();
    }
  },
};

async function readPages(
  pdf: PDFDocumentProxy,
  { onPage }: ReadOptions = {},
): Promise<readonly PageText[]> {
  const pages: PageText[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    pages.push(await readPage(await pdf.getPage(number)));
    onPage?.();
  }
  return pages;
}

function lettersOn({ fragments }: PageText): number {
  return fragments.reduce((sum, { text }) => sum + text.trim().length, 0);
}

function noticeOfEmpty(pages: readonly number[]): string {
  const some = pages.slice(0, 8).join(', ') + (pages.length > 8 ? ', …' : '');
  return `has no text on ${pages.length === 1 ? 'page' : 'pages'} ${some}: where it was scanned, ${OCR}`;
}

/** @throws DeclarationChatError `unreadable-document` where the letters cannot be told */
function refuseUnreadableFonts(pages: readonly PageText[]): void {
  const text = pages
    .flatMap(({ fragments }) => fragments.map((fragment) => fragment.text))
    .join('');
  const unknown = text.match(/[\p{Co}\p{Cn}\p{Cc}\ufffd]/gu)?.length ?? 0;
  if (unknown > 0.2 * text.length) {
    throw unreadable(`has fonts that do not say which letters they hold: ${OCR}`);
  }
}

interface ReadText extends Pick<LoadedText, 'text' | 'pages'> {
  readonly text: string;
}

function textOfPages(pages: readonly PageText[], labels: readonly string[] | null): ReadText {
  const textSize = mainSize(pages.flatMap(({ fragments }) => fragments));
  const placed = placeLines(withoutLineNumbers(pages));
  const running = withoutRunningLines(placed);
  const lines: PlacedLine[] = [];
  const notes = new Map<number, PageNote[]>();
  running.pages.forEach((page, i) => {
    const before = notes.get(i - 1)?.at(-1);
    const split = splitFootnotes(page, { textSize, notesBefore: before !== undefined });
    notes.set(i, [...split.notes]);
    if (before !== undefined) {
      notes.get(i - 1)?.splice(-1, 1, { ...before, lines: [...before.lines, ...split.goesOn] });
    }
    lines.push(...split.lines);
  });
  const paragraphs = toParagraphs(lines);
  const levels = headingLevels(paragraphs, textSize);
  const composed = paragraphs.map((own, i): PdfParagraph => {
    const level = levels[i];
    return {
      lines: own,
      ...(level === undefined ? {} : { headingLevel: level }),
      notes: notesAfter(own, { next: paragraphs[i + 1], notes }),
    };
  });
  const names = running.printed.map((printed, i) => labels?.[i] ?? printed ?? String(i + 1));
  return composeText(composed, names);
}

/** Notes of the pages that end in a paragraph. */
function notesAfter(
  lines: readonly PlacedLine[],
  {
    next,
    notes,
  }: { next: readonly PlacedLine[] | undefined; notes: ReadonlyMap<number, readonly PageNote[]> },
): readonly PageNote[] {
  const first = lines[0]?.page ?? 0;
  const until = next?.[0]?.page ?? notes.size;
  const pages = Array.from({ length: until - first }, (_, i) => first + i);
  return pages.flatMap((page) => notes.get(page) ?? []);
}

async function titleOf(pdf: PDFDocumentProxy): Promise<Pick<LoadedText, 'title'>> {
  const { info } = await pdf.getMetadata();
  const title = (info as { readonly Title?: unknown }).Title;
  const clean = typeof title === 'string' ? title.replace(/[\s\0]+/gu, ' ').trim() : '';
  return clean.length < 4 || clean.length > 200 || NO_TITLE.test(clean) ? {} : { title: clean };
}

/** What programs put there by themselves. */
const NO_TITLE =
  /^(?:microsoft|untitled|document ?\d*$|print|scan)|\.(?:docx?|pdf|rtf|odt|indd|qxd|tex|p65)$|^[\w-]+$|^https?:/iu;
