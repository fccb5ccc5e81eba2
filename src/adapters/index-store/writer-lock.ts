import { randomBytes } from 'node:crypto';
import { constants, readlinkSync, readFileSync } from 'node:fs';
import { copyFile, link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from './faults.js';

/** Of an index folder: who writes to it now. */
const FILE = 'writer.lock';
const LOOK_EVERY_MS = 200;
/** Whoever holds it touches it so often. */
const TOUCH_EVERY_MS = 2_000;
/** Untouched for so long, it is of somebody who is gone and cannot be asked. */
const SILENT_MS = 15_000;
/** Or of one who goes on, but has done with it: a disk may refuse to remove it. */
const LET_GO_MS = 60_000;
/** Tokens of those that this process holds now. */
const heldHere = new Set<string>();
let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * Within a process locks are taken and let go one after the other: whoever looked at one that was let
 * go meanwhile would take away that of whoever came next.
 */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const turn = lastTurn.then(work);
  lastTurn = turn.catch(() => undefined);
  return turn;
}

/** Who holds a lock. A number of a process says nothing without the others. */
interface Holder {
  readonly pid: number;
  /** When it began, in the kernel's ticks; numbers of processes come again. */
  readonly began: string;
  readonly machine: string;
  readonly boot: string;
  /** Of this one lock. */
  readonly token: string;
}

export interface LockOptions {
  /** Is told once, by whom, where it has to wait. */
  readonly onWait: (holder: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Held by the one process that writes to an index folder. Others read meanwhile. */
export class WriterLock {
  readonly #path: string;
  readonly #token: string;
  readonly #touching: NodeJS.Timeout;

  private constructor(path: string, token: string) {
    this.#path = path;
    this.#token = token;
    this.#touching = setInterval(() => {
      this.#touch().catch(() => undefined);
    }, TOUCH_EVERY_MS);
    this.#touching.unref();
  }

  /** Takes it as soon as it is free. What somebody has left who is gone counts as free. */
  static async acquire(directory: string, { onWait, signal }: LockOptions): Promise<WriterLock> {
    for (let waited = false; ; waited = true) {
      const lock = await WriterLock.tryAcquire(directory);
      if (lock instanceof WriterLock) return lock;
      if (!waited) onWait(lock);
      await wait(LOOK_EVERY_MS, undefined, { signal });
    }
  }

  /** The lock, or who holds it, in words. */
  static tryAcquire(directory: string): Promise<WriterLock | string> {
    return inTurn(() => WriterLock.#tryAcquire(directory));
  }

  static async #tryAcquire(directory: string): Promise<WriterLock | string> {
    const path = join(directory, FILE);
    const token = randomBytes(4).toString('hex');
    const own = `${path}.${token}.tmp`;
    let lock: WriterLock | undefined;
    heldHere.add(token);
    try {
      await writeFile(own, JSON.stringify({ ...thisProcess(), token }));
      const { mtimeMs: now } = await stat(own);
      let isPlaced = await placed(own, path);
      const found = isPlaced ? undefined : await readHolder(path);
      if (found !== undefined && !isGone(found, now)) return nameOf(found.holder);
      if (found !== undefined) await clear(path, found);
      isPlaced ||= await placed(own, path);
      if (!isPlaced) return 'another process';
      lock = new WriterLock(path, token);
      return lock;
    } finally {
      if (lock === undefined) heldHere.delete(token);
      await rm(own, { force: true }).catch(() => undefined);
    }
  }

  /** Whether it still is one's own: another may have taken it from whoever stood still for long. */
  async isHeld(): Promise<boolean> {
    return (await this.#own()) !== undefined;
  }

  async release(): Promise<void> {
    clearInterval(this.#touching);
    await inTurn(async () => {
      heldHere.delete(this.#token);
      // What cannot be removed now is taken for what it is later.
      const own = await this.#own().catch(() => undefined);
      if (own !== undefined) await clear(this.#path, own).catch(() => undefined);
    });
  }

  async #touch(): Promise<void> {
    if (await this.isHeld()) await utimes(this.#path, new Date(), new Date());
  }

  async #own(): Promise<Found | undefined> {
    const found = await readHolder(this.#path);
    return found?.holder?.token === this.#token ? found : undefined;
  }
}

/** Whether there is one, whoever may have left it. */
export async function isLocked(directory: string): Promise<boolean> {
  return (await readHolder(join(directory, FILE))) !== undefined;
}

interface Found {
  /** As it stands in the file. */
  readonly content: string;
  /** Undefined where it was not written to its end. */
  readonly holder: Holder | undefined;
  readonly touchedMs: number;
}

/** Puts a file to where none is; whether it did. */
async function placed(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path).catch((error: unknown) => {
      if (errorCode(error) === 'EEXIST') throw error;
      // The disk knows no links.
      return copyFile(own, path, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(path: string): Promise<Found | undefined> {
  try {
    const [content, { mtimeMs: touchedMs }] = [await readFile(path, 'utf8'), await stat(path)];
    return { content, holder: parse(content), touchedMs };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(content: string): Holder | undefined {
  try {
    const { pid, began, machine, boot, token } = JSON.parse(content) as Partial<
      Record<keyof Holder, unknown>
    >;
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return undefined;
    return {
      pid,
      began: String(began),
      machine: String(machine),
      boot: String(boot),
      token: String(token),
    };
  } catch {
    return undefined;
  }
}

/** @param now by the clock of the disk that holds the lock */
function isGone({ holder, touchedMs }: Found, now: number): boolean {
  const here = thisProcess();
  if (holder?.machine !== here.machine) return now - touchedMs > SILENT_MS;
  if (holder.boot !== here.boot) return true;
  if (holder.pid === process.pid && !heldHere.has(holder.token)) return true;
  return (
    now - touchedMs > LET_GO_MS || !isRunning(holder.pid) || beginOf(holder.pid) !== holder.began
  );
}

/** Takes a lock away unless another process did, and has one of its own there now. */
async function clear(path: string, { content }: Found): Promise<void> {
  const aside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== content) await placed(aside, path);
  await rm(aside, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

function thisProcess(): Omit<Holder, 'token'> {
  const { pid } = process;
  // Containers may share a name, and count their processes from one each.
  const machine = `${hostname()} ${read(() => readlinkSync('/proc/self/ns/pid'))}`;
  const boot = read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  return { pid, began: beginOf(pid), machine, boot };
}

/** The 22nd field; the second, a name in brackets, may hold blanks. */
function beginOf(pid: number): string {
  return read(() => {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  });
}

/** What only Linux tells; empty elsewhere. */
function read(tell: () => string): string {
  try {
    return tell();
  } catch {
    return '';
  }
}

function nameOf(holder: Holder | undefined): string {
  if (holder === undefined) return 'another process';
  const [host = ''] = holder.machine.split(' ');
  return `process ${holder.pid} on ${host}`;
}
