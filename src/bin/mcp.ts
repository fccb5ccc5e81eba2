import { once } from 'node:events';
import { createBackend } from '../composition/create-backend.js';
import { raceAbort } from '../concurrency/race-abort.js';
import type { ChatBackend } from '../server/dependencies.js';
import { serveMcpStdio } from '../server/mcp/serve-mcp-stdio.js';
import { loadModels, openAnswering, updateOwnIndex } from './composition-root.js';
import type { Config } from './config/config.js';
import { stopSignal } from './stop-signal.js';

/**
 * Serves the texts to one client over standard input and output, until it closes its end. Nothing
 * but the protocol goes to standard output.
 */
export async function mcp(config: Config): Promise<void> {
  const stop = AbortSignal.any([stopSignal(process.env), endOfInput()]);
  const backend = open(config, stop);
  // Clients give up on a server that says nothing while its index is being loaded.
  const server = serveMcpStdio(backend);
  try {
    await raceAbort(backend, stop);
    await once(stop, 'abort');
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    await server.close();
  }
}

async function open(config: Config, signal: AbortSignal): Promise<ChatBackend> {
  const models = await loadModels(config);
  for (const line of await updateOwnIndex(config, models.encoder, { signal })) console.error(line);
  return createBackend(await openAnswering(config, models));
}

function endOfInput(): AbortSignal {
  const end = new AbortController();
  process.stdin.once('close', () => {
    end.abort();
  });
  return end.signal;
}
