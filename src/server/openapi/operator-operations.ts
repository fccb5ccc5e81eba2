import { z } from 'zod';
import type { Operation } from './operation.js';

const alive = z.object({ status: z.literal('alive') });
const ready = z.object({
  status: z.literal('ready'),
  generation: z.string().exactOptional().describe('Of the index; another build has another.'),
  builtAt: z.string().exactOptional().describe('ISO 8601, UTC.'),
  documents: z.int().exactOptional(),
  paragraphs: z.int().exactOptional(),
  leftOut: z
    .int()
    .exactOptional()
    .describe('Files of the corpus folder that are not served; the log names them.'),
  models: z
    .object({ embedding: z.string(), reader: z.string(), chat: z.string().exactOptional() })
    .exactOptional(),
  chatModel: z
    .object({
      reply: z.string().describe('`ok`, or why there was none: `unreachable`, `timeout`, …'),
      at: z.string().describe('ISO 8601, UTC.'),
    })
    .exactOptional()
    .describe('How the chat model replied last; absent where it has not been asked yet.'),
});

/** For whoever watches the process. */
export const OPERATOR_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/livez',
    tag: 'Operation',
    id: 'live',
    summary: 'Whether the process is alive',
    reply: { 'application/json': alive },
  },
  {
    method: 'get',
    path: '/readyz',
    tag: 'Operation',
    id: 'ready',
    summary: 'Whether questions are answered',
    description: '503 while the index is being loaded.',
    reply: { 'application/json': ready },
  },
  {
    method: 'get',
    path: '/openapi.json',
    tag: 'Operation',
    id: 'openApi',
    summary: 'This document',
    reply: { 'application/json': z.looseObject({ openapi: z.literal('3.1.1') }) },
  },
];

/** Only where something is measured. */
export const METRICS_OPERATION: Operation = {
  method: 'get',
  path: '/metrics',
  tag: 'Operation',
  id: 'metrics',
  summary: 'What the service is measured by, in Prometheus’s form',
  reply: { 'text/plain': undefined },
};

/** Only where it can be done. */
export const RELOAD_OPERATION: Operation = {
  method: 'post',
  path: '/admin/reload',
  tag: 'Operation',
  id: 'reload',
  summary: 'Take up what has changed in the folder of texts; says what is served then',
  description: 'From this machine, or with the token of ADMIN_TOKEN.',
  reply: { 'application/json': z.object({ documents: z.int(), paragraphs: z.int() }) },
  token: 'admin',
};
