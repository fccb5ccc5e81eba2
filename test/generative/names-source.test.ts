import { beforeAll, expect, it } from 'vitest';
import { namesSource } from '../../src/generative/names-source.js';
import { numberEvidence, type NumberedEvidence } from '../../src/generative/numbered-evidence.js';
import { smallIndex } from '../support/small-index.js';

let evidence: NumberedEvidence;
beforeAll(async () => {
  const { paragraphs } = await smallIndex([
    { id: 'lake', title: 'Charter of the Lake', text: '1. The lake is shared by all.' },
  ]);
  evidence = numberEvidence(paragraphs, { maxTokens: 500 });
});

it.each([
  ['Charter of the Lake', true],
  ['The Charter of the Lake, paragraph 1', true],
  ['The lake is shared by all', false],
  ['Charter of the Mountain', false],
  ['1', false],
  ['', false],
])('a source and nothing else is named by %j: %j', (text, named) => {
  expect(namesSource(text, evidence.sentences)).toBe(named);
});

it('no source is named where none was shown', () => {
  expect(namesSource('Charter of the Lake', [])).toBe(false);
});
