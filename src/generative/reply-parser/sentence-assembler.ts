import type { CitationMarker } from './citation-marker.js';
import { isItemPrefix, readLinePrefix } from './line-prefix.js';
import type { MarkerSink } from './marker-sink.js';
import { PendingWords } from './pending-words.js';
import { endsWithStop } from './sentence-end.js';
import { TableRow } from './table-row.js';
import {
  plainStatement,
  stronger,
  type Separator,
  type StatedSentence,
} from './stated-sentence.js';

/** Characters; a longer sentence is none that could be checked: it is left out. */
const MAX_SENTENCE = 2000;
/**
 * Characters; a line that is shorter, has no stop and is followed by a capital is a heading; a longer one was
 * broken to fit a screen.
 */
const MIN_BROKEN_LINE = 50;
/** Characters; a longer rule stands in no table. */
const MAX_RULE = 300;
const OF_RULE = /[-:| ]/u;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/**
 * Puts sentences together, with the markers that belong to each, and releases one when it is
 * certain to be whole.
 */
export class SentenceAssembler implements MarkerSink {
  readonly #released: StatedSentence[] = [];
  readonly #pending = new PendingWords();
  /** What stands before the pending sentence. */
  #separator: Separator = '';
  #anyReleased = false;
  #tooLong = false;
  /** The beginning of a line, until it is known to be words. */
  #lineStart: string | undefined = '';
  #lineMarkers: CitationMarker[] = [];
  #lineLength = 0;
  #breaks = 0;
  /** The line has a prefix of its own, or the one before was a heading. */
  #ownBlock = false;
  #heading = false;
  /** Blanks at the beginning of the line, and those before the sign of a list where it has one. */
  #blanks = 0;
  #lineIndent: number | undefined;
  /** Of the item whose words are pending. */
  #indent: number | undefined;
  /** The pending words stand behind a marker that opens their line. */
  #isMarked = false;
  /** The row that is being read, and the one before, which is its head where this is a rule. */
  #row: TableRow | undefined;
  #rowBefore: TableRow | undefined;
  /** The pending words as a row, where they are one line; the head of a table if a rule follows. */
  #line: TableRow | undefined;
  /** What may be that rule. */
  #rule: string | undefined;
  /** Each line is a row, whether or not it begins with a bar. */
  #inTable = false;

  /** Sentences that have become whole since the last call. */
  take(): StatedSentence[] {
    return this.#released.splice(0);
  }

  step(character: string): void {
    if (this.#rule !== undefined) this.#inRule(this.#rule, character);
    else if (character === '\n') this.#endLine();
    else if (this.#row !== undefined) {
      if (this.#row.length <= MAX_SENTENCE) this.#row.step(character);
    } else if (this.#lineStart === undefined) this.#add(character);
    else this.#beginLine(this.#lineStart, character);
  }

  mark(marker: CitationMarker): void {
    this.#giveUpRule();
    if (this.#row !== undefined) this.#row.mark(marker);
    else if (this.#lineStart === '') this.#lineMarkers.push(marker);
    else {
      if (this.#lineStart !== undefined) this.#startWords(this.#lineStart, 'm');
      this.#place(marker);
    }
  }

  discard(): void {
    this.#pending.clear();
    this.#separator = '';
    this.#tooLong = false;
    this.#lineMarkers = [];
    this.#lineStart = '';
    this.#blanks = 0;
    this.#heading = false;
    this.#ownBlock = false;
    this.#lineIndent = undefined;
    this.#indent = undefined;
    this.#isMarked = false;
    this.#row = undefined;
    this.#rowBefore = undefined;
    this.#line = undefined;
    this.#rule = undefined;
    this.#inTable = false;
  }

  end(): void {
    if (this.#rule !== undefined) this.#inRule(this.#rule, '\n');
    this.#endLine();
    this.#releaseRow();
    this.#flush();
  }

  /** Markers alone on a line belong to the words before. */
  #endLine(): void {
    if (this.#lineStart !== undefined && /[\p{L}\p{N}]/u.test(this.#lineStart)) {
      this.#startWords(this.#lineStart, '\n');
    }
    if (this.#row !== undefined) this.#endRow(this.#row);
    else if (this.#lineStart === '' && this.#lineMarkers.length === 0) this.#inTable = false;
    if (this.#line !== undefined) this.#endLineOfWords(this.#line);
    if (this.#pending.text !== '') this.#placeLineMarkers();
    this.#rowBefore?.markBelow(this.#lineMarkers);
    this.#lineMarkers = [];
    this.#lineStart = '';
    this.#blanks = 0;
    this.#lineIndent = undefined;
    this.#breaks++;
    this.#ownBlock ||= this.#heading;
    this.#heading = false;
  }

  #beginLine(held: string, character: string): void {
    if (held === '' && character === ' ') {
      this.#blanks++;
      return;
    }
    // Between and after markers alone on a line.
    if (held === '' && this.#lineMarkers.length > 0 && /[,;.:、，；)\]]/u.test(character)) return;
    const prefix = readLinePrefix(held, character);
    if (prefix === 'words' && this.#inTable) {
      const row = this.#beginRow();
      for (const one of held + character) row.step(one);
    } else if (prefix === 'words') {
      this.#startWords(held, character);
      this.#add(character);
    } else if (prefix === 'maybe') this.#lineStart = held + character;
    else if (character === '|') this.#beginRow();
    else {
      this.#lineStart = '';
      this.#inTable = false;
      this.#ownBlock = true;
      this.#heading = held.startsWith('#');
      if (isItemPrefix(held + character)) this.#lineIndent ??= this.#blanks;
    }
  }

  #beginRow(): TableRow {
    this.#flush();
    this.#separator = stronger(this.#separator, this.#breaks > 1 ? '\n\n' : '\n');
    const row = new TableRow(this.#separator);
    this.#row = row;
    this.#lineStart = '';
    for (const marker of this.#lineMarkers.splice(0)) row.mark(marker);
    this.#separator = '';
    this.#breaks = 0;
    this.#heading = false;
    this.#ownBlock = true;
    return row;
  }

  #endLineOfWords(line: TableRow): void {
    line.endLine();
    if (line.columns > 1) this.#rule = '';
    else this.#line = undefined;
  }

  #inRule(held: string, character: string): void {
    if (OF_RULE.test(character) && held.length < MAX_RULE) this.#rule = held + character;
    else if (character === '\n' && isRule(held)) this.#beginTable();
    else {
      this.#giveUpRule();
      this.step(character);
    }
  }

  /** No rule follows: the line before is words, and what has come of this one may be anything. */
  #giveUpRule(): void {
    const held = this.#rule;
    if (held === undefined) return;
    this.#rule = undefined;
    this.#line = undefined;
    for (const character of held) this.step(character);
  }

  #beginTable(): void {
    this.#line?.becomeHead();
    this.#rowBefore = this.#line;
    this.#line = undefined;
    this.#rule = undefined;
    this.#inTable = true;
    this.#pending.clear();
    this.#separator = '';
    this.#isMarked = false;
  }

  #endRow(row: TableRow): void {
    this.#row = undefined;
    if (row.endLine()) this.#rowBefore?.becomeHead();
    else {
      this.#releaseRow();
      this.#rowBefore = row;
    }
  }

  #releaseRow(): void {
    const stated = this.#rowBefore?.stated(MAX_SENTENCE);
    this.#rowBefore = undefined;
    if (stated === undefined) return;
    this.#released.push(this.#anyReleased ? stated : { ...stated, separator: '' });
    this.#anyReleased ||= stated.text !== '';
  }

  /** Words begin on this line: do they go on with those of the line before? */
  #startWords(held: string, next: string): void {
    this.#lineStart = undefined;
    this.#inTable = false;
    this.#releaseRow();
    const first = (held + next).charAt(0);
    if (this.#pending.text !== '' && this.#breaks > 0) {
      if (this.#startsAnew(first)) this.#flush();
      else this.#pending.goOn();
    }
    if (this.#pending.text === '') {
      this.#indent = this.#lineIndent;
      this.#isMarked = this.#lineMarkers.length > 0;
    }
    if (this.#pending.text === '' && this.#breaks > 0) {
      this.#separator = stronger(this.#separator, this.#breaks > 1 ? '\n\n' : '\n');
    }
    const isAlone = this.#pending.text === '' && this.#indent === undefined;
    this.#line = isAlone ? new TableRow(this.#separator) : undefined;
    this.#placeLineMarkers();
    this.#lineMarkers = [];
    this.#breaks = 0;
    this.#ownBlock = false;
    this.#lineLength = 0;
    for (const character of held) this.#add(character);
  }

  #placeLineMarkers(): void {
    for (const marker of this.#lineMarkers) this.#place(marker);
  }

  #place(marker: CitationMarker): void {
    this.#pending.place(marker);
    this.#line?.mark(marker);
  }

  #startsAnew(first: string): boolean {
    const { text, endsWithMarker } = this.#pending;
    if (this.#breaks > 1 || this.#ownBlock || /[:：]\s?$/u.test(text)) return true;
    if (endsWithStop(text.trimEnd())) return this.#lineMarkers.length > 0;
    if (endsWithMarker) return true;
    return !/[\p{Ll}\p{Lo}\p{N}]/u.test(first) && this.#lineLength < MIN_BROKEN_LINE;
  }

  #add(character: string): void {
    this.#lineLength++;
    this.#pending.add(character);
    this.#line?.step(character);
    for (let end = this.#pending.takeEnd(); end !== undefined; end = this.#pending.takeEnd()) {
      this.#divide(end);
    }
    if (this.#pending.text.length > MAX_SENTENCE) {
      this.#tooLong = true;
      this.#line = undefined;
      this.#pending.shorten();
    }
  }

  /** The pending words are a sentence up to `end`. */
  #divide(end: number): void {
    this.#line = undefined;
    const { words, markers, separator } = this.#pending.cut(end);
    this.#release(words, markers);
    this.#separator = stronger(this.#separator, separator);
  }

  /** All that is pending is whole. */
  #flush(): void {
    const pending = this.#pending;
    for (let end = pending.takeLastEnd(); end !== undefined; end = pending.takeLastEnd()) {
      this.#divide(end);
    }
    this.#release(pending.text, pending.markers);
    this.#pending.clear();
  }

  #release(words: string, markers: readonly CitationMarker[]): void {
    const text = plainStatement(words);
    if (this.#tooLong) {
      this.#tooLong = false;
      this.#released.push({ text: '', numbers: [], unknown: 0, separator: '' });
      return;
    }
    if (!WORD_CHARACTER.test(text)) return;
    const numbers = [...new Set(markers.flatMap((marker) => marker.numbers))];
    const unknown = markers.reduce((sum, marker) => sum + marker.unknown, 0);
    this.#released.push({
      text,
      numbers,
      unknown,
      separator: this.#anyReleased ? this.#separator : '',
      ...(this.#indent === undefined ? {} : { indent: this.#indent }),
      ...(this.#isMarked ? { isMarked: true } : {}),
    });
    this.#indent = undefined;
    this.#isMarked = false;
    this.#anyReleased = true;
    this.#separator = '';
  }
}

/** Dashes with bars between them. */
function isRule(text: string): boolean {
  const row = new TableRow('');
  for (const character of text) row.step(character);
  return row.endLine() && row.columns > 1;
}
