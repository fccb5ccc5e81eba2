import type { CitationMarker } from './citation-marker.js';
import { isItemPrefix, readLinePrefix } from './line-prefix.js';
import type { MarkerSink } from './marker-sink.js';
import { OpenDelimiters } from './open-delimiters.js';
import {
  endsAt,
  endsBesideMarker,
  endsWithin,
  endsWithEastAsianStop,
  endsWithStop,
} from './sentence-end.js';
import {
  plainStatement,
  stronger,
  type Separator,
  type StatedSentence,
} from './stated-sentence.js';

/** Characters; a longer sentence is none that could be checked: it is left out. */
const MAX_SENTENCE = 2000;
/** Characters that are kept of it, to find its end. */
const KEPT = 200;
/**
 * Characters; a line that is shorter, has no stop and is followed by a capital is a heading; a longer one was
 * broken to fit a screen.
 */
const MIN_BROKEN_LINE = 50;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const BRACKET_PAIRS: ReadonlySet<string> = new Set(['()', '[]', '（）']);

/** A marker and the place in the pending words where it stood. */
interface Placed extends CitationMarker {
  readonly at: number;
}

/**
 * Puts sentences together, with the markers that belong to each, and releases one when it is
 * certain to be whole.
 */
export class SentenceAssembler implements MarkerSink {
  readonly #released: StatedSentence[] = [];
  #text = '';
  #markers: Placed[] = [];
  /** Stops that may end a sentence, not decided yet, in order. */
  #stops: number[] = [];
  readonly #open = new OpenDelimiters();
  /** What stands before the pending sentence. */
  #separator: Separator = '';
  #anyReleased = false;
  #tooLong = false;
  /** Place of the last line break that went on as a blank. */
  #brokenAt = -1;
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

  /** Sentences that have become whole since the last call. */
  take(): StatedSentence[] {
    return this.#released.splice(0);
  }

  step(character: string): void {
    if (character === '\n') this.#endLine();
    else if (this.#lineStart === undefined) this.#add(character);
    else this.#beginLine(this.#lineStart, character);
  }

  mark(marker: CitationMarker): void {
    if (this.#lineStart === '') this.#lineMarkers.push(marker);
    else {
      if (this.#lineStart !== undefined) this.#startWords(this.#lineStart, 'm');
      this.#place(marker);
    }
  }

  discard(): void {
    this.#reset('');
    this.#tooLong = false;
    this.#lineMarkers = [];
    this.#lineStart = '';
    this.#heading = false;
    this.#ownBlock = false;
    this.#lineIndent = undefined;
    this.#indent = undefined;
  }

  end(): void {
    this.#endLine();
    this.#flush();
  }

  #place({ numbers, unknown }: CitationMarker): void {
    const last = this.#markers.at(-1);
    const at = this.#text.length;
    if (last?.at !== at) this.#markers.push({ at, numbers, unknown });
    else {
      this.#markers[this.#markers.length - 1] = {
        at,
        numbers: [...new Set([...last.numbers, ...numbers])],
        unknown: last.unknown + unknown,
      };
    }
  }

  /** Markers alone on a line belong to the words before. */
  #endLine(): void {
    if (this.#lineStart !== undefined && /[\p{L}\p{N}]/u.test(this.#lineStart)) {
      this.#startWords(this.#lineStart, '\n');
    }
    if (this.#text !== '') for (const marker of this.#lineMarkers) this.#place(marker);
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
    if (prefix === 'words') {
      this.#startWords(held, character);
      this.#add(character);
    } else if (prefix === 'maybe') this.#lineStart = held + character;
    else {
      this.#lineStart = '';
      this.#ownBlock = true;
      this.#heading = held.startsWith('#');
      if (isItemPrefix(held + character)) this.#lineIndent ??= this.#blanks;
    }
  }

  /** Words begin on this line: do they go on with those of the line before? */
  #startWords(held: string, next: string): void {
    this.#lineStart = undefined;
    const first = (held + next).charAt(0);
    if (this.#text !== '' && this.#breaks > 0) {
      if (this.#startsAnew(first)) this.#flush();
      else {
        this.#add(' ');
        this.#brokenAt = this.#text.length;
      }
    }
    if (this.#text === '') this.#indent = this.#lineIndent;
    if (this.#text === '' && this.#breaks > 0) {
      this.#separator = stronger(this.#separator, this.#breaks > 1 ? '\n\n' : '\n');
    }
    for (const marker of this.#lineMarkers) this.#place(marker);
    this.#lineMarkers = [];
    this.#breaks = 0;
    this.#ownBlock = false;
    this.#lineLength = 0;
    for (const character of held) this.#add(character);
  }

  #startsAnew(first: string): boolean {
    if (this.#breaks > 1 || this.#ownBlock || /[:：]\s?$/u.test(this.#text)) return true;
    if (endsWithStop(this.#text.trimEnd())) return this.#lineMarkers.length > 0;
    if ((this.#markers.at(-1)?.at ?? -1) >= this.#text.trimEnd().length) return true;
    return !/[\p{Ll}\p{Lo}\p{N}]/u.test(first) && this.#lineLength < MIN_BROKEN_LINE;
  }

  #add(character: string): void {
    this.#lineLength++;
    if (character === ' ') {
      if (this.#text !== '' && !this.#text.endsWith(' ')) this.#text += ' ';
    } else if (!this.#closeUp(character)) {
      this.#noteStop(character);
      this.#text += character;
      this.#open.add(character, this.#text);
    }
    this.#decide();
    if (this.#text.length > MAX_SENTENCE) this.#shorten();
  }

  /**
   * What stood around a marker closes up: `Tashkent [1].` becomes `Tashkent.`; of `([1])` and of
   * commas between markers nothing is left. True where nothing is left of the character.
   */
  #closeUp(character: string): boolean {
    if (
      this.#markers.at(-1)?.at !== this.#text.length ||
      !/[.,;:!?…)\]。，；：！？）]/u.test(character)
    ) {
      return false;
    }
    let words = this.#text.trimEnd();
    const emptied = BRACKET_PAIRS.has(words.slice(-1) + character);
    if (emptied) words = words.slice(0, -1);
    else if (/[.,;:!?]/u.test(character)) words = words.replace(/[,;]$/u, '');
    this.#text = words;
    this.#markers = this.#markers.map((marker) =>
      marker.at > words.length ? { ...marker, at: words.length } : marker,
    );
    return (
      emptied ||
      (/[,;]/u.test(character) && (words === '' || /[([（:]$/u.test(words) || endsWithStop(words)))
    );
  }

  /** A character that no longer belongs to a stop shows where the stop was. */
  #noteStop(character: string): void {
    if (/[.!?…؟।。！？"”’»)\]）」』]/u.test(character)) return;
    const words = this.#text.trimEnd();
    const end = words.length;
    if (!endsWithStop(words) || this.#stops.at(-1) === end) return;
    // A blank that was lost: "extremism.Member States".
    if (
      end === this.#text.length &&
      !endsWithEastAsianStop(words) &&
      !/\p{Ll}{3}[.!?]$/u.test(words)
    ) {
      return;
    }
    this.#stops.push(end);
  }

  #decide(): void {
    const closed = this.#open.takeClosed();
    // What is quoted or in brackets is not divided: the marker behind it stands for all of it.
    if (closed !== undefined) this.#stops = this.#stops.filter((stop) => stop <= closed);
    for (
      let stop = this.#stops[0];
      stop !== undefined && !this.#open.holds(stop);
      stop = this.#stops[0]
    ) {
      const ends = this.#hasMarkerAt(stop)
        ? endsBesideMarker(this.#text, stop) || endsAt(this.#text, stop)
        : endsAt(this.#text, stop);
      if (ends === undefined) return;
      this.#stops.shift();
      if (ends) this.#divide(stop);
    }
  }

  /** Nothing but the stop or a blank stands between. */
  #hasMarkerAt(stop: number): boolean {
    return this.#markers.some(
      ({ at }) =>
        (at <= stop && !WORD_CHARACTER.test(this.#text.slice(at, stop))) ||
        (at > stop && this.#text.slice(stop, at).trim() === ''),
    );
  }

  /** The pending words are a sentence up to `end`, and what follows begins the next. */
  #divide(end: number): void {
    const rest = this.#text.slice(end);
    const start = end + rest.length - rest.trimStart().length;
    const own = this.#markers.filter(({ at }) => at <= start);
    this.#release(this.#text.slice(0, end), own);
    this.#separator = stronger(
      this.#separator,
      this.#brokenAt === start
        ? '\n'
        : start > end || !endsWithEastAsianStop(this.#text.slice(0, end))
          ? ' '
          : '',
    );
    const move = (at: number): number => at - start;
    this.#text = this.#text.slice(start);
    this.#markers = this.#markers.flatMap((marker) =>
      marker.at > start ? [{ ...marker, at: move(marker.at) }] : [],
    );
    this.#stops = this.#stops.filter((stop) => stop > start).map(move);
    this.#brokenAt = move(this.#brokenAt);
    this.#open.shift(start);
  }

  /** All that is pending is whole. */
  #flush(): void {
    for (let stop = this.#stops.shift(); stop !== undefined; stop = this.#stops.shift()) {
      if (
        (this.#hasMarkerAt(stop) && endsBesideMarker(this.#text, stop)) ||
        endsWithin(this.#text, stop)
      ) {
        this.#divide(stop);
      }
    }
    this.#release(this.#text, this.#markers);
    this.#reset(this.#separator);
  }

  #release(words: string, markers: readonly Placed[]): void {
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
    });
    this.#indent = undefined;
    this.#anyReleased = true;
    this.#separator = '';
  }

  #reset(separator: Separator): void {
    this.#text = '';
    this.#markers = [];
    this.#stops = [];
    this.#open.clear();
    this.#brokenAt = -1;
    this.#separator = separator;
  }

  #shorten(): void {
    this.#tooLong = true;
    const cut = this.#text.length - KEPT;
    this.#text = this.#text.slice(cut);
    this.#markers = [];
    this.#stops = this.#stops.filter((stop) => stop > cut).map((stop) => stop - cut);
    this.#brokenAt -= cut;
    this.#open.clear();
  }
}
