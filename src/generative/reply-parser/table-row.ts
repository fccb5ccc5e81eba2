import type { CitationMarker } from './citation-marker.js';
import { PendingWords } from './pending-words.js';
import {
  plainStatement,
  type Row,
  type Separator,
  type StatedSentence,
} from './stated-sentence.js';

const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const RULE = /^:?-+:?$/u;
/** Stands for a cell in which there is nothing. */
const NOTHING = '–';

/** A line of a table as it comes, from behind the bar that it begins with, where it begins with one. */
export class TableRow {
  readonly #separator: Separator;
  readonly #cells: { readonly words: PendingWords; readonly text: string }[] = [];
  readonly #markers: CitationMarker[] = [];
  #cell = new PendingWords();
  #length = 0;
  #isHead = false;

  /** @param separator what stands before it */
  constructor(separator: Separator) {
    this.#separator = separator;
  }

  /** Characters so far. */
  get length(): number {
    return this.#length;
  }

  get columns(): number {
    return this.#cells.length;
  }

  step(character: string): void {
    this.#length++;
    if (character === '|') this.#endCell();
    else this.#cell.add(character);
  }

  mark(marker: CitationMarker): void {
    this.#cell.place(marker);
  }

  /** What stands on a line of its own below. */
  markBelow(markers: readonly CitationMarker[]): void {
    this.#markers.push(...markers);
  }

  /** The line has ended; whether it is the rule between the head of a table and its rows. */
  endLine(): boolean {
    if (this.#cell.text.trim() !== '' || this.#cell.markers.length > 0) this.#endCell();
    return this.#cells.length > 0 && this.#cells.every(({ text }) => RULE.test(text));
  }

  /** A rule has followed. */
  becomeHead(): void {
    this.#isHead = true;
  }

  /** Undefined where there are no words in it. */
  stated(maxLength: number): StatedSentence | undefined {
    const sources = this.#cells.flatMap(({ text, words }, i) =>
      text === '' && words.markers.length > 0 ? [i] : [],
    );
    const row: Row = {
      cells: this.#cells.map(({ text }) => plainStatement(text)),
      sources,
      isHead: this.#isHead,
    };
    const text = wordsOf(row);
    if (!WORD_CHARACTER.test(text)) return undefined;
    if (this.#length > maxLength) return { text: '', numbers: [], unknown: 0, separator: '' };
    const markers = [...this.#cells.flatMap(({ words }) => words.markers), ...this.#markers];
    return {
      text,
      numbers: [...new Set(markers.flatMap(({ numbers }) => numbers))],
      unknown: markers.reduce((sum, { unknown }) => sum + unknown, 0),
      separator: this.#separator,
      indent: 0,
      ...(row.cells.length > 1 ? { row } : {}),
    };
  }

  #endCell(): void {
    this.#cells.push({ words: this.#cell, text: this.#cell.text.trim() });
    this.#cell = new PendingWords();
  }
}

/** A row as it is shown; of its head only the columns in which a row below has words. */
export function wordsOf(row: Row, { sources }: Pick<Row, 'sources'> = row): string {
  return row.cells
    .filter((_, i) => !sources.includes(i))
    .map((cell) => (cell === '' ? NOTHING : cell))
    .join(' | ');
}
