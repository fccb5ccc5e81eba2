import { expect, test } from 'vitest';
import { parseCranfield } from '../../bench/cranfield-collection.js';

const ABSTRACTS = `.I 1
.T
wing in a
slipstream .
.A
brenckman,m.
.B
j. ae. scs. 25, 1958, 324.
.W
wing in a slipstream .
  the lift, at 4.5 degrees, was measured .  is it so ?
.I 2
.T
.A
.B
.W
`;
const QUERIES = `.I 001
.W
what similarity laws must be obeyed .
.I 004
.W
what problems of heat conduction
have been solved .
`;

test('abstracts have a title and sentences as they are written elsewhere', () => {
  const { abstracts } = parseCranfield({ abstracts: ABSTRACTS, queries: '', judgements: '' });
  expect(abstracts).toEqual([
    {
      title: 'Wing in a slipstream',
      text: 'Wing in a slipstream. The lift, at 4.5 degrees, was measured. Is it so?',
    },
    { title: '', text: '' },
  ]);
});

test('queries are judged by their place, not by the number printed there; only codes from 1 up are relevant', () => {
  const { queries, relevant } = parseCranfield({
    abstracts: ABSTRACTS,
    queries: QUERIES,
    judgements: '1 2 2 \n2 1 4\n2 2 -1\n1 1 0\n',
  });
  expect(queries).toEqual([
    'What similarity laws must be obeyed.',
    'What problems of heat conduction have been solved.',
  ]);
  expect(relevant.map((positions) => [...positions])).toEqual([[1], [0]]);
});
