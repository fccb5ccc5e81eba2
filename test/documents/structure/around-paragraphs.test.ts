import { describe, expect, it } from 'vitest';
import { readStructure } from '../../../src/documents/structure/read-structure.js';
import { lines, read } from './read.js';

/** What stands between the paragraphs of a text and is none of them. */
const AROUND: readonly (readonly [promise: string, text: string, labels: string])[] = [
  [
    'a list of contents that nothing announces',
    lines(
      ...[
        'Article 1 Boats',
        'Article 2 Rafts',
        'Article 3 Logs',
        'Article 4 Reeds',
        'Article 5 Ice',
      ],
      ...['Article 1 Boats', 'Boats float.', 'Article 2 Rafts', 'Rafts float.', 'Article 3 Logs'],
      ...['Logs float.', 'Article 4 Reeds', 'Reeds float.', 'Article 5 Ice', 'Ice floats.'],
    ),
    'contents-1 contents-2 contents-3 contents-4 contents-5 1 2 3 4 5',
  ],
  [
    'a list of contents on whose lines titles stand, which leaves parts out',
    'Inhaltsübersicht\n\n§ 1 Boote\n§ 2 Flöße\n§ 3 Eis\n\nAbschnitt 1\nAllgemeines\n\n§ 1\nBoote\n\n' +
      'Boote schwimmen.\n\n§ 2\nFlöße\n\nFlöße auch.\n\n§ 3\nEis\n\nEis auch.',
    'contents-1 contents-2 contents-3 1 2 3',
  ],
  [
    'an index whose entries go on behind the titles',
    lines(
      ...['INDEX', 'Article 1 Town Meeting (amended section 3 on 5/13/2013 & 3/10/2014)'],
      ...['Article 2 Officers', 'Article 1 — Town Meeting', 'The meeting is held in May.'],
      ...['Article 2 — Officers', 'The officers are elected.'],
    ),
    'contents-1 contents-2 1 2',
  ],
  [
    'numbers of lines and pages, and the head of the page',
    '5\n\n10\n\nARTICLE I. BOATS.\n\nA. Boats float on all waters of the town.\n\n1\n\nARTICLE II. RAFTS.\n\n' +
      '15\n\nARTICLE II. RAFTS.\n\n20\n\nA. Rafts float on rivers.\n\nB. Rafts burn.\n\n2',
    'I.A II.A II.B',
  ],
  [
    'notes of those who publish the text',
    lines(
      ...['Article 2', '1. Boats float.', 'Footnote: See Resolution No. 4 of 23 April 2003.'],
      ...[
        '2. Rafts float.',
        '[^1]: As amended.',
        'Статья 3',
        '(Статья в редакции Закона от 14.03.2020)',
      ],
      ...['Лодки плавают.'],
    ),
    '2.1 2.1-note-1 2.2 2.2-note-1 3-note-1 3',
  ],
  [
    'lines that are torn in the middle of a sentence',
    lines(
      'We, the rowers,',
      'having built on the banks',
      'of the river a harbour,',
      'adopt this.',
      'Article 1',
      'Boats float.',
    ),
    'preamble-1 preamble-2 preamble-3 1',
  ],
  [
    'titles of articles on lines of their own, however long',
    lines(
      ...[
        'Article 279',
        'Obligation to settle disputes about boats by peaceful means chosen by the parties',
      ],
      ...['Rowers shall settle any dispute.', 'Article 280', 'Settlement of disputes about rafts'],
      ...['Nothing impairs the right of rafters.'],
    ),
    '279 280',
  ],
  [
    'the first line of an article where a column ends',
    'Artículo 13. Todas las barcas flotan libres e\niguales ante la ley del puerto.\n\n' +
      'Artículo 14. Toda balsa tiene derecho al\nreconocimiento de su forma.',
    '13 14',
  ],
  [
    'headings of Markdown without a space',
    lines(
      '###Article 3',
      '####Breadth of the river',
      'It is wide.',
      '###Article 4',
      '####Depth',
      'It is deep.',
    ),
    '3 4',
  ],
  [
    'an item of a list that looks like a chapter',
    lines(
      'Article II. Terms',
      'B. The fleet is divided into:',
      '1. Boats of Wood',
      '2. Boats of Iron;',
      'C. A rower rows.',
    ),
    'II.B II.B.1 II.B.2 II.C',
  ],
];

function labelsOf(text: string): string {
  return readStructure(text)
    .map(({ label }) => label)
    .join(' ');
}

describe('a footnote', () => {
  it('stands with what refers to it, else with the paragraph before it', () => {
    const labels = read(
      lines(
        '# Boats',
        '1. Boats are free.[^1]',
        '# Rafts',
        '2. Rafts are free.[^a]',
        '3. Logs are not.',
        '[^1]: Since 1911.',
        '[^a]: But for large ones.',
        '[^9]: Nothing refers to it.',
      ),
    ).map((paragraph) => paragraph.split(':')[0]);
    expect(labels.slice(3)).toEqual(['1-note-1 [Boats]', '2-note-1 [Rafts]', '3-note-1 [Rafts]']);
  });
});

describe('what is no paragraph takes no label', () => {
  it.each(AROUND)('%s', (_promise, text, labels) => {
    expect(labelsOf(text)).toBe(labels);
  });
});
