import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStructure } from '../../../src/documents/structure/read-structure.js';

function read(id: string): ReturnType<typeof readStructure> {
  return readStructure(readFileSync(new URL(`../../../corpus/${id}.txt`, import.meta.url), 'utf8'));
}

describe('the Dushanbe declaration', () => {
  const paragraphs = read('dushanbe-2021');
  const byLabel = new Map(paragraphs.map((paragraph) => [paragraph.label, paragraph]));

  it('has nine preamble clauses, paragraphs 1 to 163 and 165', () => {
    const preamble = Array.from({ length: 9 }, (_, index) => `preamble-${index + 1}`);
    const numbers = Array.from({ length: 163 }, (_, index) => String(index + 1));
    expect(paragraphs.map((paragraph) => paragraph.label)).toEqual([
      ...preamble,
      ...numbers,
      '165',
    ]);
  });

  it('begins every numbered paragraph with its number, and its wording after it', () => {
    for (const { label, text, start, bodyStart } of paragraphs.slice(9)) {
      expect(text.startsWith(`${label}. `)).toBe(true);
      expect(bodyStart).toBe(start + label.length + 2);
    }
  });

  it('parts 165 from the end of 163', () => {
    expect(byLabel.get('163')?.text.endsWith('friendship between their peoples.')).toBe(true);
    expect(byLabel.get('165')?.text.startsWith('165. In making this Declaration')).toBe(true);
    expect(byLabel.get('165')?.end).toBe(
      readFileSync(new URL('../../../corpus/dushanbe-2021.txt', import.meta.url), 'utf8').length,
    );
  });

  it.each([
    ['preamble-1', []],
    ['preamble-5', []],
    ['3', ['1. CREATION, ESTABLISHMENT, BASIC PRINCIPLES']],
    ['20', ['3. SECURITY']],
    ['22', ['3. SECURITY']],
    ['31', ['3. SECURITY', '3.1. Afghanistan and Regional Security']],
    ['83', ['4. ECONOMIC COOPERATION', '4.1 New Coronavirus Pandemic']],
    ['115', ['4. ECONOMIC COOPERATION', '4.10. Energy Cooperation']],
    ['123', ['5. HUMANITARIAN COOPERATION']],
    ['124', ['5. HUMANITARIAN COOPERATION', '5.1 Culture']],
    ['144', ['5. HUMANITARIAN COOPERATION', '5.10. Inter-regional cooperation']],
    ['155', ['6. INTERNATIONAL ACTIVITY', '6.2. UN']],
    ['165', ['7. CONCLUSION']],
  ] as const)('has paragraph %s under %j', (label, section) => {
    expect(byLabel.get(label)?.section).toEqual(section);
  });

  it('keeps the stray spaces of the source', () => {
    expect(byLabel.get('29')?.text).toContain('non- proliferation');
  });

  it('has the preamble clauses that begin in small letters', () => {
    expect(byLabel.get('preamble-5')?.text.startsWith('based on the "Shanghai spirit"')).toBe(true);
    expect(byLabel.get('preamble-9')?.text.startsWith('on the outcome of the meeting')).toBe(true);
  });
});

describe('the Sochi declaration', () => {
  const paragraphs = read('sochi-2016');

  it('has no numbers, so its paragraphs are counted', () => {
    expect(paragraphs.map((paragraph) => paragraph.label)).toEqual(
      Array.from({ length: 16 }, (_, index) => `p${index + 1}`),
    );
  });

  it('tells the release from the declaration by their headings', () => {
    const release = paragraphs.find((paragraph) =>
      paragraph.text.startsWith('On April 20 in Sochi'),
    );
    const declaration = paragraphs.find((paragraph) =>
      paragraph.text.startsWith('We, those who have gathered'),
    );
    expect(release?.section).toContain('Post-Release');
    expect(declaration?.section).not.toContain('Post-Release');
    expect(declaration?.section.at(-1)).toMatch(
      /^Declaration of Sochi International Forum “On the Second Track\. The Role/,
    );
  });

  it('keeps a quotation over four paragraphs in four', () => {
    const first = paragraphs.findIndex((paragraph) =>
      paragraph.text.startsWith('Konstantin Zatulin: “'),
    );
    expect(
      paragraphs.slice(first, first + 4).map((paragraph) => paragraph.text.slice(0, 8)),
    ).toEqual(['Konstant', 'Represen', 'We have ', 'I thank ']);
  });

  it('reads letterhead lines with numbers and the last line as paragraphs', () => {
    expect(paragraphs[0]?.text).toBe('19-20 April, 2016');
    expect(paragraphs[1]?.text).toMatch(/^119180 Moscow/);
    expect(paragraphs.at(-1)?.text).toBe('Sochi (Russia), 20 April, 2016');
  });

  it('keeps the bold marks of the source', () => {
    expect(paragraphs[3]?.text).toContain('**300 participants from 26 countries**');
  });
});
