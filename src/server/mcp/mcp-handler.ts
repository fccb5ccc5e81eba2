import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createMcpHandler } from '@modelcontextprotocol/server';
import type {
  Request as ExpressRequest,
  RequestHandler,
  Response as ExpressResponse,
} from 'express';
import { DeclarationChatError } from '../../errors.js';
import type { AppDependencies } from '../dependencies.js';
import { requestIdOf } from '../identify-requests.js';
import { logIncident } from '../log-incident.js';
import { ownAddress } from '../own-address.js';
import { readyBackend } from '../ready-backend.js';
import { requestSignal } from '../request-signal.js';
import { createMcpServer } from './create-mcp-server.js';
import type { McpService } from './mcp-service.js';

/** Longer than any answer takes; a stream that is kept alive would never end by itself. */
const MAX_EXCHANGE_MS = 240_000;

/**
 * `POST /mcp`: the Model Context Protocol over streamable HTTP, without sessions. Each request has
 * a server of its own, so that one that began keeps the texts it began with.
 * @param limits `maxExchangeMs`: four minutes unless given
 */
export function mcpHandler(
  deps: AppDependencies,
  { maxExchangeMs = MAX_EXCHANGE_MS }: { readonly maxExchangeMs?: number } = {},
): RequestHandler {
  return async (req, res) => {
    refuseUnbounded(req.body);
    const signal = AbortSignal.any([
      requestSignal(res, deps.shutdown),
      AbortSignal.timeout(maxExchangeMs),
    ]);
    const handler = createMcpHandler(() => createMcpServer(serviceFor({ req, res, deps })));
    try {
      const response = await handler.fetch(webRequest(req, signal), {
        parsedBody: req.body as unknown,
      });
      await send(response, res);
    } catch (error) {
      // An abort ends the exchange; nobody is left to tell.
      if (!signal.aborted) throw error;
      res.destroy();
    } finally {
      await handler.close();
    }
  };
}

interface Exchange {
  readonly req: ExpressRequest;
  readonly res: ExpressResponse;
  readonly deps: AppDependencies;
}

function serviceFor({ req, res, deps }: Exchange): McpService {
  return {
    backend: () => Promise.resolve().then(() => readyBackend(deps)),
    admission: deps.admission,
    feedback: deps.feedback,
    stages: deps.stages,
    address: ownAddress(req),
    onIncident: (id, error) => {
      const report = deps.onIncident ?? logIncident;
      report({ id, method: req.method, path: req.path, request: requestIdOf(res), error });
    },
  };
}

/**
 * One message a request, as the protocol has it since 2025-06-18: a list of a hundred would be a
 * hundred questions. Nor is there anything to subscribe to: a stream of what changes would only be
 * held open.
 * @throws DeclarationChatError `invalid-request`
 */
function refuseUnbounded(body: unknown): void {
  const method = typeof body === 'object' && body !== null && 'method' in body ? body.method : '';
  if (Array.isArray(body)) {
    throw new DeclarationChatError('invalid-request', 'Send one message a request, not a list.');
  }
  if (method === 'subscriptions/listen') {
    throw new DeclarationChatError('invalid-request', 'There is nothing to subscribe to here.');
  }
}

function webRequest(req: ExpressRequest, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  return new Request(new URL(req.path, ownAddress(req)), {
    method: req.method,
    headers,
    signal,
  });
}

async function send(response: Response, res: ExpressResponse): Promise<void> {
  res.status(response.status);
  response.headers.forEach((value, name) => res.setHeader(name, value));
  res.set('Cache-Control', 'no-store').set('X-Accel-Buffering', 'no');
  if (response.body === null) {
    res.end();
    return;
  }
  await pipeline(Readable.fromWeb(response.body as ReadableStream<Uint8Array>), res);
}
