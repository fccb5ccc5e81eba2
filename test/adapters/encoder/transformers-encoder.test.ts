import {
  appendFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { DownloadProgress } from '../../../src/adapters/encoder/load-options.js';
import { TransformersEncoder } from '../../../src/adapters/encoder/transformers-encoder.js';
import { aHub, closedAddress } from '../../support/hub-server.js';
import { SMALL_ENCODER, SMALL_MODELS } from '../../support/models.js';
import { smallEncoder } from '../../support/small-encoder.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { withoutNetwork } from '../../support/without-network.js';

const DIMENSIONS = 64;
const FOLDER = join(SMALL_MODELS, SMALL_ENCODER);
const WEIGHTS = 'onnx/model_quantized.onnx';

/** A folder of models that holds a copy of the small one, under another name. */
async function aCopy(name = 'copy'): Promise<{ readonly models: string; readonly folder: string }> {
  const models = await temporaryFolder();
  await cp(FOLDER, join(models, name), { recursive: true });
  return { models, folder: join(models, name) };
}

test('every text has a vector of unit length', async () => {
  const embeddings = await smallEncoder();
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
      const vector = await embeddings.embedQuery(text);
      expect(vector).toHaveLength(DIMENSIONS);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    }),
  );
});

test('tokens are those of the beginning, and the same whether a question was embedded before', async () => {
  const embeddings = await smallEncoder();
  const rivers = 'river '.repeat(160).trim();
  const withLake = `${rivers} lake`;
  const of = embeddings.tokenCosines.bind(embeddings);
  expect(await of('lake', withLake)).toEqual(await of('lake', rivers));
  expect((await of('lake', `lake ${rivers}`))?.nearest).toBeGreaterThan(
    (await of('lake', rivers))?.nearest ?? 1,
  );
  const anew = await smallEncoder();
  for (const question of ['lake', 'river lake', withLake, `${rivers} `.repeat(5), '']) {
    await embeddings.embedQuery(question);
    expect(await embeddings.tokenCosines(question, 'a lake')).toEqual(
      await anew.tokenCosines(question, 'a lake'),
    );
  }
});

test('nothing is compared where it is not known how near tokens are', async () => {
  const { models, folder } = await aCopy('copy');
  const load = (): Promise<TransformersEncoder> =>
    TransformersEncoder.load({ model: 'copy', modelsDirectory: models });
  expect(await (await load()).matchTokens('lake', 'a lake')).toBeUndefined();
  const figure = { mean: 0, deviation: 0.5 };
  await writeFile(
    join(folder, 'token-cosines.json'),
    JSON.stringify({ question: figure, text: figure, nearest: figure, farthest: figure }),
  );
  const told = await load();
  const cosines = await told.tokenCosines('lake', 'a lake');
  expect(cosines).toBeDefined();
  expect(await told.matchTokens('lake', 'a lake')).toEqual({
    question: (cosines?.question ?? NaN) / 0.5,
    text: (cosines?.text ?? NaN) / 0.5,
    nearest: (cosines?.nearest ?? NaN) / 0.5,
    farthest: (cosines?.farthest ?? NaN) / 0.5,
  });
});

/** What the console says while a test runs. */
function heardWarnings(): readonly unknown[] {
  const heard: unknown[] = [];
  const { warn } = console;
  console.warn = (...words: unknown[]) => heard.push(...words);
  onTestFinished(() => {
    console.warn = warn;
  });
  return heard;
}

describe('a model in a folder', () => {
  test('is found by its path as by its name, and several may load at once', async () => {
    withoutNetwork();
    const [first, second] = [await aCopy('one'), await aCopy('two')];
    const loaded = await Promise.all([
      TransformersEncoder.load({ model: first.folder, modelsDirectory: SMALL_MODELS }),
      TransformersEncoder.load({ model: 'two', modelsDirectory: second.models }),
      TransformersEncoder.load({ model: SMALL_ENCODER, modelsDirectory: SMALL_MODELS }),
    ]);
    expect(new Set(loaded.map(({ fingerprint }) => fingerprint)).size).toBe(1);
  });

  test('has another fingerprint when one of its files is another', async () => {
    const { models, folder } = await aCopy();
    const before = await TransformersEncoder.load({ model: 'copy', modelsDirectory: models });
    const config = join(folder, 'config.json');
    await writeFile(config, (await readFile(config, 'utf8')).replace('{', '{ "note": 1,'));
    const after = await TransformersEncoder.load({ model: 'copy', modelsDirectory: models });
    expect(after.fingerprint).not.toBe(before.fingerprint);
  });

  test('that does not exist is named with the places looked at and what may be set', async () => {
    const modelsDirectory = await temporaryFolder();
    await expect(
      TransformersEncoder.load({ model: 'nothing', modelsDirectory }),
    ).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringMatching(
        /^No embedding model "nothing": there is no .*\/nothing\/config\.json and no .*EMBEDDING_MODEL/su,
      ) as string,
    });
  });

  test.each([WEIGHTS, 'tokenizer.json', 'tokenizer_config.json'])(
    'that lacks %s says so',
    async (file) => {
      withoutNetwork();
      const { models, folder } = await aCopy();
      await rm(join(folder, file));
      await expect(
        TransformersEncoder.load({ model: 'copy', modelsDirectory: models }),
      ).rejects.toMatchObject({
        code: 'model-unavailable',
        message: expect.stringContaining(
          `The model in ${folder} is not whole: it lacks ${file}`,
        ) as string,
      });
    },
  );

  test.each([
    [WEIGHTS, 'cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    [WEIGHTS, 'empty', () => Buffer.alloc(0)],
    [WEIGHTS, 'something else', () => Buffer.from('<html>404</html>')],
    ['tokenizer.json', 'cut short', (bytes: Buffer) => bytes.subarray(0, 1000)],
    ['config.json', 'empty', () => Buffer.alloc(0)],
  ])(
    'whose %s is %s is refused with its folder and the remedy, and the process lives',
    async (file, _how, damage) => {
      const { models, folder } = await aCopy();
      await writeFile(join(folder, file), damage(await readFile(join(folder, file))));
      const warnings = heardWarnings();
      await expect(
        TransformersEncoder.load({ model: 'copy', modelsDirectory: models }),
      ).rejects.toMatchObject({
        code: 'model-unavailable',
        message: expect.stringMatching(
          /^The model in .*\/copy is damaged \(.+\)\. Copy its files there again/su,
        ) as string,
      });
      expect(warnings).toEqual([]);
    },
  );
});

describe('a hub model', () => {
  const model = 'someone/tiny-model';

  test('is downloaded with its progress, and the next time found on the disk without a network', async () => {
    const modelsDirectory = await temporaryFolder();
    const { folder } = await aCopy();
    // More than comes in one piece.
    await appendFile(join(folder, 'tokenizer.json'), ' '.repeat(1_000_000));
    const hub = await aHub(folder);
    const progress: DownloadProgress[] = [];
    const downloaded = await TransformersEncoder.load({
      model,
      modelsDirectory,
      hubAddress: hub.address,
      onDownload: (event) => progress.push(event),
    });
    expect(hub.asked).toContain(`/${model}/resolve/main/${WEIGHTS}`);
    const { size } = await stat(join(folder, 'tokenizer.json'));
    expect(progress.at(-1)?.loadedBytes).toBe(progress.at(-1)?.totalBytes);
    expect(progress.at(-1)?.totalBytes).toBeGreaterThan(size);
    expect(progress.some(({ loadedBytes, totalBytes }) => loadedBytes < totalBytes)).toBe(true);
    expect(await readdir(join(modelsDirectory, '.cache'))).toEqual(['someone']);
    withoutNetwork();
    const again = await TransformersEncoder.load({
      model,
      modelsDirectory,
      hubAddress: await closedAddress(),
      onDownload: () => expect.unreachable(),
    });
    expect(await again.embedQuery('peace')).toEqual(await downloaded.embedQuery('peace'));
    expect(again.fingerprint).toBe(downloaded.fingerprint);
  });

  test(
    'that cannot be downloaded: the message has the address, the reason, the folder ' +
      'and how to work offline',
    async () => {
      const modelsDirectory = await temporaryFolder();
      const folder = join(modelsDirectory, '.cache', model);
      const hubAddress = await closedAddress();
      await expect(
        TransformersEncoder.load({ model, modelsDirectory, hubAddress }),
      ).rejects.toMatchObject({
        code: 'model-unavailable',
        message:
          `The embedding model "${model}" could not be downloaded from ${hubAddress}/${model} ` +
          `(fetch failed: connect ECONNREFUSED ${new URL(hubAddress).host}), and ${folder} ` +
          `does not hold it. ` +
          `To work offline, unset EMBEDDING_MODEL to use the model that ships with the ` +
          `project, or copy the model's files into ${folder}.`,
      });
      // And that advice works.
      await mkdir(join(folder, '..'), { recursive: true });
      await cp(FOLDER, folder, { recursive: true });
      await expect(
        TransformersEncoder.load({ model, modelsDirectory, hubAddress }),
      ).resolves.toMatchObject({ dimensions: DIMENSIONS });
    },
  );

  test('that the hub does not have is named with its address', async () => {
    const { address } = await aHub(await temporaryFolder());
    await expect(
      TransformersEncoder.load({
        model,
        modelsDirectory: await temporaryFolder(),
        hubAddress: `${address}/`,
      }),
    ).rejects.toThrow(
      `could not be downloaded from ${address}/${model} (Could not locate file: "${address}/${model}/resolve/main/`,
    );
  });

  test.each([
    [
      'the connection breaks half way',
      (half: Buffer, res: ServerResponse) => {
        res.writeHead(200, { 'content-length': half.length * 2 }).write(half, () => res.destroy());
      },
    ],
    [
      'only half of it is sent as if it were all',
      (half: Buffer, res: ServerResponse) => {
        res.writeHead(200, { 'content-length': half.length }).end(half);
      },
    ],
  ])('is not kept when %s, and can be had afterwards', async (_how, answer) => {
    const modelsDirectory = await temporaryFolder();
    const bytes = await readFile(join(FOLDER, WEIGHTS));
    let broken = true;
    const hub = await aHub(FOLDER, (file, res) => {
      if (!broken || file !== WEIGHTS) return false;
      answer(bytes.subarray(0, bytes.length >> 1), res);
      return true;
    });
    await expect(
      TransformersEncoder.load({ model, modelsDirectory, hubAddress: hub.address }),
    ).rejects.toMatchObject({ code: 'model-unavailable' });
    expect(await readdir(join(modelsDirectory, '.cache'))).toEqual([]);
    broken = false;
    await expect(
      TransformersEncoder.load({ model, modelsDirectory, hubAddress: hub.address }),
    ).resolves.toMatchObject({ dimensions: DIMENSIONS });
  });

  test('clears away what a download that was killed has left, once it is a day old', async () => {
    const modelsDirectory = await temporaryFolder();
    const cache = join(modelsDirectory, '.cache');
    for (const name of ['.arriving-old', '.arriving-young', 'mine']) {
      await mkdir(join(cache, name), { recursive: true });
    }
    await utimes(join(cache, '.arriving-old'), 0, 0);
    await utimes(join(cache, 'mine'), 0, 0);
    await TransformersEncoder.load({
      model,
      modelsDirectory,
      hubAddress: (await aHub(FOLDER)).address,
    });
    expect((await readdir(cache)).sort()).toEqual(['.arriving-young', 'mine', 'someone']);
  });
});
