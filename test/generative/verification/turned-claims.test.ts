import { describe, expect, it } from 'vitest';
import { checkSentence } from '../../../src/generative/verification/check-sentence.js';
import {
  numberEvidence,
  type NumberedSentence,
} from '../../../src/generative/numbered-evidence.js';
import { prepareProbe } from '../../../src/retrieval/search/probe.js';
import type { SearchIndex } from '../../../src/retrieval/search/search-index.js';
import { BagOfWordsEmbeddings, smallIndex } from '../../support/small-index.js';

const SENTENCES = {
  plan: 'Members will consider opportunities to build a common dam on the upper river.',
  call: 'They call for the early adoption of a convention on clean water and intend to reduce the use of poisons.',
  settled:
    'In 1998 the Union adopted the Charter of the Lake, and a common flag has been approved.',
  hopes:
    'Norland and Sudland seek seats in the River Council in 2027-2028 and 2028-2029 respectively.',
  centres:
    'Members consider these initiatives: a Fishing Centre in Hillford as a permanent ' +
    'body (Norland), a Weather Centre within the Regional Harbour Agency (RHA) in ' +
    'Riverton (Sudland) and a Museum of Boats (Westland).',
  road: 'Westland and two other members reaffirm their support for Norland’s Harbour and Bridge Initiative.',
  crime:
    'They will prevent the preparation and financing of smuggling, and deny smugglers safe harbours.',
  groups:
    'They note the inadmissibility of the use of armed, violent and radical groups for private gain.',
  water: 'Lack of safe drinking water and sanitation are great challenges of our time.',
  ended:
    'On April 20 in Riverton there finished the meeting of fishermen, at which over 120 reports were heard.',
  rights: 'The waste of water by some villages threatens all fish of the lake.',
  founders: 'Norland, Sudland, Westland and the Republic of Eastmark support the Union.',
  plants: 'The use of information and communication technologies (ICTs) helps to protect plants.',
  misuse: 'The misuse of information and communication technologies is a grave concern.',
  agency:
    'In accordance with LUCR 2231 the Joint Comprehensive Plan of Works continues to be carried out.',
  trade: 'They will facilitate trade on the lake and the fight against smuggling.',
  pact: 'They welcome a pact on combating the abuse of the lake.',
  meetings: 'The assembly gathers in Riverton at least every other year.',
} as const;
type Name = keyof typeof SENTENCES;
const NAMES = Object.keys(SENTENCES) as Name[];

const embeddings = new BagOfWordsEmbeddings();

async function opened(): Promise<{
  readonly index: SearchIndex;
  readonly sentences: readonly NumberedSentence[];
}> {
  const text = NAMES.map((name, i) => `${i + 1}. ${SENTENCES[name]}`).join('\n\n');
  const { index } = await smallIndex([
    {
      id: 'lake',
      title: 'Riverton Charter of the Lake Union',
      date: '2016-04-20',
      place: 'Riverton',
      text,
    },
  ]);
  return { index, sentences: numberEvidence(index.paragraphs, { maxWords: 2000 }).sentences };
}

/** Why the claim does not leave when this sentence is cited; `supported` where it does. */
async function verdict(claim: string, name: Name): Promise<string> {
  const { index, sentences } = await opened();
  const cited = sentences.filter(
    ({ paragraph }) => paragraph.paragraph.label === String(NAMES.indexOf(name) + 1),
  );
  const judged = checkSentence(index, {
    stated: await prepareProbe(embeddings, claim),
    cited,
    question: '',
  });
  return judged.supported ? 'supported' : judged.reason;
}

/** Faithful, and what a small change makes of it. */
const TABLE: Readonly<Record<string, readonly (readonly [Name, string, string, string])[]>> = {
  'what is wanted or planned is not said to be done': [
    [
      'plan',
      'Members will consider building a common dam on the upper river.',
      'Members have built a common dam on the upper river.',
      'turned',
    ],
    [
      'call',
      'They called for the early adoption of a convention on clean water.',
      'A convention on clean water was adopted early.',
      'turned',
    ],
    ['call', 'The use of poisons is to be reduced.', 'They reduced the use of poisons.', 'turned'],
  ],
  'scope, duty, end and direction are not changed': [
    ['rights', 'Some villages waste water.', 'All villages waste water.', 'turned'],
    [
      'rights',
      'All fish of the lake are threatened.',
      'Some fish of the lake are threatened.',
      'turned',
    ],
    [
      'settled',
      'The Union adopted the Charter of the Lake in 1998.',
      'Only the Union adopted the Charter of the Lake in 1998.',
      'turned',
    ],
    [
      'plan',
      'Members consider building a common dam on the upper river.',
      'Members must build a common dam on the upper river.',
      'turned',
    ],
    [
      'road',
      'Westland reaffirms its support for the Harbour and Bridge Initiative.',
      'Westland ends its support for the Harbour and Bridge Initiative.',
      'turned',
    ],
    [
      'agency',
      'The Joint Comprehensive Plan of Works continues.',
      'The Joint Comprehensive Plan of Works ends in accordance with LUCR 2231.',
      'turned',
    ],
    [
      'trade',
      'They will facilitate trade on the lake and fight smuggling.',
      'They will hinder trade on the lake and the fight against smuggling.',
      'turned',
    ],
    [
      'call',
      'They intend to reduce the use of poisons.',
      'They intend to increase the use of poisons.',
      'negation',
    ],
    [
      'ended',
      'The meeting of fishermen finished in Riverton on April 20.',
      'The meeting of fishermen opened in Riverton on April 20.',
      'turned',
    ],
    [
      'ended',
      'At the meeting of fishermen more than 120 reports were heard.',
      'At the meeting of fishermen fewer than 120 reports were heard.',
      'turned',
    ],
  ],
  'each has what is its own': [
    [
      'hopes',
      'Sudland seeks a seat in the River Council in 2028-2029.',
      'Norland seeks a seat in the River Council in 2028-2029.',
      'name',
    ],
    [
      'centres',
      'Sudland proposes a Weather Centre in Riverton within the RHA.',
      'Norland proposes a Weather Centre in Riverton within the RHA.',
      'name',
    ],
    [
      'centres',
      'A Museum of Boats is the initiative of Westland.',
      'A Museum of Boats in Hillford is the initiative of Westland.',
      'name',
    ],
    [
      'road',
      'Westland supports Norland’s Harbour and Bridge Initiative.',
      'Norland supports Westland’s Harbour and Bridge Initiative.',
      'name',
    ],
  ],
  'what is fought is not wanted, and what is wanted is not fought': [
    [
      'crime',
      'The financing of smuggling will be prevented.',
      'They will offer smugglers safe harbours.',
      'negation',
    ],
    [
      'groups',
      'Radical groups must not be used for private gain.',
      'Radical groups may be used for private gain.',
      'negation',
    ],
    [
      'pact',
      'They welcome a pact against the abuse of the lake.',
      'They reject a pact on the abuse of the lake.',
      'negation',
    ],
    [
      'crime',
      'They will prevent the preparation of smuggling.',
      'They promote the preparation and financing of smuggling.',
      'negation',
    ],
    [
      'water',
      'Lack of safe drinking water and sanitation is a great challenge of our time.',
      'Lack of safe drinking water and sanitation is not a challenge of our time.',
      'negation',
    ],
  ],
  'what may be written in another way': [
    [
      'ended',
      'The meeting of fishermen finished in Riverton on 20 April 2016.',
      'The meeting of fishermen finished in Riverton on 20 April 2015.',
      'date',
    ],
    [
      'founders',
      'Four states support the Union: Norland, Sudland, Westland and Eastmark.',
      'Five states support the Union: Norland, Sudland, Westland and Eastmark.',
      'number',
    ],
    [
      'misuse',
      'The misuse of ICTs is a grave concern.',
      'The misuse of IBMs is a grave concern.',
      'name',
    ],
    [
      'agency',
      'The JCPOW continues to be carried out.',
      'The JCPXW continues to be carried out.',
      'name',
    ],
    [
      'agency',
      'In line with LU Council Resolution 2231 the Joint Comprehensive Plan of Works continues.',
      'In line with LU Board Resolution 2231 the Joint Comprehensive Plan of Works continues.',
      'name',
    ],
    [
      'meetings',
      'The assembly gathers in Riverton at least every two years.',
      'The assembly gathers in Riverton at least every three years.',
      'number',
    ],
  ],
};

for (const [promise, rows] of Object.entries(TABLE)) {
  describe(promise, () => {
    it.each(rows)('%s: %s / %s', async (...[name, faithful, turned, reason]) => {
      expect(await verdict(faithful, name)).toBe('supported');
      expect(await verdict(turned, name)).toBe(reason);
    });
  });
}
