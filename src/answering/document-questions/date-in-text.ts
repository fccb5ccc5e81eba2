import { rulesOf } from '../../language/languages.js';

/** As much of a date as is known: `2021-09-17`, `2021-09` or `2021` in numbers. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

const ISO = /^(?<year>\d{4})(?:-(?<month>\d\d))?(?:-(?<day>\d\d))?$/u;
/** From 1500 on: other numbers of four digits are as often no years. */
const YEAR = /^(?:1[5-9]\d\d|20\d\d)$/u;
/** Day and month stand at most so many words before or after the year. */
const NEAR = 5;
const LAST_DAY = 31;

/** Names of months in every language that has them, 1 to 12. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  rulesOf('calendar').flatMap(({ months, shortMonths }) => [
    ...months.map((name, i) => [name, i + 1] as const),
    ...shortMonths.map((short) => [short, monthOf(months, short)] as const),
  ]),
);

function monthOf(months: readonly string[], short: string): number {
  return months.findIndex((name) => name.startsWith(short)) + 1;
}

export function dateOf(iso: string): PartialDate | undefined {
  const { year, month, day } = ISO.exec(iso)?.groups ?? {};
  return year === undefined
    ? undefined
    : {
        year: Number(year),
        month: month === undefined ? undefined : Number(month),
        day: day === undefined ? undefined : Number(day),
      };
}

/** How much of a date a text holds: 0 none, 1 the year, 2 the month too, 3 the whole. */
export function dateHeld(text: string, { year, month, day }: PartialDate): number {
  return aroundYears(text, year).reduce((most, around) => {
    const hasMonth = around.some(
      (word) => MONTHS.get(word) === month || (month !== undefined && Number(word) === month),
    );
    const hasDay = around.some((word) => day !== undefined && Number(word) === day);
    return Math.max(most, hasMonth ? (hasDay ? 3 : 2) : 1);
  }, 0);
}

/** Whether a text holds any whole date. */
export function holdsWholeDate(text: string): boolean {
  return aroundYears(text).some((around) => {
    const days = around.filter((word) => {
      const value = Number(word);
      return value >= 1 && value <= LAST_DAY;
    });
    return days.length > (around.some((word) => MONTHS.has(word)) ? 0 : 1);
  });
}

/** The words around each year of a text, or around one year. */
function aroundYears(text: string, year?: number): string[][] {
  const tokens = text.toLowerCase().match(/\p{N}+|\p{L}+/gu) ?? [];
  return tokens.flatMap((token, i) =>
    YEAR.test(token) && (year === undefined || Number(token) === year)
      ? [[...tokens.slice(Math.max(0, i - NEAR), i), ...tokens.slice(i + 1, i + 1 + NEAR)]]
      : [],
  );
}
