import { anyOf } from '../../language/any-of.js';
import { rulesOf } from '../../language/languages.js';
import { terms } from '../../language/tokenize.js';
import type { IndexedParagraph } from '../../ports/search-index.js';
import { wordingOf, type PlacedSentence } from '../quoting/sentence.js';
import { dateHeld, dateOf, holdsWholeDate } from './date-in-text.js';
import { closingOf, openingOf, sentencesIn } from './document-sentences.js';

const CLOSING_FORMULA = anyOf(rulesOf('titles').map(({ closingFormula }) => closingFormula));
/** Year and month: of less a text may have many. */
const ENOUGH_OF_A_DATE = 2;

/**
 * The sentence that says when or where a text was made: it holds the date or the place that the
 * metadata have, and rather both; where none does, such as where the date is in words, it is the
 * formula at the end. Undefined where the text does not say.
 */
export function adoptionSentence(
  paragraphs: readonly IndexedParagraph[],
  asked: 'date' | 'place',
): PlacedSentence | undefined {
  const document = paragraphs[0]?.document;
  const atTheEnds = new Set(
    [...openingOf(paragraphs), ...closingOf(paragraphs)].map(({ paragraph }) => paragraph),
  );
  const date = dateOf(document?.date ?? '');
  const place = terms(document?.place ?? '');
  const dates = sentencesIn(paragraphs)
    .map((sentence) => ({
      sentence,
      dated: date === undefined ? 0 : dateHeld(wordingOf(sentence), date),
      atTheEnds: Number(atTheEnds.has(sentence.paragraph)),
    }))
    .filter(({ dated, atTheEnds: near }) =>
      asked === 'date' ? dated >= ENOUGH_OF_A_DATE || (dated > 0 && near > 0) : dated + near > 0,
    );
  // The words of a whole text take their time.
  const ranked = dates
    .map((one) => ({ ...one, placed: Number(names(wordingOf(one.sentence), place)) }))
    .filter(({ placed }) => asked === 'date' || placed > 0)
    .sort((a, b) => b.dated - a.dated || b.placed - a.placed || b.atTheEnds - a.atTheEnds);
  return ranked[0]?.sentence ?? closingFormula(closingOf(paragraphs));
}

function names(text: string, place: readonly string[]): boolean {
  const said = new Set(terms(text));
  return place.length > 0 && place.every((term) => said.has(term));
}

/** Rather one with a date in figures. */
function closingFormula(sentences: readonly PlacedSentence[]): PlacedSentence | undefined {
  const formulas = sentences.filter((sentence) => CLOSING_FORMULA.test(wordingOf(sentence)));
  return formulas.findLast((sentence) => holdsWholeDate(wordingOf(sentence))) ?? formulas.at(-1);
}
