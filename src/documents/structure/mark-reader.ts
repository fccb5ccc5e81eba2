import { anyOf } from '../../language/any-of.js';
import { rulesOf } from '../../language/languages.js';
import { endsTerminally, startsLowerCase } from './line-layout.js';
import type { Line } from './lines.js';
import {
  BULLET,
  MARKDOWN_HEADING,
  RULE_LINE,
  parseItems,
  parseKeyword,
  type ItemMarker,
  type KeywordMarker,
} from './item-marker.js';
import type { Reading } from './numerals.js';
import { titleLook } from './title-look.js';

interface MarkBase {
  /** Level of the Markdown heading that the line is. */
  readonly level?: number | undefined;
  /** Characters from the beginning of the line to its wording. */
  readonly length: number;
}

/** What a line begins with. */
export type Mark =
  /** `entry`: a line of a table of contents. */
  | (MarkBase & { readonly type: 'none' | 'rule' | 'bullet' | 'entry' })
  | (MarkBase & { readonly type: 'items'; readonly items: readonly [ItemMarker, ...ItemMarker[]] })
  | (MarkBase & { readonly type: 'keyword'; readonly keyword: KeywordMarker });

export interface Position {
  /** The line begins a block whatever it begins with. */
  readonly strong: boolean;
  readonly previous: Line | undefined;
  /** The line before it was full, in a text that is hard-wrapped. */
  readonly full: boolean;
  readonly wrapped: boolean;
}

const RULES = rulesOf('lines');
const LEADS_TO_NUMBER = anyOf(RULES.map(({ leadsToNumber }) => leadsToNumber));
const QUANTITY = anyOf(RULES.map(({ quantity }) => quantity));

/** "Article 1 ........ 3". */
const MAX_LEADERS = 60;
const PAGE_LEADERS = /(?:\.{4,}|…{2,}|(?:\. ){4,})\s*\d{0,4}$/u;

function plain(length = 0, level?: number): Mark {
  return { type: 'none', length, level };
}

/**
 * Decides what lines begin with; remembers the numbers so far, as a number counts more where it
 * continues a sequence.
 */
export class MarkReader {
  readonly #last = new Map<string, number>();
  #decimal: readonly number[] = [];
  readonly #present = new Set<string>();

  constructor(lines: readonly Line[]) {
    for (const line of lines) {
      const [item] = parseItems(line.words).items;
      for (const reading of item?.readings ?? []) {
        this.#present.add(`${item?.form ?? ''} ${reading.alphabet} ${reading.value}`);
      }
    }
  }

  isMarkdownHeading(line: Line): boolean {
    return MARKDOWN_HEADING.test(line.words);
  }

  /** Without looking at what stands around it. */
  couldBeMarked(line: Line): boolean {
    const { words } = line;
    return (
      RULE_LINE.test(words) ||
      MARKDOWN_HEADING.test(words) ||
      BULLET.test(words) ||
      parseKeyword(words) !== undefined ||
      parseItems(words).items.length > 0
    );
  }

  /** `Article 26` and nothing else. */
  isKeywordAlone(line: Line): boolean {
    const keyword = parseKeyword(line.words);
    return keyword !== undefined && keyword.length >= line.words.length;
  }

  read(line: Line, position: Position): Mark {
    if (RULE_LINE.test(line.words)) return { type: 'rule', length: 0 };
    if (PAGE_LEADERS.test(line.words.slice(-MAX_LEADERS))) return { type: 'entry', length: 0 };
    const heading = MARKDOWN_HEADING.exec(line.words);
    const offset = heading?.[0].length ?? 0;
    const words = line.words.slice(offset);
    const level = heading?.[1]?.length;
    const place = heading === null ? position : { ...position, strong: true };
    const keyword = parseKeyword(words);
    if (keyword !== undefined && this.#acceptsKeyword(keyword, words, place)) {
      return { type: 'keyword', keyword, length: offset + keyword.length, level };
    }
    const bullet = heading === null ? BULLET.exec(words) : null;
    if (bullet !== null && (!position.full || endsTerminally(position.previous ?? line))) {
      return { type: 'bullet', length: bullet[0].length };
    }
    const { items, length } = parseItems(words);
    const [first, ...rest] = items;
    if (first === undefined || !this.#acceptsItem(first, words.slice(length), place)) {
      return plain(offset, level);
    }
    return { type: 'items', items: [first, ...rest], length: offset + length, level };
  }

  #acceptsKeyword(keyword: KeywordMarker, words: string, position: Position): boolean {
    const rest = words.slice(keyword.length);
    const loose = position.previous !== undefined && LEADS_TO_NUMBER.test(position.previous.words);
    if (
      !position.strong &&
      (position.full || loose) &&
      !(position.previous !== undefined && endsTerminally(position.previous))
    ) {
      return false;
    }
    if (rest === '') return true;
    if (startsLowerCase(rest)) return false;
    if (keyword.separated) return true;
    if (/^\([^()]*\)$/.test(rest)) return true;
    return /^["“‘«]?\p{Lu}/u.test(rest) && titleLook(rest) !== undefined;
  }

  #acceptsItem(item: ItemMarker, rest: string, position: Position): boolean {
    const previous = position.previous;
    if (!position.strong) {
      if (previous === undefined) return false;
      const ended = endsTerminally(previous);
      if (!ended && (position.full || LEADS_TO_NUMBER.test(previous.words))) return false;
    }
    return item.tuple.length > 1
      ? this.#acceptsDecimal(item, rest)
      : this.#acceptsInSequence(item, position, rest);
  }

  #acceptsDecimal(item: ItemMarker, rest: string): boolean {
    const first = item.tuple.at(-1) === 1;
    const follows =
      this.#decimal.length === item.tuple.length &&
      (this.#decimal.at(-1) ?? 0) + 1 === item.tuple.at(-1);
    if (QUANTITY.test(rest) || (!/^["“‘«(*]?[\p{Lu}\p{Lo}]/u.test(rest) && !first && !follows)) {
      return false;
    }
    this.#decimal = item.tuple;
    return true;
  }

  #acceptsInSequence(item: ItemMarker, position: Position, rest: string): boolean {
    if (QUANTITY.test(rest)) return false;
    const last = ({ alphabet }: Reading): number => this.#last.get(`${item.form} ${alphabet}`) ?? 0;
    // A sequel first: (i) after (h) is a letter.
    const reading =
      item.readings.find(
        (candidate) => last(candidate) > 0 && candidate.value === last(candidate) + 1,
      ) ??
      item.readings.find((candidate) => this.#mayBegin(item, candidate)) ??
      item.readings.find((candidate) =>
        position.strong
          ? this.#mayJump(item, candidate, rest)
          : !position.wrapped &&
            candidate.value > last(candidate) &&
            candidate.value <= last(candidate) + 3,
      );
    if (reading === undefined) return false;
    this.#last.set(`${item.form} ${reading.alphabet}`, reading.value);
    return true;
  }

  /** "A. Smith" is no list: a letter with a full stop needs its second. */
  #mayBegin(item: ItemMarker, { alphabet, value }: Reading): boolean {
    return (
      value <= 1 &&
      (alphabet === 'arabic' ||
        !item.form.startsWith('.') ||
        this.#present.has(`${item.form} ${alphabet} 2`))
    );
  }

  /**
   * Excerpts leave numbers out, so a block may begin with any; not so with a year, or with the
   * initial of a name.
   */
  #mayJump(item: ItemMarker, reading: Reading, rest: string): boolean {
    if (item.form.endsWith('1')) return reading.value < 1000;
    if (item.form === '.A' && reading.alphabet === 'roman') {
      return item.number.length > 1 || titleLook(rest) !== undefined;
    }
    return item.form.startsWith('()');
  }
}
