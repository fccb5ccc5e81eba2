import { expect, test } from 'vitest';
import { stageShares } from '../../bench/stage-shares.js';

const frame = (functionName: string, url = ''): { functionName: string; url: string } => ({
  functionName,
  url,
});

test('time counts for the room that a function stands in, else for that of its caller', () => {
  const shares = stageShares({
    nodes: [
      { id: 1, callFrame: frame('(root)'), children: [2, 5, 6] },
      {
        id: 2,
        callFrame: frame('retrieve', 'file:///x/src/retrieval/retriever.ts'),
        children: [3],
      },
      {
        id: 3,
        callFrame: frame('plan', 'file:///x/src/retrieval/query/plan-query.ts'),
        children: [4],
      },
      { id: 4, callFrame: frame('tokens', 'file:///x/src/language/tokenize.ts') },
      { id: 5, callFrame: frame('(idle)') },
      { id: 6, callFrame: frame('(garbage collector)') },
    ],
    samples: [3, 4, 5, 6, 2],
    timeDeltas: [1000, 2000, 50_000, 4000, 8000],
  });
  expect(Object.fromEntries(shares)).toEqual({
    parse: 3,
    'collect garbage': 4,
    'node itself': 8,
  });
});
