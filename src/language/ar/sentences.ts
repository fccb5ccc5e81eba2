import type { SentenceRules } from '../language.js';
import { listed } from '../listed.js';

export const SENTENCES: SentenceRules = {
  beforeWord: listed('د أ.د ق.م'),
  beforeNumber: listed('ص ج م ف'),
  either: listed('هـ إلخ'),
  capitalOnly: [],
  starters: listed('في من على إلى لا لكل كل هذا هذه يجب يجوز وفي ولا'),
};
