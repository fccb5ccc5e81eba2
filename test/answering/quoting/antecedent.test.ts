import { describe, expect, it } from 'vitest';
import { antecedentOf, withAntecedent } from '../../../src/answering/quoting/antecedent.js';
import { toDocument } from '../../../src/documents/to-document.js';

/** Whom the last paragraph of the text means by "they". */
function meant(text: string): string | undefined {
  const read = toDocument({ metadata: { id: 'd', title: 'D', language: 'en' }, text });
  const paragraph = read.paragraphs.at(-1);
  if (paragraph === undefined) throw new Error('no paragraph');
  return antecedentOf({ document: { ...read, sha256: '', expansions: {} }, paragraph });
}

describe('whom "they" means at the beginning of a paragraph', () => {
  it.each([
    [
      'the subject of the paragraph before',
      '1. The Member States welcome dams.\n\n2. They note that fish matter.',
      'the Member States',
    ],
    [
      'in "In this context, they"',
      '1. Member States welcome dams.\n\n2. In this context, they note that fish matter.',
      'Member States',
    ],
    [
      'through another "They"',
      '1. The Parties welcome dams.\n\n2. They like fish.\n\n3. They like boats.',
      'the Parties',
    ],
    [
      'heads of state are many',
      '1. The Heads of State welcome dams.\n\n2. They like fish.',
      'the Heads of State',
    ],
  ])('%s', (_, text, antecedent) => {
    expect(meant(text)).toBe(antecedent);
  });

  it.each([
    ['one is not they', '1. The Council welcomes dams.\n\n2. They like fish.'],
    ['no subject to be seen', '1. Noting that dams matter, all agreed.\n\n2. They like fish.'],
    ['another section', '# Dams\n\n1. The Parties welcome dams.\n\n# Fish\n\n2. They like fish.'],
    ['no "they"', '1. The Parties welcome dams.\n\n2. Fish are liked.'],
    ['nothing before', '1. They like fish.'],
  ])('is not guessed: %s', (_, text) => {
    expect(meant(text)).toBeUndefined();
  });
});

it('is put into brackets behind the word', () => {
  expect(withAntecedent('In this regard, they note fish, as they are.', 'the Parties')).toBe(
    'In this regard, they [the Parties] note fish, as they are.',
  );
});
