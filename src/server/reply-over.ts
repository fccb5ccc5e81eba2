import type { Response } from 'express';

/**
 * Tells when a reply is over, and whether all of it was handed on. Node calls one finished that was
 * cut when its end was already in its hands.
 */
export function onReplyOver(res: Response, told: (isWhole: boolean) => void): void {
  const { socket } = res.req;
  let isWhole = false;
  res.once('finish', () => {
    isWhole = !socket.destroyed;
  });
  res.once('close', () => {
    told(isWhole);
  });
}
