import { expect, it } from 'vitest';
import { expansionOf, questionsOf } from '../../src/documents/searched-text.js';

it.each(['constructor', 'toString', '__proto__'])(
  'a paragraph labelled %s has no expansion that its file does not give',
  (label) => {
    expect(expansionOf({ expansions: {} }, { label })).toBeUndefined();
    expect(questionsOf({ expansions: {} }, { label })).toEqual([]);
  },
);
