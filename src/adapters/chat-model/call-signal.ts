import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The signal of the call that is under way, for clients that are given none: Ollama's hears of an
 * abort between two chunks only.
 */
export const callSignal = new AsyncLocalStorage<AbortSignal>();
