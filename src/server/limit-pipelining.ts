import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Browsers send one request after the other on a connection; who sends many without waiting for
 * replies has them all worked on at once, and all replies held until their turn.
 */
const MOST_UNANSWERED = 16;

/** Ends connections on which more is asked than is listened to. */
export function limitPipelining(app: RequestListener): RequestListener {
  const unanswered = new WeakMap<Socket, number>();
  return (req: IncomingMessage, res: ServerResponse & { req: IncomingMessage }) => {
    const { socket } = req;
    const count = (unanswered.get(socket) ?? 0) + 1;
    if (count > MOST_UNANSWERED) {
      socket.destroy();
      return;
    }
    unanswered.set(socket, count);
    res.once('close', () => {
      unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1);
    });
    app(req, res);
  };
}
