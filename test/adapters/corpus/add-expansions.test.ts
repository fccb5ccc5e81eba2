import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addExpansions,
  type LabelledExpansion,
} from '../../../src/adapters/corpus/add-expansions.js';
import { expansionsPath, parseExpansions } from '../../../src/adapters/corpus/expansions.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const FIRST: LabelledExpansion = [
  '1',
  {
    questions: ['Who keeps rivers clean?', 'Say "waste": what is it: dirt?'],
    words: 'pollution, dirt # not a comment',
  },
];
const SECOND: LabelledExpansion = ['2.1(a)', { questions: ['Where may a dam stand?'], words: '' }];

async function aFile(text?: string): Promise<string> {
  const file = join(await temporaryFolder(), 'rivers.questions.yaml');
  if (text !== undefined) await writeFile(file, text);
  return file;
}

const textOf = (file: string): Promise<string> => readFile(file, 'utf8');
const entriesOf = async (file: string): Promise<unknown> => parseExpansions(await textOf(file));

test('the file stands beside the text', () => {
  expect(expansionsPath('corpus/treaties/rivers.1999.txt')).toBe(
    'corpus/treaties/rivers.1999.questions.yaml',
  );
});

test('a file is begun, with a note on what it is, and added to', async () => {
  const file = await aFile();
  await addExpansions(file, [FIRST]);
  const begun = await textOf(file);
  expect(begun).toMatch(/^# .+questions/);
  await addExpansions(file, [SECOND]);
  expect((await textOf(file)).startsWith(begun)).toBe(true);
  expect(await entriesOf(file)).toEqual(Object.fromEntries([FIRST, SECOND]));
});

describe('what a person wrote', () => {
  test.each([
    [
      'with comments, blanks and quotes of their own',
      "# mine\n\n'2.1(a)':   # here\n    questions: [ 'Mine?' ]   \n",
    ],
    ['without a last line end', '2.1(a):\n  questions:\n  - Mine?'],
    ['with the line ends of Windows', '2.1(a):\r\n  questions:\r\n    - Mine?\r\n'],
  ])('%s stays to the letter', async (_how, text) => {
    const file = await aFile(text);
    await addExpansions(file, [FIRST, SECOND]);
    expect((await textOf(file)).startsWith(text)).toBe(true);
    expect(await entriesOf(file)).toEqual({
      '2.1(a)': { questions: ['Mine?'], words: '' },
      [FIRST[0]]: FIRST[1],
    });
  });

  test('for every paragraph is not touched', async () => {
    const text = '1: {}\n';
    const file = await aFile(text);
    await addExpansions(file, [FIRST]);
    expect(await textOf(file)).toBe(text);
  });

  test.each(['{ 3: {} }\n', '3: {}\n...\n'])(
    'in a form that nothing can be added to is refused and stays: %j',
    async (text) => {
      const file = await aFile(text);
      await expect(addExpansions(file, [FIRST])).rejects.toMatchObject({
        code: 'corpus-unwritable',
        message: expect.stringContaining(file) as string,
      });
      expect(await textOf(file)).toBe(text);
    },
  );

  test('wrongly is named, and stays', async () => {
    const text = '1:\n  question: Mine?\n';
    const file = await aFile(text);
    await expect(addExpansions(file, [SECOND])).rejects.toMatchObject({
      code: 'unreadable-document',
      message: expect.stringContaining(file) as string,
    });
    expect(await textOf(file)).toBe(text);
  });
});

test('a folder that cannot be written is named, and nothing is left in it', async () => {
  const folder = await temporaryFolder();
  await expect(
    addExpansions(join(folder, 'missing', 'rivers.questions.yaml'), [FIRST]),
  ).rejects.toMatchObject({
    code: 'corpus-unwritable',
    message: expect.stringMatching(/missing.+permissions/) as string,
  });
  expect(await readdir(folder)).toEqual([]);
});

test('beside the file nothing is left', async () => {
  const file = await aFile();
  await addExpansions(file, [FIRST]);
  expect(await readdir(join(file, '..'))).toEqual(['rivers.questions.yaml']);
});

test('whatever the words are, they are read back as they were', async () => {
  const file = await aFile();
  const line = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .map((text) => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '').trim())
    .filter((text) => text !== '');
  await fc.assert(
    fc.asyncProperty(
      line,
      fc.array(line, { minLength: 1, maxLength: 3 }),
      line,
      async (label, questions, words) => {
        await writeFile(file, '');
        await addExpansions(file, [[label, { questions, words }]]);
        expect(await entriesOf(file)).toEqual({ [label]: { questions, words } });
      },
    ),
    { numRuns: 50 },
  );
});

test('a label may be any word, __proto__ too', () => {
  const entry = { questions: ['Is it kept?'], words: '' };
  expect(Object.entries(parseExpansions('__proto__:\n  questions: [Is it kept?]\n'))).toEqual([
    ['__proto__', entry],
  ]);
});
