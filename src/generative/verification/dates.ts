/** What is said of a date. */
export interface PartialDate {
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
}

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
/** `may` is a month beside a number only, and so are short names. */
const MONTH = String.raw`(?<month>${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?`;
const DAY = String.raw`(?<![\d.,])(?<day>[0-3]?\d)(?:st|nd|rd|th)?(?:\s*(?:-|to|and)\s*(?<lastDay>[0-3]?\d)(?:st|nd|rd|th)?)?`;
const YEAR = String.raw`(?<year>1[5-9]\d\d|20\d\d)(?!\d)`;
const OF = String.raw`\s+(?:of\s+)?`;
const SEPARATOR = String.raw`\s*,?\s+(?:of\s+)?`;

/** In the order in which they are tried; what one has read the next does not see. */
const FORMS: readonly RegExp[] = [
  new RegExp(String.raw`(?<!\d)${YEAR}-(?<number>\d\d)-(?<day>\d\d)(?!\d)`, 'gu'),
  new RegExp(String.raw`(?<!\d)(?<day>\d{1,2})[./](?<number>\d{1,2})[./]${YEAR}`, 'gu'),
  new RegExp(`${DAY}${OF}${MONTH}(?:${SEPARATOR}${YEAR})?`, 'gu'),
  new RegExp(String.raw`\b${MONTH}\s+(?:the\s+)?${DAY}(?!\d)(?:${SEPARATOR}${YEAR})?`, 'gu'),
  new RegExp(String.raw`\b${MONTH}${SEPARATOR}${YEAR}`, 'gu'),
  new RegExp(String.raw`(?<![\d.,])${YEAR}(?![.,]\d)`, 'gu'),
];
/** Alone, as in "in June"; `march`, `may` and `august` are words as well. */
const MONTH_ALONE =
  /\b(?:january|february|april|june|july|september|october|november|december)\b/gu;

/** The dates of a text in lower case, and the text without them. */
export function readDates(text: string): {
  readonly dates: readonly PartialDate[];
  readonly rest: string;
} {
  const dates: PartialDate[] = [];
  let rest = text;
  for (const form of FORMS) {
    rest = rest.replace(form, (...args: unknown[]) => {
      dates.push(...toDates(args.at(-1) as Readonly<Record<string, string | undefined>>));
      return ' , ';
    });
  }
  rest = rest.replace(MONTH_ALONE, (name) => {
    dates.push({ month: MONTHS.indexOf(name) + 1 });
    return ' , ';
  });
  return { dates, rest };
}

function toDates({
  year,
  month,
  number,
  day,
  lastDay,
}: Readonly<Record<string, string | undefined>>): PartialDate[] {
  const monthNumber =
    month === undefined
      ? number
      : String(MONTHS.findIndex((name) => name.startsWith(month.slice(0, 3))) + 1);
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
