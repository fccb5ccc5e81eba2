import type { Response } from 'express';

/**
 * All of a reply is there to be read: who takes nothing of it for so long has stalled. Node looks
 * twice before it cuts.
 */
const UNREAD_MS = 15_000;

/**
 * Sends what may be large, and cuts the connection of who takes nothing of it for half a minute:
 * until then the server holds what was not taken.
 * @param limits `unreadMs`: half of that time; 15,000 unless given
 */
export function sendLarge(
  res: Response,
  body: string | Buffer,
  { unreadMs = UNREAD_MS }: { readonly unreadMs?: number } = {},
): void {
  const { socket } = res;
  const usual = socket?.timeout;
  socket?.setTimeout(unreadMs);
  res.once('finish', () => {
    socket?.setTimeout(usual ?? 0);
  });
  res.send(body);
}

/**
 * The bytes of replies about an object, made once for all who read one at the same time, and
 * forgotten when nobody does.
 */
export class SharedBytes<Key extends object> {
  readonly #made = new WeakMap<Key, WeakRef<Buffer>>();

  of(key: Key, make: () => string): Buffer {
    const present = this.#made.get(key)?.deref();
    if (present !== undefined) return present;
    const bytes = Buffer.from(make());
    this.#made.set(key, new WeakRef(bytes));
    return bytes;
  }
}
