import { beforeAll, describe, expect, it } from 'vitest';
import { composeReply, type ComposedReply } from '../../src/generative/compose-reply.js';
import type { Judged, SentenceToJudge } from '../../src/generative/judge-sentence.js';
import type { LeaningReader } from '../../src/generative/leaning-openings.js';
import { numberEvidence, type NumberedEvidence } from '../../src/generative/numbered-evidence.js';
import { Outline, type OutlinedSentence } from '../../src/generative/outline.js';
import { CitationParser } from '../../src/generative/reply-parser/citation-parser.js';
import type { ChatEvent } from '../../src/protocol.js';
import { smallIndex } from '../support/small-index.js';

const TEXT =
  '1. The lake is shared by all. Its water is clean.\n\n2. Boats may sail in summer.\n\n3. Fish is plenty.';
let evidence: NumberedEvidence;
beforeAll(async () => {
  const { paragraphs } = await smallIndex([
    { id: 'lake', title: 'Charter of the Lake', text: TEXT },
  ]);
  evidence = numberEvidence(paragraphs, { maxTokens: 500 });
});

/**
 * Judges by a word: LIE is not borne out, and what it cites comes closest; NOTHING comes near
 * STRANGE; what says UNKNOWN refuses, with something of its own where it says SECRET; ELSEWHERE rests
 * on the last sentence, where it cites nothing. That what is clean sails is a lie too.
 */
function judge({ text, cited, evidence: shown }: SentenceToJudge): Promise<Judged> {
  const [instead] = cited;
  if (text.includes('ELSEWHERE') && cited.length === 0) {
    return Promise.resolve({ kind: 'borne-out', by: shown.slice(-1), read: true });
  }
  if (text.includes('UNKNOWN')) {
    return Promise.resolve({ kind: 'refusal', plain: !text.includes('SECRET') });
  }
  if (text.includes('STRANGE')) return Promise.resolve({ kind: 'not-borne-out' });
  return Promise.resolve(
    /LIE|ELSEWHERE|clean.*sail/u.test(text) || instead === undefined
      ? { kind: 'not-borne-out', ...(instead === undefined ? {} : { instead }) }
      : { kind: 'borne-out', by: cited, read: !text.includes('OTHER') },
  );
}

/** What opens with "But" leans on the sentence before. */
const leans: LeaningReader = (sentence) => Promise.resolve(/^(?:But|It also)\b/u.test(sentence));

async function composed(
  reply: string,
  answerable = true,
): Promise<ComposedReply & { readonly events: readonly ChatEvent[] }> {
  const parser = new CitationParser(evidence.numbers);
  const outline = new Outline();
  const stated = [...parser.push(reply), ...parser.end()];
  const outlined = [...stated.flatMap((sentence) => outline.push(sentence)), ...outline.end()];
  // eslint-disable-next-line @typescript-eslint/require-await -- It stands for a stream.
  async function* stream(): AsyncGenerator<OutlinedSentence> {
    yield* outlined;
  }
  const events: ChatEvent[] = [];
  const composing = composeReply(stream(), {
    judge,
    leans,
    evidence,
    question: 'Who?',
    answerable,
  });
  for (;;) {
    const next = await composing.next();
    if (next.done === true) return { ...next.value, events };
    events.push(next.value);
  }
}

const ANSWERS: readonly (readonly [what: string, reply: string, answer: string])[] = [
  ['keeps what is borne out', 'It is shared [S1].', 'It is shared. [1]'],
  [
    'puts the source’s words in the place of what is not',
    'It is shared [S1]. A LIE about boats [S3]. Fish is there [S4].',
    'It is shared. [1] “Boats may sail in summer.” [2] Fish is there. [3]',
  ],
  [
    'quotes a sentence once',
    'It is shared [S1]. A LIE [S3]. Another LIE [S3].',
    'It is shared. [1] “Boats may sail in summer.” [2]',
  ],
  [
    'lets a quotation wait until something of the model’s own stands',
    'A LIE [S3]. The lake is shared [S1].',
    '“Boats may sail in summer.” [1] The lake is shared. [2]',
  ],
  [
    'replaces what leans on a sentence that is not there',
    'It is shared [S1]. A LIE [S3]. It also has fish [S4].',
    'It is shared. [1] “Boats may sail in summer.” [2] “Fish is plenty.” [3]',
  ],
  ['says yes with what follows', 'Yes. It is shared [S1].', 'Yes. It is shared. [1]'],
  [
    'says what announces a list with its first item',
    'Two things:\n- Sharing [S1]\n- Fish [S4]',
    'Two things: [1]\nSharing [1]\nFish [2]',
  ],
  [
    'keeps that a part is not answered, beside what it stands with',
    'It is shared [S1]. The price is UNKNOWN.',
    'It is shared. [1] The price is UNKNOWN. [1]',
  ],
  [
    'keeps that nothing exact is said before what is',
    'The day is UNKNOWN. Boats may sail [S3].',
    'The day is UNKNOWN. [1] Boats may sail. [1]',
  ],
  [
    'gives items without a marker that of their list',
    'The lake is:\n- shared\n- clean [S1]',
    'The lake is: [1]\nshared [1]\nclean [1]',
  ],
  [
    'gives items the marker of what announces them',
    'The lake is [S1]:\n- shared\n- clean',
    'The lake is: [1]\nshared [1]\nclean [1]',
  ],
  [
    'says no item without what announces it',
    'It is shared [S1].\n\nA LIE, the lake is:\n- shared [S1]',
    'It is shared. [1]\n\n“The lake is shared by all.” [1]',
  ],
  [
    'says no item that is true alone and not under what announces it',
    'It is shared [S1].\n\nThe lake is clean:\n- boats sail [S3]',
    'It is shared. [1]\n\n“Boats may sail in summer.” [2]',
  ],
  [
    'lets an item without a marker rest on another sentence than its list',
    'The lake is:\n- shared by all\n- ELSEWHERE it is so\n- clean [S1]',
    'The lake is: [1]\nshared by all [1]\nELSEWHERE it is so [2]\nclean [1]',
  ],
  [
    'says a heading with what stands under it',
    'Boats\nThey may sail in summer [S3].',
    'Boats [1]\nThey may sail in summer. [1]',
  ],
  [
    'says no heading in words of nobody',
    'Purple elephant\nThe lake is shared [S1].',
    'The lake is shared. [1]',
  ],
  [
    'says the same under each heading',
    'Lake:\n- It is there. [S1]\n\nBoats:\n- It is there. [S3]',
    'Lake: [1]\nIt is there. [1]\n\nBoats: [2]\nIt is there. [2]',
  ],
  [
    'quotes the source of a sentence that is qualified by what is about nothing',
    'Boats may sail [S3]. But STRANGE words.',
    'Boats may sail. [1] “Boats may sail in summer.” [1]',
  ],
  [
    'says rows of a table under their head',
    '| Lake | Water |\n|---|---|\n| shared by all | clean [S1] |\n| Boats | summer [S3] |',
    'Lake | Water [1]\nshared by all | clean [1]\nBoats | summer [2]',
  ],
  [
    'puts the source’s words in the place of a row',
    'It is shared [S1].\n| Lake | Water |\n|---|---|\n| shared | clean [S1] |\n| LIE | summer [S3] |',
    'It is shared. [1]\nLake | Water [1]\nshared | clean [1]\n“Boats may sail in summer.” [2]',
  ],
  [
    'says rows that are true alone, and not under their head, without it',
    '| clean | Lake |\n|---|---|\n| Boats | sail [S2][S3] |',
    'Boats | sail [1][2]',
  ],
  [
    'says no head in words of nobody',
    '| Purple elephant | Water |\n|---|---|\n| Boats | summer [S3] |',
    'Boats | summer [1]',
  ],
  [
    'quotes the source of a row that is not true under a head that has been said',
    '| clean | Lake |\n|---|---|\n| It | shared [S2][S3] |\n| Boats | sail [S2][S3] |',
    'clean | Lake [1][2]\nIt | shared [1][2]\n“Its water is clean.” [1]',
  ],
  [
    'says no list of sources',
    'It is shared [S1].\n\nSources:\n- [S1] The lake.\n- The charter, article 5',
    'It is shared. [1]',
  ],
  [
    'says again nothing that is listed under its number',
    'It is shared [S1]. Fish is there [S4].\n\n[S1] The lake. It is clean.\n[S4]: Fish is plenty.',
    'It is shared. [1] Fish is there. [2]',
  ],
  [
    'goes on behind a list of sources',
    'It is shared [S1].\n\nSources\n1. The lake\n\nFish is there [S4].',
    'It is shared. [1]\n\nFish is there. [2]',
  ],
  [
    'says what a note says, and the list below it',
    'It is shared [S1].\n\nNote: Boats sail on it [S1].\n- Its water is clean [S1]',
    'It is shared. [1]\n\nNote: Boats sail on it. [1]\nIts water is clean [1]',
  ],
  [
    'gives a line that opens with no source of ours that of no other',
    '[S9] It is shared.\nBoats may sail [S3].',
    'Boats may sail. [1]',
  ],
  ['leaves out a question', 'Who? It is shared [S1].', 'It is shared. [1]'],
  ['says the same once', 'It is shared [S1]. It is shared [S1].', 'It is shared. [1]'],
  ['leaves out what is about nothing', 'It is shared [S1]. STRANGE words.', 'It is shared. [1]'],
  ['says nothing where all is false', 'A LIE [S3]. Another LIE [S1].', ''],
];

describe('a composed reply', () => {
  it.each(ANSWERS)('%s', async (_what, reply, answer) => {
    const said = await composed(reply);
    expect(said.answer).toBe(answer);
    expect(said.events.map((event) => (event.type === 'delta' ? event.text : '')).join('')).toBe(
      answer,
    );
    expect(said.citations).toEqual(
      said.events.flatMap((event) => (event.type === 'citation' ? [event.citation] : [])),
    );
  });

  it('counts what is replaced, and what nobody could read', async () => {
    expect(await composed('Shared [S1]. LIE [S3]. LIE two [S3]. OTHER words [S4].')).toMatchObject({
      replaced: 2,
      unjudged: 1,
    });
    expect(await composed('A LIE [S3].')).toMatchObject({ replaced: 0, answer: '' });
  });

  it('counts what is left out', async () => {
    expect(await composed('Shared [S1]. STRANGE and other words. Fish [S4].')).toMatchObject({
      omitted: 1,
    });
    expect(await composed('Shared [S1]. UNKNOWN, and SECRET words beside.')).toMatchObject({
      omitted: 1,
    });
    expect(await composed('Shared [S1].\n\nReference: STRANGE and other words.')).toMatchObject({
      omitted: 1,
    });
    expect(await composed(`Shared [S1]. It ${'goes '.repeat(500)}on.`)).toMatchObject({
      omitted: 1,
    });
  });

  it('tells a refusal in the model’s words, unless there is something of its own in them', async () => {
    expect((await composed('That is UNKNOWN.')).refusal).toBe('That is UNKNOWN.');
    expect((await composed('NO_ANSWER: That is UNKNOWN.')).refusal).toBe('That is UNKNOWN.');
    expect((await composed('NO_ANSWER')).refusal).toBe('');
    expect((await composed('UNKNOWN, and SECRET.')).refusal).toBe('');
    expect(await composed('NO_ANSWER. It is shared [S1].')).not.toHaveProperty('refusal');
  });

  it('says nothing behind a refusal that everything else bears out', async () => {
    const declined = 'NO_ANSWER. It is shared [S1]. A LIE [S3].';
    expect(await composed(declined, false)).toMatchObject({ answer: '', refusal: '' });
    expect((await composed(`That is UNKNOWN. ${declined}`, false)).refusal).toBe(
      'That is UNKNOWN.',
    );
    const before = await composed(`It is shared [S1]. ${declined} Fish [S4].`, false);
    expect(before.answer).toBe('It is shared. [1] “Boats may sail in summer.” [2] Fish. [3]');
  });
});
