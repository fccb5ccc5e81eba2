export type AnswerPart =
  | { readonly kind: 'words'; readonly text: string; readonly strong: boolean }
  | { readonly kind: 'marker'; readonly number: number };

const MARKER = String.raw`\[[1-9]\d{0,2}\]`;
const SEPARATORS = new RegExp(String.raw`(${MARKER}|\*\*)`);
/** The beginning of a marker that what comes next may complete. */
const BEGUN_MARKER = /\[(?:[1-9]\d{0,2})?$/;

/**
 * An answer as it comes, taken apart into words, bold ones between `**`, and numbers that have a
 * citation. A number without one stays what it is: words of the text. However the answer is cut,
 * the parts are the same.
 */
export class AnswerSplitter {
  #held = '';
  #strong = false;
  readonly #isCited: (number: number) => boolean;

  constructor(isCited: (number: number) => boolean) {
    this.#isCited = isCited;
  }

  push(text: string): AnswerPart[] {
    const all = this.#held + text;
    const certain = all.length - heldBack(all);
    this.#held = all.slice(certain);
    return this.#split(all.slice(0, certain));
  }

  /** What was held back until now, as the answer has ended. */
  end(): AnswerPart[] {
    const rest = this.#held;
    this.#held = '';
    return this.#split(rest);
  }

  #split(text: string): AnswerPart[] {
    return text.split(SEPARATORS).flatMap((part, at): AnswerPart[] => {
      if (at % 2 === 0) return this.#words(part);
      if (part === '**') {
        this.#strong = !this.#strong;
        return [];
      }
      const number = Number(part.slice(1, -1));
      return this.#isCited(number) ? [{ kind: 'marker', number }] : this.#words(part);
    });
  }

  #words(text: string): AnswerPart[] {
    return text === '' ? [] : [{ kind: 'words', text, strong: this.#strong }];
  }
}

/** The parts of an answer that is there as a whole. */
export function splitAnswer(text: string, isCited: (number: number) => boolean): AnswerPart[] {
  const splitter = new AnswerSplitter(isCited);
  return [...splitter.push(text), ...splitter.end()];
}

/** How many characters at the end mean one thing or another, depending on what comes. */
function heldBack(text: string): number {
  let stars = 0;
  while (text.at(-1 - stars) === '*') stars += 1;
  return stars > 0 ? stars % 2 : (BEGUN_MARKER.exec(text)?.[0].length ?? 0);
}

/**
 * An answer that was cut off, back to its last number: every sentence ends with one, so what stands
 * behind it is a sentence without its source. Empty where there is none.
 */
export function wholePart(text: string, isCited: (number: number) => boolean): string {
  const last = [...text.matchAll(new RegExp(MARKER, 'g'))]
    .filter(([marker]) => isCited(Number(marker.slice(1, -1))))
    .at(-1);
  return last === undefined ? '' : text.slice(0, last.index + last[0].length);
}
