import { once } from 'node:events';
import { isatty } from 'node:tty';
import { inspect } from 'node:util';
import { watchFolders, type FolderWatch } from '../adapters/corpus/watch-folders.js';
import { FeedbackFile } from '../adapters/feedback/feedback-file.js';
import { createLog } from '../adapters/log/create-log.js';
import { raceAbort } from '../concurrency/race-abort.js';
import { DeclarationChatError } from '../errors.js';
import { Admission } from '../server/admission/admission.js';
import { createApp } from '../server/create-app.js';
import type { AppDependencies } from '../server/dependencies.js';
import { Feedback } from '../server/feedback/feedback.js';
import { listen } from '../server/listen.js';
import type { LiveState } from '../server/metrics/live-state.js';
import { Metrics } from '../server/metrics/metrics.js';
import { readWidgetScript, type WidgetScript } from '../server/widget-script.js';
import type { Log } from '../ports/log.js';
import { databaseOf } from './composition-root.js';
import type { Config } from './config/config.js';
import { printJson } from './json-output.js';
import { readiness, ServerObserver, tracingTrouble } from './observe-server.js';
import { ServedIndex, type Served, type ServedIndexOptions } from './served-index.js';
import { SharedIndex } from './shared-index.js';
import { stopSignal } from './stop-signal.js';
import { trialMessage } from './trial-message.js';

export interface ServeOptions {
  /** Takes up texts that come, go or change while it serves. */
  readonly watch: boolean;
  /** Says where it serves as one JSON value, all else on standard error. */
  readonly json: boolean;
}

/**
 * Serves the chat endpoint and its pages; brings the index up to date first, and again on SIGHUP.
 * Runs until it is told to stop.
 */
export async function serve(config: Config, { watch, json }: ServeOptions): Promise<void> {
  if (watch && config.databaseUrl !== undefined) throw nothingToWatch();
  const shutdown = new AbortController();
  const say = json ? console.error : console.log;
  warnOf(tracingTrouble(process.env), config);
  const stop = stopSignal(process.env);
  const metrics: Metrics = new Metrics(() => liveState(admission, index));
  const observer = new ServerObserver(metrics);
  const admission = new Admission(config.admission, observer.stages);
  const index = servedBy(config, {
    stop,
    observer,
    say,
    onVerdict: (verdict) => {
      metrics.question(verdict);
    },
  });
  const app = createApp({
    backend: () => index.backend,
    admission,
    metrics,
    stages: observer.stages,
    readiness: () => readiness(config, index.state, observer),
    feedback: feedbackOf(config),
    reload: () => index.reload(),
    accessToken: config.accessToken,
    questionsPerMinute: config.questionsPerMinute,
    trustProxy: config.trustProxy,
    adminToken: config.adminToken,
    apiToken: config.apiToken,
    sourceList: config.sourceList,
    ...(config.log.format === 'json' ? requestLog(createLog(config.log)) : {}),
    shutdown: shutdown.signal,
    allowedOrigins: config.allowedOrigins,
    widget: widgetOf(config),
  });
  const server = await listen(app, { host: config.host, port: config.port, shutdown });
  say(`${server.url} is open; the index is being loaded.`);
  let watching: FolderWatch | undefined;
  try {
    process.on('SIGHUP', () => {
      if (hasLostTerminal()) process.kill(process.pid, 'SIGTERM');
      else void index.reload();
    });
    if (watch) watching = await watchCorpus(config, index);
    // A download cannot be interrupted: what is still loading when the stop comes is left behind.
    const backend = await raceAbort(index.load(), stop);
    for (const line of readyLines(server.url, config)) say(line);
    say(await raceAbort(trialMessage(server.url, backend), stop));
    if (json) printJson(servedAt(server.url, { config, index }));
    if (!stop.aborted) await once(stop, 'abort');
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    await watching?.close();
    admission.close();
    await server.close();
  }
}

function readyLines(url: string, { chat }: Config): readonly string[] {
  return [
    ...(chat === undefined
      ? []
      : [`Answers are in the words of ${chat.model}, where the texts bear them out.`]),
    `Ready: ${url}`,
  ];
}

function servedAt(
  url: string,
  { config, index }: { readonly config: Config; readonly index: Served },
): unknown {
  const { documents, paragraphs, generation, builtAt } = index.state;
  return { url, documents, paragraphs, generation, builtAt, chatModel: config.chat?.model };
}

function nothingToWatch(): DeclarationChatError {
  return new DeclarationChatError(
    'invalid-arguments',
    '--watch is for an index folder: with DATABASE_URL a server takes up what `declaration-chat ' +
      'ingest` puts into the database, wherever that runs. Leave --watch out.',
  );
}

function servedBy(config: Config, options: ServedIndexOptions): Served {
  const database = databaseOf(config);
  return database === undefined
    ? new ServedIndex(config, options)
    : new SharedIndex(config, { ...options, database });
}

function liveState(admission: Admission, { state }: Served): LiveState {
  const { documents, paragraphs, builtAt } = state;
  const builtAtMs = builtAt === undefined ? 0 : Date.parse(builtAt);
  return { ...admission.state, documents, paragraphs, builtAtMs };
}

function widgetOf({ widgetFile, log }: Config): WidgetScript | undefined {
  const widget = readWidgetScript(widgetFile);
  if (widget === undefined) {
    createLog(log).warn(
      `The widget was not built: there is no ${widgetFile}. Run \`npm run build\` and start again.`,
    );
  }
  return widget;
}

function warnOf(trouble: string | undefined, { log }: Config): void {
  if (trouble !== undefined) createLog(log).warn(trouble);
}

function feedbackOf({ feedbackFile, log }: Config): Feedback | undefined {
  if (feedbackFile === undefined) return undefined;
  return new Feedback({
    book: new FeedbackFile(feedbackFile),
    onTrouble: (error) => {
      createLog(log).warn(`${feedbackFile} cannot be written: ${String(error)}.`);
    },
  });
}

function watchCorpus({ corpusDir, log }: Config, index: Served): Promise<FolderWatch> {
  return watchFolders([corpusDir], {
    onChange: () => void index.reload(),
    onTrouble: (error) => {
      createLog(log).warn(
        `${corpusDir} is not watched any more: ${String(error)}. Send SIGHUP when it changes.`,
      );
    },
  });
}

/** A terminal that was closed sends SIGHUP as well: then nobody waits for a reload. */
function hasLostTerminal(): boolean {
  return process.stdin.isTTY && !isatty(process.stdin.fd);
}

/** What happens with requests, for programs that collect it; lines for people would be too many. */
function requestLog(log: Log): Pick<AppDependencies, 'onIncident' | 'onRequest'> {
  return {
    onIncident: ({ id, error, ...request }) => {
      log.error('A request failed.', { incident: id, ...request, error: inspect(error) });
    },
    onRequest: ({ id, ...outcome }) => {
      log.info('Replied.', { request: id, ...outcome });
    },
  };
}
