import { appendFile, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { FeedbackFile, readFeedback } from '../../../src/adapters/feedback/feedback-file.js';
import { renderFeedback } from '../../../src/bin/render-feedback.js';
import type { FeedbackEntry } from '../../../src/ports/feedback.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const entry = (question: string, kind: FeedbackEntry['kind'] = 'unanswered'): FeedbackEntry => ({
  day: '2026-03-04',
  kind,
  question,
  places: ['/documents/rivers-1999#p2'],
});

it('keeps lines in the order in which they were added, for its owner alone', async () => {
  const file = path.join(await temporaryFolder(), 'kept', 'feedback.jsonl');
  expect(await readFeedback(file)).toEqual([]);
  const book = new FeedbackFile(file);
  const entries = Array.from({ length: 20 }, (_, i) => entry(`Question ${i}?`));
  await Promise.all(entries.map((each) => book.add(each)));
  expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(21);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await appendFile(file, '{"day":"2026-');
  expect(await readFeedback(file)).toEqual(entries);
});

it('holds no more than twice its bound, the newest', async () => {
  const folder = await temporaryFolder();
  const file = path.join(folder, 'feedback.jsonl');
  const book = new FeedbackFile(file, { maxBytes: 1_000 });
  for (let i = 0; i < 100; i++) await book.add(entry(`Question ${i}?`));
  const sizes = await Promise.all(
    (await readdir(folder)).map(async (name) => (await stat(path.join(folder, name))).size),
  );
  expect(sizes).toHaveLength(2);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1_000);
  expect((await readFeedback(file)).at(-1)?.question).toBe('Question 99?');
});

it('goes on after a line that could not be written', async () => {
  const folder = await temporaryFolder();
  const broken = new FeedbackFile(path.join(folder, 'a'));
  await broken.add(entry('One?'));
  const inFile = new FeedbackFile(path.join(folder, 'a', 'b'));
  await expect(inFile.add(entry('Two?'))).rejects.toThrow();
  await expect(inFile.add(entry('Three?'))).rejects.toThrow();
});

it('is printed by kind, what was asked most often first', () => {
  const printed = renderFeedback([
    entry('Who pays?'),
    entry('Who judges?\u001b[2J'),
    entry('who pays'),
    entry('Who decides?', 'helpful'),
  ]);
  expect(printed).toBe(
    [
      'Not answered',
      '  times  last        question',
      '      2  2026-03-04  Who pays?',
      '      1  2026-03-04  Who judges?[2J',
      '',
      'Said to help',
      '  times  last        question',
      '      1  2026-03-04  Who decides?',
    ].join('\n'),
  );
  expect(renderFeedback([])).toBe('Nothing was kept yet.');
});
