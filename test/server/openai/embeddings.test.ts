import OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import type { ChatBackend, TextEmbedder } from '../../../src/server/dependencies.js';
import { fakeBackend } from '../../support/fake-backend.js';
import { runApp } from '../../support/running-app.js';

/** The length of a text and its side, as a vector. */
const embedder: TextEmbedder = {
  model: 'lengths',
  dimensions: 2,
  embed: (texts, { side }) =>
    Promise.resolve(texts.map(({ length }) => [length, side === 'query' ? 0.5 : 0.25])),
};

async function client(backend: ChatBackend = { ...fakeBackend(), embedder }): Promise<OpenAI> {
  const { url } = await runApp(backend);
  return new OpenAI({ baseURL: `${url}/v1`, apiKey: 'anything', maxRetries: 0 });
}

describe('embeddings', () => {
  test.each([undefined, 'float', 'base64'] as const)('come as %s', async (format) => {
    const openai = await client();
    const { data, model, usage } = await openai.embeddings.create({
      model: 'lengths',
      input: ['rivers', 'lake'],
      ...(format === undefined ? {} : { encoding_format: format }),
    });
    expect(data.map(({ index }) => index)).toEqual([0, 1]);
    const vectors = data.map(({ embedding }) =>
      typeof embedding === 'string' ? floatsIn(embedding) : embedding,
    );
    expect(vectors).toEqual([
      [6, 0.25],
      [4, 0.25],
    ]);
    expect([model, usage.prompt_tokens]).toEqual(['lengths', 3]);
  });

  test('of many come in their order, a few at a time, so that questions get their turn', async () => {
    const sizes: number[] = [];
    const noting: TextEmbedder = {
      ...embedder,
      embed: (texts, options) => {
        sizes.push(texts.length);
        return embedder.embed(texts, options);
      },
    };
    const openai = await client({ ...fakeBackend(), embedder: noting });
    const input = Array.from({ length: 20 }, (_, i) => 'x'.repeat(i + 1));
    const { data } = await openai.embeddings.create({ model: 'lengths', input });
    expect(data.map(({ embedding }) => embedding[0])).toEqual(input.map(({ length }) => length));
    expect(sizes).toEqual([8, 8, 4]);
  });

  test('of one text, as of a question', async () => {
    const openai = await client();
    const { data } = await openai.embeddings.create({
      model: 'lengths',
      input: 'rivers',
      ...{ input_type: 'query' },
    });
    expect(data.map(({ embedding }) => embedding)).toEqual([[6, 0.5]]);
  });

  test.each([
    ['another model', { model: 'text-embedding-3-small', input: 'a' }, /here is lengths/],
    ['another length', { model: 'lengths', input: 'a', dimensions: 256 }, /expected 2,/],
    ['no text', { model: 'lengths', input: [] }, /1 to 256 strings/],
    ['an empty text', { model: 'lengths', input: ['a', ''] }, /input\[1\]: .*at least one/],
    ['tokens', { model: 'lengths', input: [1, 2] }, /another model’s vocabulary/],
    ['too many', { model: 'lengths', input: Array(257).fill('a') as string[] }, /1 to 256/],
    ['too long a text', { model: 'lengths', input: 'a'.repeat(20_001) }, /at most 20000/],
  ])('of %s are refused', async (what, body, message) => {
    const openai = await client();
    const error = await openai.embeddings
      .create(body)
      .then(() => undefined)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: what === 'another model' ? 404 : 400 });
    expect((error as Error).message).toMatch(message);
  });

  test('are not there where no model is served', async () => {
    const openai = await client(fakeBackend());
    const asking = openai.embeddings.create({ model: 'lengths', input: 'a' });
    await expect(asking).rejects.toMatchObject({ status: 404 });
  });
});

test('models are those of answers and of embeddings', async () => {
  const openai = await client();
  const ids: string[] = [];
  for await (const { id } of openai.models.list()) ids.push(id);
  expect(ids).toEqual(['declaration-chat', 'lengths']);
  expect(await openai.models.retrieve('lengths')).toMatchObject({ id: 'lengths', object: 'model' });
  await expect(openai.models.retrieve('gpt-4o')).rejects.toMatchObject({
    status: 404,
    code: 'unknown-model',
  });
});

function floatsIn(base64: string): number[] {
  const bytes = Buffer.from(base64, 'base64');
  return Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readFloatLE(at * 4));
}
