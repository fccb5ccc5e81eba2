import { EMPTIED_LABEL, type CitationMarker } from './citation-marker.js';
import { OpenDelimiters } from './open-delimiters.js';
import {
  endsAt,
  endsBesideMarker,
  endsWithin,
  endsWithEastAsianStop,
  endsWithStop,
} from './sentence-end.js';
import type { Separator } from './stated-sentence.js';

/** Characters that are kept of a sentence that is too long, to find its end. */
const KEPT = 200;
/** Characters; what sources are called is shorter. */
const MAX_LABEL = 30;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const BRACKET_PAIRS: ReadonlySet<string> = new Set(['()', '[]', '（）']);

/** A marker and the place in the pending words where it stood. */
interface Placed extends CitationMarker {
  readonly at: number;
}

/** The first of the pending words, taken from the rest. */
export interface CutSentence {
  readonly words: string;
  readonly markers: readonly CitationMarker[];
  /** What stood between it and the rest. */
  readonly separator: Separator;
}

/** Words that have been read and may be one sentence or several, with the markers among them. */
export class PendingWords {
  #text = '';
  #markers: Placed[] = [];
  /** Stops that may end a sentence, not decided yet, in order. */
  #stops: number[] = [];
  readonly #open = new OpenDelimiters();
  /** Place of the last line break that went on as a blank. */
  #brokenAt = -1;

  get text(): string {
    return this.#text;
  }

  get markers(): readonly CitationMarker[] {
    return this.#markers;
  }

  /** Nothing but blanks stands behind the last marker. */
  get endsWithMarker(): boolean {
    return (this.#markers.at(-1)?.at ?? -1) >= this.#text.trimEnd().length;
  }

  place({ numbers, unknown }: CitationMarker): void {
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

  add(character: string): void {
    if (character === ' ') {
      if (this.#text !== '' && !this.#text.endsWith(' ')) this.#text += ' ';
    } else if (!this.#closeUp(character)) {
      this.#noteStop(character);
      this.#text += character;
      this.#open.add(character, this.#text);
    }
  }

  /** The line breaks, and the sentence goes on. */
  goOn(): void {
    this.add(' ');
    this.#brokenAt = this.#text.length;
  }

  /**
   * What stood around a marker closes up: `Tashkent [1].` becomes `Tashkent.`; of `([1])` and of
   * commas between markers nothing is left, nor of a second stop. True where nothing is left of the character.
   */
  #closeUp(character: string): boolean {
    if (
      this.#markers.at(-1)?.at !== this.#text.length ||
      !/[.,;:!?…)\]。，；：！？）]/u.test(character)
    ) {
      return false;
    }
    let words = this.#text.trimEnd();
    const bracket = EMPTIED_LABEL.exec(words.slice(-MAX_LABEL))?.[0] ?? words.slice(-1);
    const emptied = BRACKET_PAIRS.has(bracket.charAt(0) + character);
    if (emptied) words = words.slice(0, words.length - bracket.length);
    else if (/[.,;:!?]/u.test(character)) words = words.replace(/[,;]$/u, '');
    this.#text = words;
    const closedUp = this.#markers.filter(({ at }) => at > words.length);
    this.#markers = this.#markers.filter(({ at }) => at <= words.length);
    for (const marker of closedUp) this.place(marker);
    return (
      emptied ||
      (/[.。]/u.test(character) && endsWithStop(words)) ||
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

  /** Where the first sentence ends, once that is certain. */
  takeEnd(): number | undefined {
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
      if (ends === undefined) return undefined;
      this.#stops.shift();
      if (ends) return stop;
    }
    return undefined;
  }

  /** {@link takeEnd} where nothing more comes. */
  takeLastEnd(): number | undefined {
    for (let stop = this.#stops.shift(); stop !== undefined; stop = this.#stops.shift()) {
      const isEnd =
        (this.#hasMarkerAt(stop) && endsBesideMarker(this.#text, stop)) ||
        endsWithin(this.#text, stop);
      if (isEnd) return stop;
    }
    return undefined;
  }

  /** Nothing but the stop or a blank stands between. */
  #hasMarkerAt(stop: number): boolean {
    return this.#markers.some(
      ({ at }) =>
        (at <= stop && !WORD_CHARACTER.test(this.#text.slice(at, stop))) ||
        (at > stop && this.#text.slice(stop, at).trim() === ''),
    );
  }

  /** Takes the words up to `end`; what follows begins the next sentence. */
  cut(end: number): CutSentence {
    const words = this.#text.slice(0, end);
    const rest = this.#text.slice(end);
    const start = end + rest.length - rest.trimStart().length;
    const isApart = start > end || !endsWithEastAsianStop(words);
    const separator = this.#brokenAt === start ? '\n' : isApart ? ' ' : '';
    const markers = this.#markers.filter(({ at }) => at <= start);
    const move = (at: number): number => at - start;
    this.#text = this.#text.slice(start);
    this.#markers = this.#markers.flatMap((marker) =>
      marker.at > start ? [{ ...marker, at: move(marker.at) }] : [],
    );
    this.#stops = this.#stops.filter((stop) => stop > start).map(move);
    this.#brokenAt = move(this.#brokenAt);
    this.#open.shift(start);
    return { words, markers, separator };
  }

  /** Keeps so much of what is too long to be a sentence as tells where it ends. */
  shorten(): void {
    const cut = this.#text.length - KEPT;
    this.#text = this.#text.slice(cut);
    this.#markers = [];
    this.#stops = this.#stops.filter((stop) => stop > cut).map((stop) => stop - cut);
    this.#brokenAt -= cut;
    this.#open.clear();
  }

  clear(): void {
    this.#text = '';
    this.#markers = [];
    this.#stops = [];
    this.#open.clear();
    this.#brokenAt = -1;
  }
}
