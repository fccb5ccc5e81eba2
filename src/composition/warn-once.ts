import type { ChatFailure } from '../ports/chat-model.js';
import type { WarningLog } from './components.js';

/** Warns of each kind of failure once: it may come with every question. */
export function warnOnce(
  log: WarningLog,
  happened: string,
): (failure: Pick<ChatFailure, 'message'>) => void {
  const told = new Set<string>();
  return ({ message }) => {
    if (!told.has(message)) log.warn(`${happened} ${message}`);
    told.add(message);
  };
}
