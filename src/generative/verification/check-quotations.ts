import type { Check } from './check.js';
import { quotationsIn, standsIn } from './quotations.js';

/** Every quotation and address stands word for word in what is cited, or where that stands. */
export const checkQuotations: Check = ({ text }, { quotable }) =>
  quotationsIn(text).every((quotation) => quotable.some((source) => standsIn(quotation, source)))
    ? undefined
    : 'quote';
