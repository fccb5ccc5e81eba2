import { Counter, Gauge, type Registry } from 'prom-client';
import { REFUSALS, type Admission } from '../admission/admission.js';

/** Of every name. */
export const PREFIX = 'declaration_chat_';
const MILLISECONDS = 1000;

/** What is in use and in the queue, asked whenever the metrics are. */
export interface LiveState extends Readonly<Admission['state']> {
  readonly documents: number;
  readonly paragraphs: number;
  /** When the generation that is served was built, in milliseconds since 1970. */
  readonly builtAtMs: number;
}

const GAUGES: readonly {
  readonly name: string;
  readonly help: string;
  readonly of: (state: LiveState) => number;
}[] = [
  { name: 'working', help: 'Questions that are worked on.', of: ({ working }) => working },
  { name: 'waiting', help: 'Questions that wait for their turn.', of: ({ waiting }) => waiting },
  {
    name: 'loop_delay_seconds',
    help: 'How long whatever comes waits for the event loop, on average of half a second.',
    of: ({ loopDelayMs }) => loopDelayMs / MILLISECONDS,
  },
  { name: 'documents', help: 'Documents that are served.', of: ({ documents }) => documents },
  { name: 'paragraphs', help: 'Paragraphs that are served.', of: ({ paragraphs }) => paragraphs },
  {
    name: 'generation_built_timestamp_seconds',
    help: 'When the generation of the index that is served was built.',
    of: ({ builtAtMs }) => builtAtMs / MILLISECONDS,
  },
];

/** Shows what a server is at. */
export function gaugeState(registry: Registry, state: () => LiveState): void {
  const registers = [registry];
  for (const { name, help, of } of GAUGES) {
    new Gauge({
      name: PREFIX + name,
      help,
      registers,
      collect() {
        this.set(of(state()));
      },
    });
  }
  const refused = new Counter({
    name: `${PREFIX}refused_total`,
    help: 'Requests that were refused since more was asked than can be answered in time, and why.',
    labelNames: ['why'],
    registers,
    collect() {
      refused.reset();
      for (const why of REFUSALS) refused.inc({ why }, state().refused[why]);
    },
  });
}
