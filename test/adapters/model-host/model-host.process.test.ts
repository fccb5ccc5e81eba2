import { execFileSync } from 'node:child_process';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type * as encoders from '../../../src/adapters/model-host/hosted-encoder.js';
import type * as readers from '../../../src/adapters/model-host/hosted-reader.js';
import type * as hosts from '../../../src/adapters/model-host/model-host.js';
import { MODELS_DIR, READER_DIR, SHIPPED_MODEL } from '../../../src/composition/shipped-files.js';
import { builtModule, builtProgram } from '../../support/built.js';
import { SMALL_ENCODER, SMALL_MODELS } from '../../support/models.js';
import { start } from '../../support/run-command.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const { HostedEncoder } = await builtModule<typeof encoders>(
  'adapters/model-host/hosted-encoder.ts',
);
const { HostedReader } = await builtModule<typeof readers>('adapters/model-host/hosted-reader.ts');
const { ModelHost } = await builtModule<typeof hosts>('adapters/model-host/model-host.ts');
const ENCODER = { model: SMALL_ENCODER, modelsDirectory: SMALL_MODELS };
/** Loads the models in its own process and prints what they make of these texts. */
const IN_PROCESS = await builtProgram(fileURLToPath(new URL('in-process.ts', import.meta.url)));
/** Opens a host, says the id of its process, and waits. */
const HOLDER = await builtProgram(fileURLToPath(new URL('hold-a-host.ts', import.meta.url)));
const TEXTS = [
  'Drug trafficking is a threat.',
  'Мир и безопасность в регионе',
  'The Member States reaffirm their commitment to the UN Charter. '.repeat(70),
  '',
];

interface Opened {
  readonly host: hosts.ModelHost;
  readonly encoder: encoders.HostedEncoder;
}

/** A host of the test's own. */
async function anEncoder(options = ENCODER): Promise<Opened> {
  const host = new ModelHost({
    encoder: options,
    readerDir: READER_DIR,
  });
  onTestFinished(() => {
    host.close();
  });
  return { host, encoder: await HostedEncoder.open(host, options) };
}

/** Ids of the processes that run models for process `parent`. */
function hostsOf(parent = process.pid): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return rows
    .map((row) => row.trim().split(/\s+/u))
    .filter(([, ppid, ...args]) => ppid === String(parent) && /host-main/u.test(args.join(' ')))
    .map(([pid]) => Number(pid))
    .filter((pid) => !OF_OTHERS.has(pid));
}

/** What tests before these have left behind. */
const OF_OTHERS = new Set<number>();
for (const pid of hostsOf()) OF_OTHERS.add(pid);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function untilEnded(pid: number): Promise<void> {
  await expect.poll(() => isAlive(pid), { timeout: 20_000, interval: 50 }).toBe(false);
}

describe('one host', () => {
  let host: hosts.ModelHost;
  let encoder: encoders.HostedEncoder;
  beforeAll(async () => {
    host = new ModelHost({ encoder: ENCODER, readerDir: READER_DIR });
    encoder = await HostedEncoder.open(host, ENCODER);
    await encoder.ready();
  });
  afterAll(() => {
    host.close();
  });

  test('vectors and readings are those that the models give in process', async () => {
    const reader = await HostedReader.open(host, READER_DIR);
    const passages = [['Drugs are a threat.', 'They counter them.'], ['Lakes are clean.']];
    const hosted = {
      dimensions: encoder.dimensions,
      fingerprint: encoder.fingerprint,
      documents: await encoder.embedDocuments(TEXTS),
      queries: await encoder.embedQueries(TEXTS),
      query: await encoder.embedQuery('peace'),
      readings: await reader.read('How do they fight drugs?', passages),
      reads: ['en', 'xx'].map((language) => reader.reads(language)),
    };
    const input = JSON.stringify({ encoder: ENCODER, reader: READER_DIR, texts: TEXTS, passages });
    const printed = execFileSync(process.execPath, [IN_PROCESS], {
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    expect(hosted).toEqual(JSON.parse(printed));
  });

  test('nobody waits while texts are embedded', async () => {
    // One that takes its time.
    const { encoder } = await anEncoder({ model: SHIPPED_MODEL, modelsDirectory: MODELS_DIR });
    await encoder.ready();
    const texts = Array.from({ length: 20 }, (_, i) =>
      `${i}. They counter trafficking. `.repeat(8),
    );
    const before = performance.eventLoopUtilization();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await encoder.embedDocuments(texts);
    delay.disable();
    // Not the longest: on a busy machine any process waits for its turn now and then.
    expect(delay.percentile(99) / 1e6).toBeLessThan(50);
    // In process it would be all the time.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.25);
  });

  test('a question goes before texts that are made ready for later', async () => {
    const order: string[] = [];
    const texts = encoder.embedDocuments(TEXTS.concat(TEXTS)).then(() => order.push('texts'));
    await encoder.embedQuery('peace').then(() => order.push('question'));
    await texts;
    expect(order).toEqual(['question', 'texts']);
  });

  describe('whose process dies', () => {
    test.each(['SIGSEGV', 'SIGKILL'] as const)(
      'of %s fails what it was at, and what is asked next starts another',
      async (signal) => {
        const before = await encoder.embedQuery('peace');
        const [pid = NaN] = hostsOf();
        const failed = expect(
          encoder.embedDocuments(TEXTS.concat(TEXTS, TEXTS)),
        ).rejects.toMatchObject({
          name: 'DeclarationChatError',
          code: 'model-unavailable',
          message: expect.stringContaining(`ended by itself (${signal})`) as string,
        });
        process.kill(pid, signal);
        await failed;
        expect(await encoder.embedQuery('peace')).toEqual(before);
        expect(hostsOf()).not.toContain(pid);
      },
    );

    test('while it is idle is not noticed', async () => {
      const before = await encoder.embedQuery('peace');
      const [pid = NaN] = hostsOf();
      process.kill(pid, 'SIGKILL');
      await untilEnded(pid);
      expect(await encoder.embedQuery('peace')).toEqual(before);
    });
  });

  test('is not ended by CTRL-C on a terminal, which reaches every process', async () => {
    const [pid = NaN] = hostsOf();
    process.kill(pid, 'SIGINT');
    expect(await encoder.embedQuery('peace')).toHaveLength(encoder.dimensions);
    expect(hostsOf()).toEqual([pid]);
  });
});

describe('the process ends', () => {
  test('when the host is closed, and what is asked then is refused', async () => {
    const { host, encoder } = await anEncoder();
    await encoder.ready();
    const [pid = NaN] = hostsOf();
    const waiting = expect(
      encoder.embedDocuments(TEXTS.concat(TEXTS, TEXTS)),
    ).rejects.toMatchObject({
      code: 'model-unavailable',
    });
    host.close();
    await waiting;
    await untilEnded(pid);
    await expect(encoder.embedQuery('peace')).rejects.toThrow('The models were closed.');
  });

  test.each(['SIGKILL', 'SIGTERM'] as const)('with who started it, by %s', async (signal) => {
    const holder = start(process.execPath, [HOLDER, 'waits'], { cwd: '.' });
    await holder.says(/ready/u);
    const [pid = NaN] = hostsOf(holder.child.pid);
    expect(isAlive(pid)).toBe(true);
    holder.child.kill(signal);
    await untilEnded(pid);
  });

  test('while it is idle, it keeps nobody from ending', async () => {
    const holder = start(process.execPath, [HOLDER], { cwd: '.' });
    expect(await holder.finished).toMatchObject({ code: 0, stdout: 'ready\n', stderr: '' });
  });
});

describe('a model that cannot be loaded', () => {
  test('is named when it is missing', async () => {
    await expect(anEncoder({ ...ENCODER, model: 'nowhere' })).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringContaining('No embedding model "nowhere"') as string,
    });
  });

  test('is told when it is damaged, and is loaded once it is whole', async () => {
    const modelsDirectory = await temporaryFolder();
    const folder = join(modelsDirectory, 'copy');
    await cp(join(SMALL_MODELS, SMALL_ENCODER), folder, { recursive: true });
    const weights = join(folder, 'onnx', 'model_quantized.onnx');
    await rm(weights);
    await writeFile(weights, 'no weights');
    const { encoder } = await anEncoder({ model: 'copy', modelsDirectory });
    const damaged = {
      code: 'model-unavailable',
      message: expect.stringContaining(`The model in ${folder} is damaged`) as string,
    };
    await expect(encoder.ready()).rejects.toMatchObject(damaged);
    await expect(encoder.embedQuery('peace')).rejects.toMatchObject(damaged);
    await cp(join(SMALL_MODELS, SMALL_ENCODER, 'onnx'), join(folder, 'onnx'), { recursive: true });
    expect(await encoder.embedQuery('peace')).toHaveLength(encoder.dimensions);
  });

  test('is told when its tokenizer is damaged', async () => {
    const modelsDirectory = await temporaryFolder();
    const folder = join(modelsDirectory, 'copy');
    await cp(join(SMALL_MODELS, SMALL_ENCODER), folder, { recursive: true });
    await writeFile(join(folder, 'tokenizer.json'), '{');
    await expect(anEncoder({ model: 'copy', modelsDirectory })).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringContaining(`The model in ${folder} is damaged`) as string,
    });
  });
});
