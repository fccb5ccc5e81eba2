import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { deferred } from './deferred.js';

/** `SSLRequest` and `GSSENCRequest` of PostgreSQL's protocol. */
const ENCRYPTION_REQUESTS = [80_877_103, 80_877_104];
/** Messages that the server replies to with all that stands before them: Query, Sync, Terminate. */
const ENDS = ['Q', 'S', 'X'].map((letter) => letter.charCodeAt(0));
const TERMINATE = 'X'.charCodeAt(0);

export interface PgliteServer {
  readonly url: string;
  /** Runs statements when nobody else is at one. */
  readonly run: (statements: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * PostgreSQL with pgvector, compiled for this process, on a socket of this machine. It has one
 * session for all connections: whoever has begun a statement or a transaction ends it before
 * another is heard. (`pglite-socket` lets in others between the messages of one statement.)
 */
export async function startPglite(): Promise<PgliteServer> {
  const db = await PGlite.create({ extensions: { vector } });
  const turns = new Turns();
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    // Whoever was killed is heard no more.
    void converse(socket, { db, turns })
      .catch(() => undefined)
      .finally(() => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres?sslmode=disable`,
    run: async (statements) => {
      const done = await turns.take();
      await db.exec(statements).finally(done);
    },
    close: async () => {
      server.close();
      await db.close();
    },
  };
}

class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Waits for one's turn. @returns what ends it */
  async take(): Promise<() => void> {
    const { promise, resolve } = deferred();
    const before = this.#last;
    this.#last = before.then(() => promise);
    await before;
    return resolve;
  }
}

async function converse(
  socket: Socket,
  { db, turns }: { readonly db: PGlite; readonly turns: Turns },
): Promise<void> {
  let done: (() => void) | undefined;
  try {
    for await (const request of requestsOf(socket)) {
      if (request[0] === TERMINATE) return;
      done ??= await turns.take();
      socket.write(await db.execProtocolRaw(request));
      if (db.isInTransaction()) continue;
      done();
      done = undefined;
    }
  } finally {
    if (done !== undefined) await db.exec('ROLLBACK');
    done?.();
  }
}

/** What is replied to as a whole. */
async function* requestsOf(socket: Socket): AsyncGenerator<Buffer> {
  let unread: Buffer = Buffer.alloc(0);
  let end = 0;
  let hasBegun = false;
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    unread = Buffer.concat([unread, chunk]);
    for (;;) {
      // Only the first message, of who it is, has no letter before its length.
      const letter = hasBegun ? 1 : 0;
      if (unread.length < end + letter + 4) break;
      const next = end + letter + unread.readInt32BE(end + letter);
      if (unread.length < next) break;
      if (!hasBegun && ENCRYPTION_REQUESTS.includes(unread.readInt32BE(4))) {
        socket.write('N');
        unread = unread.subarray(next);
        continue;
      }
      const isWhole = !hasBegun || ENDS.includes(unread[end] ?? 0);
      hasBegun = true;
      end = next;
      if (!isWhole) continue;
      yield unread.subarray(0, end);
      unread = unread.subarray(end);
      end = 0;
    }
  }
}
