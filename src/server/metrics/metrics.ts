import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Stage, StageRun, Stages } from '../../ports/stages.js';
import type { TokenUsage } from '../../protocol.js';
import { onReplyOver } from '../reply-over.js';
import { gaugeState, PREFIX, type LiveState } from './live-state.js';

/** Of a reply, in seconds: what a visitor notices, and what a chat model takes. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Of a stage: some are a small part of that. */
const STAGE_BUCKETS = [0.001, 0.0025, 0.005, ...BUCKETS];

/** How a question came out; words of visitors are in none of it. */
export interface QuestionOutcome {
  readonly answered: boolean;
  readonly mode: string;
  readonly reason: string;
  /** Why a chat model's words were not used, where they were not. */
  readonly fallback?: string | undefined;
  /** Sentences of a chat model for which the source's own stand. */
  readonly replaced?: number | undefined;
  /** Those that are left out. */
  readonly omitted?: number | undefined;
}

/** What the operator measures the service by, in Prometheus's form. Labels have few values each. */
export class Metrics implements Stages {
  readonly #registry = new Registry();
  readonly #requests: Histogram<'route' | 'method' | 'status'>;
  readonly #stages: Histogram<'stage'>;
  readonly #questions: Counter<'mode' | 'outcome' | 'reason' | 'fallback'>;
  readonly #replaced: Counter;
  readonly #omitted: Counter;
  readonly #tokens: Counter<'kind'>;
  readonly #cost: Counter;

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
    this.#stages = new Histogram({
      name: `${PREFIX}stage_duration_seconds`,
      help: 'How long the stages of questions took; some are part of others.',
      labelNames: ['stage'],
      buckets: STAGE_BUCKETS,
      registers,
    });
    this.#questions = new Counter({
      name: `${PREFIX}questions_total`,
      help: 'Questions by what was replied, and why.',
      labelNames: ['mode', 'outcome', 'reason', 'fallback'],
      registers,
    });
    this.#replaced = new Counter({
      name: `${PREFIX}replaced_sentences_total`,
      help: 'Sentences of a chat model that the texts did not bear out, for which their own stand.',
      registers,
    });
    this.#omitted = new Counter({
      name: `${PREFIX}omitted_sentences_total`,
      help: 'Sentences of a chat model that nothing of the texts comes near: they are left out.',
      registers,
    });
    this.#tokens = new Counter({
      name: `${PREFIX}chat_model_tokens_total`,
      help: 'Tokens that the chat model was given and has written; estimated where it does not say.',
      labelNames: ['kind'],
      registers,
    });
    this.#cost = new Counter({
      name: `${PREFIX}chat_model_cost_total`,
      help: 'What these tokens cost by the prices that are set, in their currency.',
      registers,
    });
    gaugeState(this.#registry, state);
  }

  question({
    answered,
    mode,
    reason,
    fallback = 'none',
    replaced = 0,
    omitted = 0,
  }: QuestionOutcome): void {
    this.#questions.inc({ mode, outcome: answered ? 'answered' : 'refused', reason, fallback });
    this.#replaced.inc(replaced);
    this.#omitted.inc(omitted);
  }

  tokens({ inputTokens, outputTokens, cost = 0 }: TokenUsage): void {
    this.#tokens.inc({ kind: 'input' }, inputTokens);
    this.#tokens.inc({ kind: 'output' }, outputTokens);
    this.#cost.inc(cost);
  }

  /** Times a stage of a question, whether or not it fails. */
  begin(stage: Stage): StageRun {
    const began = performance.now();
    let isOver = false;
    return {
      run: (work) => work(),
      end: () => {
        if (!isOver) this.#stages.observe({ stage }, (performance.now() - began) / 1000);
        isOver = true;
      },
    };
  }

  /** Times every request; stands before all routes. */
  observe(): RequestHandler {
    return (req, res, next) => {
      const started = performance.now();
      onReplyOver(res, (isWhole) => {
        // What no route takes would be a label of its own each.
        const route = (req.route as { readonly path?: string } | undefined)?.path ?? 'none';
        const status = isWhole ? String(res.statusCode) : 'left';
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
