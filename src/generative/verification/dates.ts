import { rulesOf } from '../../language/languages.js';
import { CLAIM_RULES } from '../claim-words.js';

/** What is said of a date. */
export interface PartialDate {
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
}

/** Letters by which a name of a month is known. */
const KNOWN_BY = 3;
/** By their first letters; 1 to 12. */
const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  rulesOf('calendar').flatMap(({ months }) =>
    months.map((name, i) => [name.slice(0, KNOWN_BY), i + 1] as const),
  ),
);
/** From 1500 on: other numbers of four digits are as often no years. */
const YEAR = String.raw`(?<year>1[5-9]\d\d|20\d\d)(?!\d)`;

/** In the order in which they are tried; what one has read the next does not see. */
const FORMS: readonly RegExp[] = [
  new RegExp(String.raw`(?<!\d)${YEAR}-(?<number>\d\d)-(?<day>\d\d)(?!\d)`, 'gu'),
  new RegExp(String.raw`(?<!\d)(?<day>\d{1,2})[./](?<number>\d{1,2})[./]${YEAR}`, 'gu'),
  ...CLAIM_RULES.flatMap(({ dates }) => dates.forms),
  new RegExp(String.raw`(?<![\d.,])${YEAR}(?![.,]\d)`, 'gu'),
  ...CLAIM_RULES.map(({ dates }) => dates.monthAlone),
];

type Groups = Readonly<Record<string, string | undefined>>;

/** The dates of a text in lower case, and the text without them. */
export function readDates(text: string): {
  readonly dates: readonly PartialDate[];
  readonly rest: string;
} {
  const dates: PartialDate[] = [];
  const rest = FORMS.reduce(
    (left, form) =>
      left.replace(form, (...args: unknown[]) => {
        dates.push(...toDates(args.at(-1) as Groups));
        return ' , ';
      }),
    text,
  );
  return { dates, rest };
}

function toDates({ year, month, number, day, lastDay }: Groups): PartialDate[] {
  const monthNumber = month === undefined ? number : MONTH_NUMBERS.get(month.slice(0, KNOWN_BY));
  const whole = {
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(monthNumber === undefined ? {} : { month: Number(monthNumber) }),
  };
  const days = [day, lastDay].filter((value) => value !== undefined);
  return days.length === 0 ? [whole] : days.map((value) => ({ ...whole, day: Number(value) }));
}

/** All that the first says of a date, the second says too. */
export function agrees(stated: PartialDate, known: PartialDate): boolean {
  return (['year', 'month', 'day'] as const).every(
    (part) => stated[part] === undefined || stated[part] === known[part],
  );
}
