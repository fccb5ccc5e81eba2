import type { RequestHandler } from 'express';
import { DeclarationChatError } from '../errors.js';

/**
 * Stands last on a route: tells what the address takes, to those who ask (OPTIONS) and to those who
 * guessed wrong.
 */
export function onlyMethods(...methods: readonly ('GET' | 'POST')[]): RequestHandler {
  const allowed = [
    ...methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])),
    'OPTIONS',
  ].join(', ');
  return (req, res) => {
    res.set('Allow', allowed);
    if (req.method !== 'OPTIONS') {
      throw new DeclarationChatError('method-not-allowed', `This address takes ${allowed}.`);
    }
    res.status(204).end();
  };
}
