import { describe, expect, it } from 'vitest';
import { parseExpansions } from '../../../src/adapters/corpus/expansions.js';

describe('a file of questions', () => {
  it('has labels as they are written, in quotes or not', () => {
    const parsed = parseExpansions('26.10:\n  questions: [Who pays?]\n"26.1":\n  words: fee\n');
    expect(Object.keys(parsed).sort()).toEqual(['26.1', '26.10']);
  });

  it.each([
    ['"1": [Who pays?]', 'shape'],
    ['"1": {questions: [""]}', 'an empty question'],
    ['"1": {answers: [x]}', 'an unknown key'],
    ['"1": {questions: [a]}\n"1": {questions: [b]}', 'a label twice'],
    ['"1": *nowhere', 'an alias that leads nowhere'],
    ['"1": [', 'no YAML'],
  ])('%j is refused (%s)', (yaml) => {
    expect(() => parseExpansions(yaml)).toThrow(/^(?:is not valid YAML|cannot be used): /u);
  });

  it('may be empty', () => {
    expect(parseExpansions('# nothing yet\n')).toEqual({});
  });
});
