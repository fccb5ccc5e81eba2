import type { Line } from './lines.js';
import type { Mark } from './mark.js';
import { titleLook } from './title-look.js';

/** Fewer are no habit of the text. */
const MIN_TIMES = 2;

/**
 * Forms of numbers in brackets that mostly stand before a title, their wording below it: "(a)
 * Authority⏎⏎The Secretary may make grants."
 */
export function titledForms(lines: readonly Line[], marks: readonly Mark[]): ReadonlySet<string> {
  const votes = new Map<string, { titles: number; others: number }>();
  for (const [index, mark] of marks.entries()) {
    const form = formOfTitle(mark, lines[index]);
    const [next, below] = [lines[index + 1], marks[index + 1]];
    if (form === undefined || next === undefined || below === undefined) continue;
    const vote = votes.get(form) ?? { titles: 0, others: 0 };
    if (isWordingOf(next, below)) vote.titles += 1;
    else if (formOf(below) === form) vote.others += 1;
    votes.set(form, vote);
  }
  return new Set(
    [...votes]
      .filter(([, { titles, others }]) => titles >= MIN_TIMES && titles > others)
      .map(([form]) => form),
  );
}

/** Of a line with nothing but such a number and a title behind it. */
export function formOfTitle(mark: Mark, line: Line | undefined): string | undefined {
  const form = formOf(mark);
  const isTitle = line !== undefined && titleLook(line.words.slice(mark.length)) !== undefined;
  return form?.startsWith('(') === true && isTitle ? form : undefined;
}

/** Whether what stands below a title is its wording. */
export function isWordingOf(line: Line, mark: Mark): boolean {
  return (
    mark.type === 'none' &&
    mark.level === undefined &&
    line.gapBefore &&
    titleLook(line.words) === undefined
  );
}

function formOf(mark: Mark): string | undefined {
  return mark.type === 'items' && mark.numbers.length === 1
    ? mark.numbers[0].item?.form
    : undefined;
}
