import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPrompt } from '../../src/adapters/prompt-file.js';
import { temporaryFolder } from '../support/temporary-folder.js';

async function folderWith(text: string): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'p.md'), text);
  return folder;
}

test('slots are filled in, and the ends of the file are trimmed', async () => {
  const prompt = await readPrompt(
    await folderWith('\n\nAsk {who} about {what}, then {who} again.\n\n'),
    'p',
    ['who', 'what'],
  );
  expect(await prompt({ who: 'Ann', what: 'dams' })).toBe('Ask Ann about dams, then Ann again.');
});

test('what is filled in stays what it is, braces, dollars and slots of the same name included', async () => {
  const prompt = await readPrompt(await folderWith('<{a}|{b}>'), 'p', ['a', 'b']);
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('{b}', '{{a}}', '$&', '$1', '{', '}', '{a', '\\{'),
  );
  await fc.assert(
    fc.asyncProperty(text, text, async (a, b) => {
      expect(await prompt({ a, b })).toBe(`<${a}|${b}>`);
    }),
  );
});

describe('a file that cannot be used names itself, the fault and its slots', () => {
  test.each([
    [
      'an unknown slot',
      'Ask {who} about {wat}.',
      /p\.md has the unknown slot \{wat\}\. Its slots are \{who\}, \{what\}\.$/,
    ],
    [
      'a missing slot',
      'Ask {who}.',
      /p\.md lacks the slot \{what\}\. Its slots are \{who\}, \{what\}\.$/,
    ],
    ['a lone brace', 'Ask {who} about {what', /p\.md has a brace that is not part of a slot\./],
  ])('%s', async (_what, text, message) => {
    await expect(readPrompt(await folderWith(text), 'p', ['who', 'what'])).rejects.toMatchObject({
      code: 'invalid-configuration',
      message: expect.stringMatching(message) as string,
    });
  });

  test('a missing file', async () => {
    const folder = await temporaryFolder();
    await expect(readPrompt(folder, 'p', ['who'])).rejects.toMatchObject({
      code: 'invalid-configuration',
      message: `${join(folder, 'p.md')} cannot be read. Its slots are {who}.`,
    });
  });
});

test('the prompts that ship are usable', async () => {
  const prompts = fileURLToPath(new URL('../../prompts', import.meta.url));
  const abstention = await readPrompt(prompts, 'abstention', ['documents']);
  expect(await abstention({ documents: 'Declaration {x}' })).toContain('Declaration {x}');
});
