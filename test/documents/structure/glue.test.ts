import { describe, expect, it } from 'vitest';
import { readStructure } from '../../../src/documents/structure/read-structure.js';

describe('a number glued to the end of a paragraph', () => {
  const GLUED: readonly (readonly [text: string, labels: string])[] = [
    ['163. It ends between their peoples.165. In making it, they end.', '163 165'],
    ['1. One ends here. 2. Two starts there. 3. Three too.', '1 2 3'],
    ['1. One ends “here.”2. Two starts.\n\n3. Three is.', '1 2 3'],
  ];
  const NOT_GLUED: readonly string[] = [
    '5. See resolution 2030.165. In making it, they end.',
    '5. See resolution 2396. The States agree.',
    '5. See No.6. The text is there.',
    '5. It was in July.6. august it was not.',
    '5. It ends.60. Too far away it is.',
    '5. It ends.4. Before it stands.',
    '5. Aims: 1. Peace; 2. Trade; 3. Tea; 4. Milk; 5. Sugar; 6. Honey.',
    '5. It rose by 3.6. Percent they were not.',
  ];

  it.each(GLUED)('%j', (text, labels) => {
    expect(
      readStructure(text)
        .map((paragraph) => paragraph.label)
        .join(' '),
    ).toBe(labels);
  });

  it.each(NOT_GLUED)('is not seen in %j', (text) => {
    expect(readStructure(text)).toHaveLength(1);
  });

  it('is not seen where the number is printed at the beginning of a line', () => {
    expect(readStructure('5. It ends.6. Not yet.\n\n6. Six is.')).toHaveLength(2);
  });
});
