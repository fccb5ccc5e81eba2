import type { Response } from 'express';
import { DeclarationChatError } from '../errors.js';

/** Why a signal aborted: nobody is left to answer. */
export class ClientGoneError extends Error {
  override readonly name = 'ClientGoneError';
}

/**
 * Aborts when the client has left before its reply was complete, or when the server must end its
 * open work. A departure shows on the response only: the request has long been read and closed by
 * then.
 */
export function requestSignal(res: Response, shutdown?: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const onShutdown = (): void => {
    controller.abort(
      new DeclarationChatError(
        'shutting-down',
        'The server is shutting down. Ask again in a moment.',
      ),
    );
  };
  const onClose = (): void => {
    shutdown?.removeEventListener('abort', onShutdown);
    if (!res.writableFinished) {
      controller.abort(new ClientGoneError('the client closed the connection'));
    }
  };
  if (res.destroyed) onClose();
  else if (shutdown?.aborted === true) onShutdown();
  else {
    res.once('close', onClose);
    shutdown?.addEventListener('abort', onShutdown);
  }
  return controller.signal;
}

/**
 * What to report for an error: after an abort, why it was aborted, whatever the interrupted work
 * threw.
 */
export function reasonFor(error: unknown, signal: AbortSignal): unknown {
  return signal.aborted ? signal.reason : error;
}
