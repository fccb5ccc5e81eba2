import { describe, expect, it } from 'vitest';
import { readStructure } from '../../../src/documents/structure/read-structure.js';
import { lines } from './read.js';

function sectionsOf(text: string): string[] {
  return readStructure(text).map(({ label, section }) => `${label}: ${section.join(' > ')}`);
}

describe('headings', () => {
  it('of a number alone have the title below it', () => {
    const text = lines(
      ...['1', 'Boats', 'Boats float on all waters.', '2', 'Rafts', 'Rafts float where they may.'],
      ...['3', 'Logs', 'Logs float in spring.'],
    );
    expect(sectionsOf(text)).toEqual(['1: 1 Boats', '2: 2 Rafts', '3: 3 Logs']);
  });

  it('are no short items of a list below numbers alone', () => {
    const text = lines('1.', 'Rowing boats', '2.', 'Sailing boats', '3.', 'Rafts of wood');
    expect(sectionsOf(text)).toEqual(['1: ', '2: ', '3: ']);
  });

  it('of an appendix begin anew at the top', () => {
    const text = lines(
      ...[
        '1. Boats',
        'This is on boats.',
        '1.1. Oars',
        'Oars float.',
        '1.2. Sails',
        'They do not.',
      ],
      ...['2. Rafts', 'This is on rafts.', '2.1. Poles', 'Poles float on water.'],
      ...['A. Races', 'Races are held in May.', 'A.1. Prizes', 'Prizes are given in June.'],
      ...['B. Words', 'A boat is a ship.'],
    );
    expect(sectionsOf(text)).toEqual([
      '1: 1. Boats',
      '1.1: 1. Boats > 1.1. Oars',
      '1.2: 1. Boats > 1.2. Sails',
      '2: 2. Rafts',
      '2.1: 2. Rafts > 2.1. Poles',
      'A: A. Races',
      'A.1: A. Races > A.1. Prizes',
      'B: B. Words',
    ]);
  });

  it('of a provision have no other in them, be it in front of its wording', () => {
    const text = lines(
      ...['Chapter 60', '§ 60-100. Boats', 'Boats float on all waters.', 'They sink.'],
      ...['§ 60-105. No raft may float on any of them.', 'It sinks.'],
    );
    expect(sectionsOf(text)).toEqual([
      '60-100: Chapter 60 > § 60-100. Boats',
      '60-100-2: Chapter 60 > § 60-100. Boats',
      '60-105: Chapter 60',
      '60-105-2: Chapter 60',
    ]);
  });
});

it('a line that says when a provision was adopted does not take its number', () => {
  const text = lines(
    ...['Amendment XI', 'Passed by the Council March 4, 1794. Ratified February 7, 1795.'],
    ...['No boat shall sink.', 'Amendment XII', 'Boats were passed by rafts in 1803, and sank.'],
  );
  expect(readStructure(text).map(({ label }) => label)).toEqual(['XI-note-1', 'XI', 'XII']);
});

describe('a title on the line of its wording', () => {
  const labelsOf = (text: string): string[] => readStructure(text).map(({ label }) => label);

  it.each([
    ['is followed by the first number below', '(1)'],
    ['be it that a scan has another stroke for the 1', '(/)'],
  ])('%s', (_promise, first) => {
    const text = lines(
      ...[`19. Rights of rowers.—${first} All rowers shall have the right—`, '(a) to row;'],
      ...['(b) to rest.', '(2) Nothing in this article affects rafts.', '20. Rafts.—They float.'],
    );
    expect(labelsOf(text)).toEqual(['19(1)', '19(1)(a)', '19(1)(b)', '19(2)', '20']);
    expect(readStructure(text)[0]?.text).toMatch(/^19\. Rights/u);
  });

  it('is none of a reference within the wording', () => {
    const text = lines('19. Rowers row under article 5(1) and (2).', '20. Rafts float.');
    expect(labelsOf(text)).toEqual(['19', '20']);
  });
});

it('stars in the place of what was left out are no wording', () => {
  const text = lines('1. Boats float.', '4* * * *', '2. Rafts float.', 'I * * * * [ ]', '3. Logs.');
  expect(readStructure(text).map(({ label }) => label)).toEqual(['1', '2', '3']);
});

describe('what stands below a list', () => {
  const text = (wording: string): string =>
    `Article 4\n\nMembers shall:\n\n1. row the boats as far as the harbour\n${wording}of the town;\n\n` +
    `2. mend the nets that were torn in\n${wording}the winter.\n\nNobody shall row alone.`;

  it('is none of its last item where items go on further in', () => {
    expect(readStructure(text('   ')).map(({ label }) => label)).toEqual([
      '4',
      '4.1',
      '4.2',
      '4-2',
    ]);
  });

  it('may be of its last item where they do not', () => {
    expect(readStructure(text('')).map(({ label }) => label)).toEqual(['4', '4.1', '4.2', '4.2-2']);
  });
});
