import { FakeEmbeddings } from '@langchain/core/utils/testing';
import { expect, test } from 'vitest';
import { LangChainEncoder } from '../../../src/adapters/encoder/langchain-encoder.js';

class Fixed extends FakeEmbeddings {
  constructor(
    readonly model: string,
    readonly vector: number[],
  ) {
    super();
  }

  override embedQuery(): Promise<number[]> {
    return Promise.resolve(this.vector);
  }

  override embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.resolve(texts.map(() => this.vector));
  }
}

test('vectors are brought to unit length; one of nothing stays', async () => {
  const encoder = await LangChainEncoder.of(new Fixed('small', [3, 4]));
  expect(await encoder.embedQuery('a')).toEqual([0.6, 0.8]);
  expect(await encoder.embedDocuments(['a', 'b'])).toEqual([
    [0.6, 0.8],
    [0.6, 0.8],
  ]);
  const nothing = await LangChainEncoder.of(new Fixed('small', [0, 0]));
  expect(await nothing.embedQuery('a')).toEqual([0, 0]);
});

test('another model or another width is another fingerprint', async () => {
  const models = [new Fixed('small', [1, 0]), new Fixed('large', [1, 0]), new Fixed('small', [1])];
  const encoders = await Promise.all(models.map((model) => LangChainEncoder.of(model)));
  expect(new Set(encoders.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  expect(encoders.map(({ dimensions }) => dimensions)).toEqual([2, 2, 1]);
});
