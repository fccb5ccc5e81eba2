import { normalizeForSearch } from '../../language/normalize.js';
import { CLAIM_RULES } from '../claim-words.js';
import type { Check } from './check.js';
import type { CitedText } from './cited-text.js';
import { agrees, type PartialDate } from './dates.js';
import { readQuantities } from './quantities.js';

/**
 * By which a document is named together with its date: "the 2021 Declaration", "the text of 17
 * September 2021".
 */
const DATED_DOCUMENTS = CLAIM_RULES.map(({ quantities }) => quantities.datedDocument);
/** By which a paragraph is named together with its number. */
const NUMBERED_PARTS = CLAIM_RULES.map(({ quantities }) => quantities.numberedPart);

/**
 * The dates of a claim, and its numbers in digits, stand in what it cites. Numbers in words are as
 * often counted by whoever writes ("both", "three bodies"): those the reader tells.
 */
export const checkQuantities: Check = ({ text }, cited) => {
  const stated = withoutCitedParts(normalizeForSearch(text), cited.labels);
  const { dates, numbers } = readQuantities(stated);
  if (!dates.every((date) => dateStands(date, { stated, cited }))) return 'date';
  const known = new Set(cited.quantities.numbers.map(({ value }) => value));
  return numbers.every(({ value, inDigits }) => !inDigits || known.has(value))
    ? undefined
    : 'number';
};

/** Numbers of the cited paragraphs and headings count nothing. */
function withoutCitedParts(text: string, labels: ReadonlySet<string>): string {
  return NUMBERED_PARTS.reduce(
    (rest, form) => rest.replace(form, (part, label: string) => (labels.has(label) ? ' ' : part)),
    text,
  );
}

/**
 * The date stands in what is cited, or there with its year left out, which the document's own date
 * has; or the document is named by it, and what is cited has no other date that is kept from the
 * reader.
 */
function dateStands(
  date: PartialDate,
  { stated, cited }: { readonly stated: string; readonly cited: CitedText },
): boolean {
  const known = cited.quantities.dates;
  const ofDocuments = cited.documentDates.flatMap((iso) => readQuantities(iso).dates);
  const completed = known
    .filter(({ year, day }) => year === undefined && day !== undefined)
    .flatMap((other) => ofDocuments.filter((own) => agrees(other, own)));
  if ([...known, ...completed].some((other) => agrees(date, other))) return true;
  if (!ofDocuments.some((own) => agrees(date, own))) return false;
  const named = DATED_DOCUMENTS.flatMap((form) => [...stated.matchAll(form)]).flatMap(
    ([document]) => readQuantities(document).dates,
  );
  const all = readQuantities(stated).dates;
  return (
    named.some((other) => other.year === date.year) &&
    (known.length === 0 || known.some((other) => all.some((said) => agrees(said, other))))
  );
}
