import type { NumberRules } from '../language.js';
import { listed } from '../listed.js';

export const NUMBERS: NumberRules = {
  cardinals: listed(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen ' +
      'fifteen sixteen seventeen eighteen nineteen twenty',
  ),
  ordinals: listed(
    'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth ' +
      'thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
  ),
  tens: listed('twenty thirty forty fifty sixty seventy eighty ninety'),
  ordinalOfTens: (tens) => tens.replace(/y$/u, 'ieth'),
  scales: [
    ['dozen', 12],
    ['hundred', 100],
    ['thousand', 1e3],
    ['million', 1e6],
    ['billion', 1e9],
    ['trillion', 1e12],
  ],
};
