import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Of a reply, in seconds: what a visitor notices, and what a chat model takes. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const PREFIX = 'declaration_chat_';

/** How a question came out; words of visitors are in none of it. */
export interface QuestionOutcome {
  readonly answered: boolean;
  readonly mode: string;
  readonly reason: string;
  /** Why a chat model's words were not used, where they were not. */
  readonly fallback?: string | undefined;
}

/** What is in use and in the queue, asked whenever the metrics are. */
export interface LiveState {
  readonly working: number;
  readonly waiting: number;
  readonly refused: number;
  readonly documents: number;
  readonly paragraphs: number;
}

/** What the operator measures the service by, in Prometheus's form. Labels have few values each. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Histogram<'route' | 'method' | 'status'>;
  readonly #questions: Counter<'mode' | 'outcome' | 'reason' | 'fallback'>;

  constructor(state: () => LiveState) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Histogram({
      name: `${PREFIX}request_duration_seconds`,
      help: 'How long requests took, until their last byte was handed on.',
      labelNames: ['route', 'method', 'status'],
      buckets: BUCKETS,
      registers,
    });
    this.#questions = new Counter({
      name: `${PREFIX}questions_total`,
      help: 'Questions by what was replied, and why.',
      labelNames: ['mode', 'outcome', 'reason', 'fallback'],
      registers,
    });
    const gauges: readonly (readonly [keyof LiveState, string])[] = [
      ['working', 'Questions that are worked on.'],
      ['waiting', 'Questions that wait for their turn.'],
      ['documents', 'Documents that are served.'],
      ['paragraphs', 'Paragraphs that are served.'],
    ];
    for (const [name, help] of gauges) {
      new Gauge({
        name: `${PREFIX}${name}`,
        help,
        registers,
        collect() {
          this.set(state()[name]);
        },
      });
    }
    const refused = new Counter({
      name: `${PREFIX}refused_total`,
      help: 'Questions that were refused since more was asked than can be answered in time.',
      registers,
      collect() {
        refused.reset();
        refused.inc(state().refused);
      },
    });
  }

  question({ answered, mode, reason, fallback = 'none' }: QuestionOutcome): void {
    this.#questions.inc({ mode, outcome: answered ? 'answered' : 'refused', reason, fallback });
  }

  /** Times every request; stands before all routes. */
  observe(): RequestHandler {
    return (req, res, next) => {
      const started = performance.now();
      res.once('close', () => {
        // What no route takes would be a label of its own each.
        const route = (req.route as { readonly path?: string } | undefined)?.path ?? 'none';
        const status = res.writableFinished ? String(res.statusCode) : 'left';
        const { method } = req;
        this.#requests.observe(
          { route, method: METHODS.has(method) ? method : 'other', status },
          (performance.now() - started) / 1000,
        );
      });
      next();
    };
  }

  /** `GET /metrics` */
  handler(): RequestHandler {
    return async (_req, res) => {
      res
        .set('Cache-Control', 'no-store')
        .set('Content-Type', this.#registry.contentType)
        .send(await this.#registry.metrics());
    };
  }
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
