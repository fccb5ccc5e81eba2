/** The date that a text begins with, as `2021-09-17`, `2021-09` or `2021`; undefined where there is none. */
export function calendarDate(text: string): string | undefined {
  const match = /^\s*(\d{4})(?:-(\d\d)(?:-(\d\d)(?=$|[T\s]))?)?(?=$|[T\s])/u.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? '1'), Number(match[3] ?? '1')];
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? match[0].trim() : undefined;
}
