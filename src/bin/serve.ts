import { createApp } from '../server/create-app.js';
import type { ChatBackend } from '../server/dependencies.js';
import { listen } from '../server/listen.js';
import { readWidgetScript } from '../server/widget-script.js';
import { createBackend } from './backend.js';
import type { Config } from './config.js';
import { ingestCorpus, loadEmbeddings, openEngine, warnOf } from './composition-root.js';
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
  const stopped = new Promise<undefined>((resolve) => {
    stop.addEventListener('abort', () => {
      resolve(undefined);
    });
  });
  try {
    // A download cannot be interrupted: what is still loading when the stop comes is left behind.
    backend = await Promise.race([loadBackend(config, stop), stopped]);
    if (backend !== undefined) console.log(readyMessage(server.url, backend));
    await stopped;
  } finally {
    await server.close();
  }
}

async function loadBackend(config: Config, stop: AbortSignal): Promise<ChatBackend | undefined> {
  try {
    const embeddings = await loadEmbeddings(config);
    const outcome = await ingestCorpus(config, embeddings, stop);
    warnOf(outcome);
    const { counts } = outcome.manifest;
    console.log(
      `The index holds ${counts.paragraphs} paragraphs of ${counts.documents} documents.`,
    );
    if (config.chat !== undefined) {
      console.log(
        `Answers are in the words of ${config.chat.model}, where the texts bear them out.`,
      );
    }
    return createBackend(await openEngine(config, embeddings));
  } catch (error) {
    if (stop.aborted) return undefined;
    throw error;
  }
}

function readyMessage(url: string, { exampleQuestions = [] }: ChatBackend): string {
  // It goes into single quotes on a command line.
  const question =
    exampleQuestions.find((example) => !/['"\\\p{Cc}]/u.test(example)) ?? 'What is this about?';
  return `Ready: ${url}\n\nTry:\n  curl -s ${url}/api/chat -H 'content-type: application/json' -d '{"question":"${question}"}'\n`;
}
