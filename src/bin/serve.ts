import { once } from 'node:events';
import { createConsoleLog } from '../adapters/log/console-log.js';
import { createBackend } from '../composition/create-backend.js';
import { raceAbort } from '../concurrency/race-abort.js';
import { createApp } from '../server/create-app.js';
import type { ChatBackend } from '../server/dependencies.js';
import { listen } from '../server/listen.js';
import { readWidgetScript } from '../server/widget-script.js';
import type { Config } from './config.js';
import { loadModels, openAnswering, updateIndex, warningsOf } from './composition-root.js';
import { readyMessage } from './ready-message.js';
import { stopSignal } from './stop-signal.js';

/**
 * Serves the chat endpoint and its pages; brings the index up to date first. Runs until it is told
 * to stop.
 */
export async function serve(config: Config): Promise<void> {
  let backend: ChatBackend | undefined;
  const shutdown = new AbortController();
  const widget = readWidgetScript(config.widgetFile);
  if (widget === undefined) {
    console.error(
      `The widget was not built: there is no ${config.widgetFile}. Run \`npm run build\` and start again.`,
    );
  }
  const app = createApp({
    backend: () => backend,
    shutdown: shutdown.signal,
    allowedOrigins: config.allowedOrigins,
    widget,
  });
  const server = await listen(app, { host: config.host, port: config.port, shutdown });
  console.log(`${server.url} is open; the index is being loaded.`);
  const stop = stopSignal(process.env);
  try {
    // A download cannot be interrupted: what is still loading when the stop comes is left behind.
    backend = await raceAbort(loadBackend(config, stop), stop);
    console.log(readyMessage(server.url, backend));
    await once(stop, 'abort');
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    await server.close();
  }
}

async function loadBackend(config: Config, stop: AbortSignal): Promise<ChatBackend> {
  const models = await loadModels(config);
  const outcome = await updateIndex(config, models.encoder, stop);
  const log = createConsoleLog(config.logLevel);
  for (const line of warningsOf(outcome)) log.warn(line);
  const { counts } = outcome.manifest;
  console.log(`The index holds ${counts.paragraphs} paragraphs of ${counts.documents} documents.`);
  if (config.chat !== undefined) {
    console.log(`Answers are in the words of ${config.chat.model}, where the texts bear them out.`);
  }
  const backend = createBackend(await openAnswering(config, models), {
    sourcesDir: config.serveSources ? config.corpusDir : undefined,
  });
  await models.ready();
  return backend;
}
