/**
 * `2021-09-17` as `17 September 2021`, `2021-09` as `September 2021`; anything else as it is.
 * @param language BCP 47 tag
 */
export function readableDate(date: string, language = 'en'): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  if (year === undefined || month === undefined) return date;
  const time = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(time.getTime())) return date;
  const dayOption = day === undefined ? {} : { day: 'numeric' as const };
  // English of the country whose days stand before their months.
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...dayOption,
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(time);
}
