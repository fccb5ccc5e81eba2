import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** A language that nobody speaks, in letters that English has too. */
const ZORPISH = `
import type { Language } from '../language.js';

export const ZORPISH: Language = {
  tag: 'qzz',
  script: /\\p{Script=Latin}/u,
  words: {
    stopWords: ['li', 'ka', 'zu'],
    stem: (word) => word.replace(/[aou]k$/u, ''),
  },
  sentences: {
    beforeWord: ['dk'], beforeNumber: ['vd'], either: [], capitalOnly: [], starters: [],
  },
  parts: { divisions: { chapter: 'kapto' }, provisions: { article: 'zarto' }, preamble: 'prombula', named: ['finto'] },
};
`;

const TEXT = `Prombula

Li parzak zu vikok.

KAPTO I

Zarto 1

Li domok zu vd. 5 tasak. Ka Dk. Muro zu pelok.

Zarto 2

Ka vikuk zu parzok.

Finto

Li tarso zu minda.
`;

/** What is done with the text, by the modules that are there to be used. */
const SCRIPT = `
import { readStructure } from './src/documents/structure/read-structure.js';
import { splitSentences } from './src/language/sentences/split-sentences.js';
import { questionTerms, terms } from './src/language/tokenize.js';

const text = ${JSON.stringify(TEXT)};
const paragraphs = readStructure(text);
console.log(JSON.stringify({
  labels: paragraphs.map(({ label, section }) => [label, section]),
  sentences: paragraphs.map(({ text }) => splitSentences(text).length),
  terms: terms('Li domok zu vikak', 'qzz'),
  asked: questionTerms('Li domuk?', { language: 'qzz', texts: ['qzz'] }),
  englishTerms: terms('The houses of the okapok', 'en'),
}));
`;

interface Read {
  readonly labels: readonly (readonly [string, readonly string[]])[];
  readonly sentences: readonly number[];
  readonly terms: readonly string[];
  readonly asked: readonly string[];
  readonly englishTerms: readonly string[];
}

function readIn(project: string): Read {
  writeFileSync(join(project, 'read.ts'), SCRIPT);
  const args = ['--import', 'tsx', 'read.ts'];
  return JSON.parse(
    execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' }),
  ) as Read;
}

describe('a language is added by its folder and its line in the list', () => {
  let read: Read;
  const project = mkdtempSync(join(tmpdir(), 'declaration-chat-'));
  afterAll(() => {
    rmSync(project, { recursive: true, force: true });
  });
  beforeAll(() => {
    cpSync(join(PROJECT, 'src'), join(project, 'src'), { recursive: true });
    cpSync(join(PROJECT, 'package.json'), join(project, 'package.json'));
    symlinkSync(join(PROJECT, 'node_modules'), join(project, 'node_modules'));
    mkdirSync(join(project, 'src/language/qzz'));
    writeFileSync(join(project, 'src/language/qzz/zorpish.ts'), ZORPISH);
    const list = join(project, 'src/language/languages.ts');
    const listed = readFileSync(list, 'utf8').replace('  CHINESE,\n', '  CHINESE,\n  ZORPISH,\n');
    writeFileSync(list, `import { ZORPISH } from './qzz/zorpish.js';\n${listed}`);
    read = readIn(project);
  }, 60_000);

  test('its names of parts divide and label a text', () => {
    expect(read.labels).toEqual([
      ['preamble-1', ['Prombula']],
      ['1', ['KAPTO I', 'Zarto 1']],
      ['2', ['KAPTO I', 'Zarto 2']],
      ['finto-1', ['Finto']],
    ]);
  });

  test('its abbreviations end no sentence', () => {
    expect(read.sentences).toEqual([1, 2, 1, 1]);
  });

  test('its words are stemmed in a text that is declared to be in it, and in questions', () => {
    expect(read.terms).toEqual(['dom', 'vik']);
    expect(read.asked).toEqual(['dom']);
  });

  test('the other languages are what they were', () => {
    expect(read.englishTerms).toEqual(['hous', 'okapok']);
  });
});
