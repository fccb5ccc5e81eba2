import { normalizeForSearch } from '../../language/normalize.js';
import type { CitedText } from './cited-text.js';
import { agrees, type PartialDate } from './dates.js';
import { enumerationsIn } from './enumerations.js';
import { readQuantities, type Quantity } from './quantities.js';

/**
 * By which a document is named together with its date: "the 2021 Declaration", "the text of 17
 * September 2021".
 */
const DOCUMENT_NOUN = String.raw`(?:declaration|document|text|charter|treaty|convention|agreement|statement|forum|summit|meeting)`;
const DATED_DOCUMENT = new RegExp(
  String.raw`(?<!\d)(?:1[5-9]|20)\d\d(?:\s+[\p{L}-]+){0,3}?\s+${DOCUMENT_NOUN}|${DOCUMENT_NOUN}(?:\s+[\p{L}-]+){0,3}?[\s,(]+(?:\d{1,2}\s+\p{L}+,?\s+|\p{L}+\s+\d{1,2},?\s+)?(?:1[5-9]|20)\d\d(?!\d)`,
  'giu',
);
/** By which a paragraph is named together with its number. */
const NAMED_PLACE =
  /(?:\b(?:paragraphs?|paras?\.?|articles?|art\.?|sections?|chapters?|points?|principles?|items?|clauses?|parts?)|§)\s*(\d+(?:\.\d+)*|[IVXLC]+)/giu;

/** What a text may list without counting: "six states". */
const COUNTED =
  /^(?:member|members|founding|state|states|countries|nations|republics|governments|participants|parties|sides)$/u;

/** What is wrong with the numbers and dates of a claim, if anything. */
export function quantityFault(claim: string, cited: CitedText): 'number' | 'date' | undefined {
  const stated = normalizeForSearch(claim).replace(NAMED_PLACE, (place, label: string) =>
    cited.labels.has(label) ? ' ' : place,
  );
  const { dates, numbers } = readQuantities(stated);
  if (!dates.every((date) => dateStands(date, { stated, cited }))) return 'date';
  return numbers.every((number) => numberStands(number, cited)) ? undefined : 'number';
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
  const named = [...stated.matchAll(DATED_DOCUMENT)].flatMap(
    (match) => readQuantities(match[0]).dates,
  );
  const all = readQuantities(stated).dates;
  return (
    named.some((other) => other.year === date.year) &&
    (known.length === 0 || known.some((other) => all.some((said) => agrees(said, other))))
  );
}

/** The number stands there, and not of something else: 26 countries are not 26 participants. */
function numberStands({ value, of, after }: Quantity, { quantities, text }: CitedText): boolean {
  const sameNumber = quantities.numbers.filter((number) => number.value === value);
  if (sameNumber.length === 0) {
    return COUNTED.test(of) && enumerationsIn(text).some(({ length }) => length === value);
  }
  const sameThing = quantities.numbers.filter((number) => of !== '' && number.of === of);
  const samePlace = quantities.numbers.filter((number) => after !== '' && number.after === after);
  return (
    sameThing.length === 0 ||
    sameThing.some((number) => number.value === value) ||
    samePlace.some((number) => number.value === value)
  );
}
