import { spawnSync } from 'node:child_process';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { WriterLock } from '../../../src/adapters/index-store/writer-lock.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const never = (): never => {
  throw new Error('it had to wait');
};

/** A folder with the lock of this process in it, changed. */
async function aLock(change: Readonly<Record<string, unknown>>, ageMs = 0): Promise<string> {
  const folder = await temporaryFolder();
  const lock = await WriterLock.acquire(folder, { onWait: never });
  const path = join(folder, 'writer.lock');
  const holder = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  await lock.release();
  await writeFile(path, JSON.stringify({ ...holder, ...change }));
  const then = (Date.now() - ageMs) / 1000;
  await utimes(path, then, then);
  return folder;
}

async function isFree(folder: string): Promise<boolean> {
  const lock = await WriterLock.tryAcquire(folder);
  if (!(lock instanceof WriterLock)) return false;
  await lock.release();
  expect(await readdir(folder)).toEqual([]);
  return true;
}

function aDeadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('one writer', () => {
  test('holds it until it is done; the next is told by whom, and goes on then', async () => {
    const folder = await temporaryFolder();
    const first = await WriterLock.acquire(folder, { onWait: never });
    const told: string[] = [];
    const onWait = (holder: string): void => void told.push(holder);
    const second = WriterLock.acquire(folder, { onWait });
    await expect.poll(() => told).toEqual([expect.stringContaining(`process ${process.pid} on `)]);
    await first.release();
    await (await second).release();
    expect(await readdir(folder)).toEqual([]);
  });

  test('of many at once', async () => {
    const folder = await temporaryFolder();
    let [inside, most] = [0, 0];
    const onWait = (): void => undefined;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const lock = await WriterLock.acquire(folder, { onWait });
        most = Math.max(most, (inside += 1));
        await readdir(folder);
        inside -= 1;
        await lock.release();
      }),
    );
    expect(most).toBe(1);
  });

  test('of many who come while it is let go', async () => {
    const folder = await temporaryFolder();
    for (let round = 0; round < 30; round += 1) {
      const lock = await WriterLock.acquire(folder, { onWait: never });
      const [, ...came] = await Promise.all([
        lock.release(),
        ...Array.from({ length: 8 }, () => WriterLock.tryAcquire(folder)),
      ]);
      const holders = came.filter((taken) => taken instanceof WriterLock);
      expect(holders.length).toBeLessThan(2);
      for (const holder of holders) {
        expect(await holder.isHeld()).toBe(true);
        await holder.release();
      }
    }
  });

  test('who waits can be told to stop', async () => {
    const folder = await temporaryFolder();
    const first = await WriterLock.acquire(folder, { onWait: never });
    const stop = new AbortController();
    const onWait = (): void => {
      stop.abort();
    };
    await expect(WriterLock.acquire(folder, { onWait, signal: stop.signal })).rejects.toMatchObject(
      { name: 'AbortError' },
    );
    await first.release();
  });
});

describe('what nobody holds any more is free', () => {
  test('of a process that has ended', async () => {
    expect(await isFree(await aLock({ pid: aDeadProcess() }))).toBe(true);
  });

  test.runIf(process.platform === 'linux')('of one whose number another has now', async () => {
    expect(await isFree(await aLock({ began: '1' }))).toBe(true);
  });

  test('of before the machine was started', async () => {
    expect(await isFree(await aLock({ boot: 'another' }))).toBe(true);
  });

  test('of another machine, or cut off, once it is not touched any more', async () => {
    const elsewhere = { machine: 'elsewhere pid:[1]' };
    expect(await isFree(await aLock(elsewhere))).toBe(false);
    expect(await isFree(await aLock(elsewhere, 60_000))).toBe(true);
    expect(await isFree(await aLock({ pid: 'no number' }, 60_000))).toBe(true);
  });
});

test('what a running process of this machine holds is not free', async () => {
  // The parent of this one.
  const { ppid: pid } = process;
  const began = (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''))
    .replace(/^.*\) /su, '')
    .split(' ')[19];
  expect(await isFree(await aLock({ pid, began }, 30_000))).toBe(false);
  // Untouched for long, it is what could not be removed.
  expect(await isFree(await aLock({ pid, began }, 3_600_000))).toBe(true);
});

describe('what another took from one that stood still for long', () => {
  async function touchedAgo(path: string, ms: number): Promise<void> {
    const then = (Date.now() - ms) / 1000;
    await utimes(path, then, then);
  }

  test('stays with the other when the one goes on and lets go', async () => {
    const folder = await temporaryFolder();
    const first = await WriterLock.acquire(folder, { onWait: never });
    expect(await first.isHeld()).toBe(true);
    await touchedAgo(join(folder, 'writer.lock'), 61_000);
    const second = await WriterLock.acquire(folder, { onWait: never });
    expect([await first.isHeld(), await second.isHeld()]).toEqual([false, true]);
    await first.release();
    expect(await second.isHeld()).toBe(true);
    await second.release();
    expect(await readdir(folder)).toEqual([]);
  });

  test('is not touched by the one', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const folder = await temporaryFolder();
    const path = join(folder, 'writer.lock');
    const lock = await WriterLock.acquire(folder, { onWait: never });
    const own = await readFile(path, 'utf8');
    const ageAfterTouch = async (content: string): Promise<number> => {
      await writeFile(path, content);
      await touchedAgo(path, 10_000);
      vi.advanceTimersByTime(2_000);
      await wait(100);
      return Date.now() - (await stat(path)).mtimeMs;
    };
    expect(await ageAfterTouch(own)).toBeLessThan(5_000);
    const { token, ...holder } = JSON.parse(own) as Record<string, unknown>;
    const others = JSON.stringify({ ...holder, token: `not ${String(token)}` });
    expect(await ageAfterTouch(others)).toBeGreaterThan(5_000);
    await lock.release();
    expect(await readFile(path, 'utf8')).toBe(others);
  });
});
