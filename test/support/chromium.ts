import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Path of a Chromium on this machine: `CHROMIUM_PATH`, else the first on the `PATH`. */
export function findChromium(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env.CHROMIUM_PATH ?? '', ...onPath].find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return file !== '';
    } catch {
      return false;
    }
  });
}

type Fields = Readonly<Record<string, unknown>>;
type Send = (method: string, params?: Fields) => Promise<Fields>;

export interface Page {
  /** Resolves when the page has loaded. */
  readonly goto: (url: string) => Promise<void>;
  /** The value of an expression in the page; promises are awaited. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Resolves when the expression is true, looked at whenever the document changes. */
  readonly until: (expression: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly press: (key: 'Enter' | 'Tab') => Promise<void>;
  readonly resize: (width: number, height: number) => Promise<void>;
  /** Exceptions, refused resources and policy violations, in words. */
  readonly complaints: readonly string[];
  /** Every address asked for. */
  readonly requests: readonly string[];
}

export interface Chromium {
  readonly newPage: () => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** A headless browser that is spoken to over a pipe, in the Chrome DevTools Protocol. */
export function launchChromium(executable: string): Chromium {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-profile-'));
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--remote-debugging-pipe', `--user-data-dir=${profile}`];
  const child = spawn(executable, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const connection = new Connection(child.stdio[3] as Writable, child.stdio[4] as Readable);
  return {
    newPage: async () => {
      const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
      return openPage(connection, String(sessionId));
    },
    close: async () => {
      await Promise.race([connection.send('Browser.close'), exited]);
      await exited;
      // Its helpers may write a last file after it has gone.
      rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Fields;
  readonly result?: Fields;
  readonly error?: Fields;
  readonly sessionId?: string;
}

class Connection {
  #lastId = 0;
  readonly #pending = new Map<number, { readonly resolve: (result: Fields) => void; readonly reject: (error: Error) => void }>();
  readonly #listeners = new Set<(message: Message) => void>();

  constructor(
    readonly input: Writable,
    output: Readable,
  ) {
    let rest = '';
    output.setEncoding('utf8').on('data', (part: string) => {
      const messages = (rest + part).split('\0');
      rest = messages.pop() ?? '';
      for (const message of messages) this.#receive(JSON.parse(message) as Message);
    });
  }

  send(method: string, params: Fields = {}, sessionId?: string): Promise<Fields> {
    const id = ++this.#lastId;
    this.input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
  }

  onMessage(listener: (message: Message) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #receive(message: Message): void {
    if (message.id === undefined) {
      for (const listener of this.#listeners) listener(message);
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error) pending?.reject(new Error(JSON.stringify(message.error)));
    else pending?.resolve(message.result ?? {});
  }
}

async function openPage(connection: Connection, sessionId: string): Promise<Page> {
  const send: Send = (method, params) => connection.send(method, params, sessionId);
  const complaints: string[] = [];
  const requests: string[] = [];
  connection.onMessage((message) => {
    if (message.sessionId !== sessionId) return;
    if (message.method === 'Log.entryAdded' || message.method === 'Runtime.exceptionThrown') complaints.push(JSON.stringify(message.params));
    if (message.method === 'Network.requestWillBeSent') requests.push((message.params?.request as { url: string }).url);
  });
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await send(`${domain}.enable`);
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return (result as { value?: unknown }).value;
  };
  return {
    complaints,
    requests,
    evaluate,
    goto: (url) =>
      new Promise((resolve, reject) => {
        const forget = connection.onMessage((message) => {
          if (message.sessionId !== sessionId || message.method !== 'Page.loadEventFired') return;
          forget();
          resolve();
        });
        send('Page.navigate', { url }).catch(reject);
      }),
    until: async (expression) => {
      await evaluate(`new Promise((resolve) => {
        const isTrue = () => { const it = Boolean(${expression}); if (it) resolve(); return it; };
        if (!isTrue()) new MutationObserver((_, observer) => { if (isTrue()) observer.disconnect(); })
          .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      })`);
    },
    type: async (text) => {
      await send('Input.insertText', { text });
    },
    press: async (key) => {
      const code = key === 'Enter' ? { windowsVirtualKeyCode: 13, text: '\r' } : { windowsVirtualKeyCode: 9 };
      await send('Input.dispatchKeyEvent', { type: 'keyDown', key, code: key, ...code });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, windowsVirtualKeyCode: code.windowsVirtualKeyCode });
    },
    resize: async (width, height) => {
      await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    },
  };
}
