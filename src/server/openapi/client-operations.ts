import { z } from 'zod';
import { completionRequest } from '../openai/completion-request.js';
import { embeddingRequest } from '../openai/embedding-request.js';
import {
  completion,
  completionChunk,
  embeddingList,
  model,
  modelList,
} from '../schemas/openai-schemas.js';
import type { Operation } from './operation.js';

/** What clients of others' protocols speak. */
export const CLIENT_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/chat/completions',
    tag: 'OpenAI',
    id: 'createChatCompletion',
    summary: 'The same answers, as clients of OpenAI’s expect them',
    description:
      'Any name of a model will do, and settings of sampling are passed over. Citations are ' +
      '`url_citation` annotations, and a readable list below the answer unless SOURCE_LIST is ' +
      '`false`. With `"stream": true`, server-sent events, each a ChatCompletionChunk, then ' +
      '`[DONE]`; the annotations come in one of the last.',
    request: {
      schema: completionRequest,
      example: {
        model: 'declaration-chat',
        messages: [{ role: 'user', content: 'Which city hosts the Secretariat?' }],
      },
    },
    reply: { 'application/json': completion },
    eventData: completionChunk,
    errors: 'openai',
    token: 'api',
  },
  {
    method: 'post',
    path: '/v1/embeddings',
    tag: 'OpenAI',
    id: 'createEmbeddings',
    summary: 'Vectors of texts, by the model that the texts are searched with',
    request: {
      schema: embeddingRequest,
      example: {
        model: 'declaration-encoder',
        input: ['Rivers belong to those who live by them.'],
      },
    },
    reply: { 'application/json': embeddingList },
    errors: 'openai',
    token: 'api',
  },
  {
    method: 'get',
    path: '/v1/models',
    tag: 'OpenAI',
    id: 'listModels',
    summary: 'The models that there are',
    reply: { 'application/json': modelList },
    errors: 'openai',
    token: 'api',
  },
  {
    method: 'get',
    path: '/v1/models/{id}',
    tag: 'OpenAI',
    id: 'retrieveModel',
    summary: 'One of them',
    parameters: [
      {
        name: 'id',
        in: 'path',
        description: 'Its name.',
        required: true,
        example: 'declaration-chat',
      },
    ],
    reply: { 'application/json': model },
    errors: 'openai',
    token: 'api',
  },
  {
    method: 'post',
    path: '/mcp',
    tag: 'Model Context Protocol',
    id: 'mcp',
    summary: 'Tools, resources and prompts for agents, over streamable HTTP',
    description:
      'A JSON-RPC message a request, without sessions; `Accept` must name both media types. Tools: ' +
      '`ask`, `search`, `read_paragraph`, `list_documents`.',
    request: {
      schema: z.looseObject({ jsonrpc: z.literal('2.0'), method: z.string() }),
      example: { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} },
    },
    reply: { 'application/json': undefined, 'text/event-stream': undefined },
    token: 'api',
  },
];
