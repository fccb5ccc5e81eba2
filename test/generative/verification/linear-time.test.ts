import { describe, expect, it } from 'vitest';
import { documentWords } from '../../../src/generative/verification/document-words.js';
import { doneStands } from '../../../src/generative/verification/check-accomplishment.js';
import { enumerationsIn } from '../../../src/generative/verification/enumerations.js';
import { pairingsStand } from '../../../src/generative/verification/check-pairings.js';
import { readQuantities } from '../../../src/generative/verification/quantities.js';
import { comparable } from '../../../src/generative/verification/check-quotations.js';
import { turningsStand } from '../../../src/generative/verification/check-direction.js';

/** Long enough that square time takes longer than a test may. */
const LENGTH = 100_000;
const CLAIM =
  'Norland has built 26 bridges in 1996 and 1997 respectively, all of them in Riverton (Westland).';
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'names of its own': (text) =>
    documentWords({
      id: 'x',
      title: 'x',
      text,
      language: 'en',
      sha256: '',
      expansions: {},
      paragraphs: [],
    }),
  numbers: readQuantities,
  lists: enumerationsIn,
  pairs: (text) => pairingsStand(CLAIM, text),
  'words that turn': (text) => turningsStand(CLAIM, text),
  'what is done': (text) => doneStands(CLAIM, text),
  quotations: comparable,
};

describe.each(Object.entries(READERS))(
  'a hostile text is read in linear time for its %s',
  (_what, read) => {
    it.each([
      'a',
      'A',
      'A ',
      'A, ',
      '1.',
      '1,',
      '(',
      '(Aa) ',
      '-',
      '- ',
      ' ',
      'A’s ',
      'A and ',
      'created ',
    ])('of %j alone', (unit) => {
      expect(() => read(`${unit.repeat(LENGTH / unit.length)} respectively (`)).not.toThrow();
    });
  },
);
