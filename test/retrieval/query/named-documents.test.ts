import { describe, expect, it } from 'vitest';
import {
  namedDocuments,
  withoutDocumentNames,
} from '../../../src/retrieval/query/named-documents.js';
import type { Document } from '../../../src/types.js';

const document = (id: string, place?: string): Document => ({
  id,
  title: id,
  language: 'en',
  text: '',
  paragraphs: [],
  ...(place === undefined ? {} : { place }),
});
const two = [document('dushanbe-2021', 'Dushanbe'), document('sochi-2016', 'Sochi')];

describe('the documents that a question names', () => {
  it.each([
    ['What does the Sochi Declaration say about dialogue?', ['sochi-2016']],
    ['Compare what Sochi and Dushanbe say', ['dushanbe-2021', 'sochi-2016']],
    ['What do both declarations say about the Shanghai spirit?', ['dushanbe-2021', 'sochi-2016']],
    ['How does each of the two texts see NGOs?', ['dushanbe-2021', 'sochi-2016']],
    ['What is said about drugs?', []],
    ['What happened in 2021?', []],
    ['Что сказано о дипломатии в Душанбинской декларации?', ['dushanbe-2021']],
    ['Что в Сочи решили о молодёжи?', ['sochi-2016']],
    ['Сравните обе декларации', ['dushanbe-2021', 'sochi-2016']],
    ['Сочетание каких мер нужно для безопасности?', []],
  ])('%j: %j', (question, ids) => {
    expect(namedDocuments(question, two)).toEqual(ids);
  });

  it.each([
    ['How does trade affect the climate?', []],
    ['What does the trade pact say?', ['trade']],
    ['Compare Trade and Climate', ['trade', 'climate']],
    ['Do all member states recognise the declaration?', []],
    ['What must they do in all their ships under the text?', []],
  ])('where file names are ordinary words, %j names %j', (question, ids) => {
    expect(namedDocuments(question, [document('trade'), document('climate')])).toEqual(ids);
  });

  it('a name in other letters is no part of what is asked', () => {
    expect(withoutDocumentNames('Что сказано о спорте в Душанбинской декларации?', two)).toBe(
      'Что сказано о спорте в ?',
    );
  });

  it('a word that two ids share names neither', () => {
    expect(
      namedDocuments('the geneva text', [document('geneva-1949'), document('geneva-1951')]),
    ).toEqual([]);
  });

  it('a word that two ids share belongs to the name beside it', () => {
    const bays = [document('tallow-bay'), document('bay-order'), document('sochi-2016')];
    const question = 'When does the Tallow Bay Declaration come into force?';
    expect(namedDocuments(question, bays)).toEqual(['tallow-bay']);
    expect(withoutDocumentNames(question, bays)).toBe('When does the come into force?');
    const other = 'What does the Sochi Declaration say about the Bay?';
    expect(withoutDocumentNames(other, bays)).toBe('What does the say about the Bay?');
  });

  it('"all documents" of a large corpus names none', () => {
    const many = Array.from({ length: 9 }, (_, i) =>
      document(`text${String.fromCharCode(97 + i)}`),
    );
    expect(namedDocuments('what do all documents say', many)).toEqual([]);
  });

  it('one document alone is never named', () => {
    expect(namedDocuments('the Sochi text', [document('sochi-2016', 'Sochi')])).toEqual([]);
  });
});

describe('a comparison searches for its subject', () => {
  it.each([
    [
      'Compare what the Sochi and Dushanbe documents say about public diplomacy.',
      'what the and say about public diplomacy.',
    ],
    ['the Sochi Declaration', 'the Sochi Declaration'],
    ['What is said about drugs?', 'What is said about drugs?'],
  ])('%j → %j', (question, rest) => {
    expect(withoutDocumentNames(question, two)).toBe(rest);
  });
});
