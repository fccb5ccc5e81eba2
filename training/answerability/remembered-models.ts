import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TransformersEncoder } from '../../src/adapters/encoder/transformers-encoder.js';
import { TransformersReader } from '../../src/adapters/reader/transformers-reader.js';
import type { Config } from '../../src/bin/config/config.js';
import type { PassageReader, PassageReading } from '../../src/ports/passage-reader.js';
import type { TokenCosines } from '../../src/adapters/encoder/token-cosines.js';
import { standardised } from '../../src/adapters/encoder/usual-token-cosines.js';
import type { VocabularyEncoder } from '../../src/ports/encoder.js';

/**
 * What models said, kept in a file from run to run: a fit asks the same of them again and again.
 */
class Remembered<Value> {
  readonly #file: string;
  readonly #values = new Map<string, Value>();

  constructor(file: string) {
    this.#file = file;
    if (!existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      // The last line of a run that was stopped may be torn.
      if (!line.endsWith(']')) continue;
      const [key, value] = JSON.parse(line) as [string, Value];
      this.#values.set(key, value);
    }
  }

  async get(key: string, compute: () => Promise<Value>): Promise<Value> {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const value = await compute();
    this.#values.set(key, value);
    appendFileSync(this.#file, `${JSON.stringify([key, value])}\n`);
    return value;
  }
}

export interface Models {
  readonly encoder: VocabularyEncoder;
  readonly reader: PassageReader;
}

/** The models of a configuration, which remember in `training/.remembered`. */
export async function openRememberedModels({
  embeddingModel: model,
  modelsDir: modelsDirectory,
  readerDir,
}: Pick<Config, 'embeddingModel' | 'modelsDir' | 'readerDir'>): Promise<Models> {
  const encoder = await TransformersEncoder.load({ model, modelsDirectory });
  const reader = await TransformersReader.load(readerDir);
  return rememberModels({ encoder, reader }, 'training/.remembered');
}

/** The same models, which remember in `folder`. */
function rememberModels(
  { encoder, reader }: { readonly encoder: TransformersEncoder; readonly reader: PassageReader },
  folder: string,
): Models {
  mkdirSync(folder, { recursive: true });
  const vectors = new Remembered<number[]>(
    join(folder, `vectors-${encoder.fingerprint.slice(0, 16)}.jsonl`),
  );
  // As they are: what is usual may be measured anew.
  const cosines = new Remembered<[TokenCosines | null]>(
    join(folder, `cosines-${encoder.fingerprint.slice(0, 16)}.jsonl`),
  );
  const readings = new Remembered<PassageReading>(join(folder, 'readings.jsonl'));
  const embedQuery = (text: string): Promise<number[]> =>
    vectors.get(`query ${text}`, () => encoder.embedQuery(text));
  const embedPassage = (text: string): Promise<number[]> =>
    vectors.get(`passage ${text}`, async () => (await encoder.embedDocuments([text]))[0] ?? []);
  return {
    encoder: {
      model: encoder.model,
      fingerprint: encoder.fingerprint,
      dimensions: encoder.dimensions,
      understands: (text) => encoder.understands(text),
      isWord: (word) => encoder.isWord(word),
      embedQuery,
      embedQueries: (texts) => inTurn(texts, embedQuery),
      embedDocuments: (texts) => inTurn(texts, embedPassage),
      matchTokens: async (question, text) => {
        const compare = async (): Promise<[TokenCosines | null]> => [
          (await encoder.tokenCosines(question, text)) ?? null,
        ];
        const [compared] = await cosines.get(JSON.stringify([question, text]), compare);
        const usual = encoder.usualTokenCosines;
        return compared === null || usual === undefined ? undefined : standardised(compared, usual);
      },
    },
    reader: {
      reads: (language) => reader.reads(language),
      isWord: (word) => reader.isWord(word),
      read: (question, passages) =>
        inTurn(passages, (sentences) =>
          readings.get(JSON.stringify([question, ...sentences]), async () => {
            const [reading = { passage: 0, sentences: [] }] = await reader.read(question, [
              sentences,
            ]);
            return reading;
          }),
        ),
    },
  };
}

async function inTurn<Item, Result>(
  items: readonly Item[],
  each: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await each(item));
  return results;
}
