import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { env, pipeline, type FeatureExtractionPipeline } from '@xenova/transformers';
import { beforeAll, describe, expect, test } from 'vitest';
import { readEncoderProfile } from '../../../src/adapters/encoder/encoder-profile.js';
import { openTokenizer } from '../../../src/adapters/encoder/open-tokenizer.js';
import { TransformersEncoder } from '../../../src/adapters/encoder/transformers-encoder.js';
import { MODELS_DIR, SHIPPED_MODEL } from '../../../src/composition/shipped-files.js';
import { loadedEncoder } from '../../support/shipped-models.js';
import { withoutNetwork } from '../../support/without-network.js';

const DIMENSIONS = 384;
const TEXTS = ['corpus', 'test/fixtures/languages'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name)),
);

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? NaN), 0);
}

/** As the library opens it by itself. */
let opened: Promise<FeatureExtractionPipeline> | undefined;
function libraryPipeline(): Promise<FeatureExtractionPipeline> {
  env.localModelPath = MODELS_DIR;
  return (opened ??= pipeline('feature-extraction', SHIPPED_MODEL, { local_files_only: true }));
}

describe('the model that ships', () => {
  let embeddings: TransformersEncoder;
  beforeAll(async () => {
    embeddings = await loadedEncoder();
  });

  test('loads without a network, by its name', async () => {
    withoutNetwork();
    const loaded = await TransformersEncoder.load({
      model: SHIPPED_MODEL,
      modelsDirectory: MODELS_DIR,
    });
    expect(loaded).toMatchObject({
      model: SHIPPED_MODEL,
      dimensions: DIMENSIONS,
      fingerprint: embeddings.fingerprint,
    });
    expect(loaded.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ['nothing', ''],
    ['a blank', ' '],
    ['Japanese', '日本語の文章'],
    ['a dove', '🕊'],
    ['a zero', '\0'],
    ['half a sign', '\ud800 x'],
    ['many words', 'word '.repeat(600)],
  ])('gives %s a vector of unit length', async (_what, text) => {
    const vector = await embeddings.embedQuery(text);
    expect(vector).toHaveLength(DIMENSIONS);
    expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
  });

  test('gives the same text the same vector, alone, beside others, and another time', async () => {
    const texts = [
      'Drug trafficking is a threat.',
      'Peace',
      'The Member States reaffirm their commitment to the UN Charter. '.repeat(20),
    ];
    const alone = [];
    for (const text of texts) alone.push(await embeddings.embedQuery(text));
    expect(await embeddings.embedQueries(texts)).toEqual(alone);
    expect(await embeddings.embedQueries([...texts].reverse())).toEqual([...alone].reverse());
    const searched = await embeddings.embedDocuments(texts);
    expect(await embeddings.embedDocuments([...texts].reverse())).toEqual(searched.reverse());
    expect(await embeddings.embedDocuments([])).toEqual([]);
  });

  test('divides texts of every language into the tokens that the library makes of them', async () => {
    const { tokenizer: ofLibrary } = await libraryPipeline();
    const tokenizer = await openTokenizer(join(MODELS_DIR, SHIPPED_MODEL));
    const lines = TEXTS.flatMap((file) => readFileSync(file, 'utf8').split('\n'));
    expect(lines.length).toBeGreaterThan(300);
    for (const line of [...lines, '<s> <unk> <mask>', '', ' ', '\0', '\ud800 x', 'ﬁ  ½ e\u0301']) {
      expect(tokenizer.encode(line), line).toEqual(ofLibrary.encode(line));
    }
  });

  test('gives the vector that the library makes of the prefix and the text, less what all have in common', async () => {
    const extractor = await libraryPipeline();
    const { queryMean = [], passageMean = [] } = await readEncoderProfile(
      join(MODELS_DIR, SHIPPED_MODEL),
    );
    for (const text of [
      'peace',
      'The Member States reaffirm their commitment. '.repeat(9),
      '日本',
    ]) {
      for (const [prefix, mean, actual] of [
        ['query: ', queryMean, await embeddings.embedQuery(text)],
        ['passage: ', passageMean, (await embeddings.embedDocuments([text]))[0] ?? []],
      ] as const) {
        const whole = await extractor(prefix + text, { pooling: 'mean', normalize: true });
        const less = Array.from(whole.data as Float32Array, (value, i) => value - (mean[i] ?? 0));
        const length = Math.hypot(...less);
        less.forEach((value, i) => {
          expect(actual[i]).toBeCloseTo(value / length, 5);
        });
      }
    }
  });

  test('reads a text to its end, however long it is', async () => {
    const words = Array.from({ length: 899 }, (_, i) => ['peace', 'trade', 'water'][i % 3]);
    const [one = [], other = []] = await embeddings.embedDocuments([
      [...words, 'peace'].join(' '),
      [...words, 'terrorism'].join(' '),
    ]);
    expect(dot(one, other)).toBeLessThan(0.99999);
    expect(dot(one, other)).toBeGreaterThan(0.9);
  });

  test('puts a question nearer to what answers it in other words than to what does not', async () => {
    const question = await embeddings.embedQuery('How do they fight drugs?');
    const [answer = [], other = []] = await embeddings.embedDocuments([
      'They will counter the illicit trafficking of narcotics.',
      'The next meeting will be held in Samarkand in 2022.',
    ]);
    expect(dot(question, answer)).toBeGreaterThan(dot(question, other) + 0.2);
  });

  test.each([
    ['security', true],
    ['Security', true],
    ['qzxvk', false],
    ['two words', false],
    ['', false],
    ['語', false],
  ])('knows whether it has %j whole', (word, whole) => {
    expect(embeddings.isWord(word)).toBe(whole);
  });

  test.each([
    ['What about dams?', true],
    ['zyqqx', true],
    ['日本語', true],
    ['ꙮ', false],
    ['?!…', false],
    [' ', false],
    ['', false],
  ])('knows whether it understands anything of %j', (text, understood) => {
    expect(embeddings.understands(text)).toBe(understood);
  });

  test.each([
    ['How do they fight drugs?', 'Which video games are the best?'],
    ['Как они борются с наркотиками?', 'Какие видеоигры самые лучшие?'],
    ['他们如何打击毒品?', '最好的电子游戏是哪个?'],
  ])('tokens of %j meet those of its answer, those of %j do not', async (asked, other) => {
    const answer = 'They will counter the illicit trafficking of narcotics.';
    const [near, far] = [
      await embeddings.matchTokens(asked, answer),
      await embeddings.matchTokens(other, answer),
    ];
    expect(near?.question).toBeGreaterThan((far?.question ?? 0) + 0.5);
    expect(near?.text).toBeGreaterThan((far?.text ?? 0) + 0.5);
  });

  test('a question that was embedded before meets a text as one that was not', async () => {
    const [question, answer] = ['Who counters drugs?', 'They counter drugs.'];
    const first = await embeddings.matchTokens(question, answer);
    await embeddings.embedQuery(question);
    expect(await embeddings.matchTokens(question, answer)).toEqual(first);
    expect(await embeddings.matchTokens(question, '')).toBeUndefined();
  });
});
