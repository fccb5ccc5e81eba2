import { expect, it } from 'vitest';
import { createReplyKindReader } from '../../src/generative/reply-kinds.js';

it('an encoder that tells nothing apart makes nothing of a sentence but a statement', async () => {
  const readKind = createReplyKindReader({ embedQuery: () => Promise.resolve([1, 0]) });
  expect(await readKind({ text: 'Yes.', vector: [1, 0], cites: false })).toBe('statement');
});

it('prototypes that could not be embedded are embedded when the next sentence is read', async () => {
  let calls = 0;
  const readKind = createReplyKindReader({
    embedQuery: () => {
      calls += 1;
      return calls === 1 ? Promise.reject(new Error('gone')) : Promise.resolve([1, 0]);
    },
  });
  const sentence = { text: 'They meet.', vector: [1, 0], cites: true };
  await expect(readKind(sentence)).rejects.toThrow('gone');
  expect(await readKind(sentence)).toBe('statement');
});
