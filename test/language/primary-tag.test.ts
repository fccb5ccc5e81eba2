import { expect, test } from 'vitest';
import { primaryTag } from '../../src/language/primary-tag.js';

test.each([
  ['zh-Hans', 'zh'],
  ['EN-gb', 'en'],
  ['de', 'de'],
])('%s is %s', (tag, primary) => {
  expect(primaryTag(tag)).toBe(primary);
});
