import { basename } from 'node:path';
import { isTraced, tracedStages } from '../adapters/tracing/traced-stages.js';
import type { Observer } from '../composition/components.js';
import { toldTogether } from '../ports/stages.js';
import type { ChatModelSeen, Readiness } from '../server/dependencies.js';
import type { Metrics } from '../server/metrics/metrics.js';
import type { Config } from './config/config.js';
import type { ServedState } from './served-index.js';

/** Sees how answers come about, and how the chat model replies. */
export class ServerObserver implements Observer {
  readonly stages: Observer['stages'];
  readonly #metrics: Metrics;
  #seen: ChatModelSeen | undefined;

  constructor(metrics: Metrics) {
    this.stages = isTraced() ? toldTogether([metrics, tracedStages()]) : metrics;
    this.#metrics = metrics;
  }

  /** How the chat model replied last; undefined where it was not asked yet. */
  get chatModel(): ChatModelSeen | undefined {
    return this.#seen;
  }

  readonly onTokens: Observer['onTokens'] = (usage) => {
    this.#metrics.tokens(usage);
  };

  readonly onReply: Observer['onReply'] = (failure) => {
    this.#seen = { reply: failure?.reason ?? 'ok', at: new Date().toISOString() };
  };
}

/** Of OpenTelemetry, where traces go. */
const ENDPOINTS = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'];

/** What is missing where the environment wants traces and nobody takes them. */
export function tracingTrouble(env: NodeJS.ProcessEnv): string | undefined {
  const [set] = ENDPOINTS.filter((name) => (env[name] ?? '') !== '');
  if (set === undefined || env['OTEL_SDK_DISABLED'] === 'true' || isTraced()) return undefined;
  return (
    `${set} is set, and nothing is traced: install OpenTelemetry's loader beside the program and ` +
    'start with NODE_OPTIONS="--import @opentelemetry/auto-instrumentations-node/register".'
  );
}

/** What the server tells of itself. */
export function readiness(
  { embeddingModel, readerDir, chat }: Pick<Config, 'embeddingModel' | 'readerDir' | 'chat'>,
  served: ServedState,
  { chatModel }: Pick<ServerObserver, 'chatModel'>,
): Readiness {
  return {
    ...served,
    models: {
      // They may be folders, which are nobody else's business.
      embedding: basename(embeddingModel),
      reader: basename(readerDir),
      chat: chat?.model,
    },
    chatModel,
  };
}
