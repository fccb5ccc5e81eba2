import { trace } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node';
import { expect, test } from 'vitest';
import { isTraced, tracedStages } from '../../../src/adapters/tracing/traced-stages.js';
import { during, itemsDuring } from '../../../src/ports/stages.js';

test('stages are spans below those that they are part of, and one that fails says so', async () => {
  expect(isTraced()).toBe(false);
  const exporter = new InMemorySpanExporter();
  new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).register();
  expect(isTraced()).toBe(true);
  const stages = tracedStages();
  async function* answer(): AsyncGenerator<number, void, void> {
    yield await during(stages, 'plan', () => Promise.resolve(1));
    yield await during(stages, 'read', () => Promise.reject(new Error('the words of a visitor')));
  }
  const reading = async (): Promise<void> => {
    for await (const item of itemsDuring(stages, 'answer', answer())) expect(item).toBe(1);
  };
  await expect(reading()).rejects.toThrow('words');
  // Asked ahead, for nobody.
  await during(stages, 'plan', () => Promise.resolve(1));
  const spans = exporter.getFinishedSpans();
  expect(spans.map(({ name, status }) => [name, status.code])).toEqual([
    ['declaration-chat plan', 0],
    ['declaration-chat read', 2],
    ['declaration-chat answer', 2],
  ]);
  const [plan, read, whole] = spans;
  expect(plan?.parentSpanContext?.spanId).toBe(whole?.spanContext().spanId);
  expect(read?.parentSpanContext?.spanId).toBe(whole?.spanContext().spanId);
  const told = spans.map(({ status, attributes, events }) => ({ status, attributes, events }));
  expect(JSON.stringify(told)).not.toContain('visitor');
  trace.disable();
});
