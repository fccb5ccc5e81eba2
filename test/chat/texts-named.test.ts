import { describe, expect, it } from 'vitest';
import { textsNamed } from '../../src/chat/texts-named.js';

describe('texts that a sentence names', () => {
  it('are called by their titles, a few of them', () => {
    const titles = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((title) => ({ title }));
    expect(textsNamed(titles.slice(0, 2))).toEqual(['A', 'B']);
    expect(textsNamed(titles)).toEqual(['A', 'B', 'C', 'D', 'E', '2 more']);
  });

  it('are read at a glance, though a title be a whole paragraph', () => {
    const [named = ''] = textsNamed([{ title: 'We met at the river and agreed. '.repeat(6) }]);
    expect(named.length).toBeLessThanOrEqual(102);
    expect(named).toMatch(/^We met at the river and agreed\. .* …$/u);
  });
});
