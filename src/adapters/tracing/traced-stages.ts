import { context, isSpanContextValid, SpanStatusCode, trace } from '@opentelemetry/api';
import type { StageRun, Stages } from '../../ports/stages.js';

const NAME = 'declaration-chat';

const UNTOLD: StageRun = { run: (work) => work(), end: () => undefined };

/**
 * Each stage as a span of OpenTelemetry, below the one that it is part of; nothing where no SDK was
 * loaded. What is part of nothing is not told: it is a question that the server asks ahead. No word of
 * a question, a text or a model is in any.
 */
export function tracedStages(): Stages {
  const tracer = trace.getTracer(NAME);
  return {
    begin: (stage) => {
      if (stage !== 'answer' && trace.getActiveSpan() === undefined) return UNTOLD;
      const span = tracer.startSpan(`${NAME} ${stage}`);
      const within = trace.setSpan(context.active(), span);
      return {
        run: (work) => context.with(within, work),
        end: (error) => {
          if (!span.isRecording()) return;
          if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
  };
}

/** Whether somebody takes the spans: an SDK was loaded before this program. */
export function isTraced(): boolean {
  // One that is never ended goes nowhere.
  return isSpanContextValid(trace.getTracer(NAME).startSpan(NAME).spanContext());
}
