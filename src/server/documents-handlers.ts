import type { Request, RequestHandler } from 'express';
import { DeclarationChatError } from '../errors.js';
import type { DocumentList } from '../protocol.js';
import type { Document } from '../types.js';
import type { AppDependencies } from './dependencies.js';
import { documentDetail, documentSummary } from './document-reply.js';
import { sendLarge, SharedBytes } from './large-reply.js';
import { readyBackend } from './ready-backend.js';

/** `GET /api/documents` */
export function listDocumentsHandler(deps: AppDependencies): RequestHandler {
  return (_req, res) => {
    const list: DocumentList = {
      documents: readyBackend(deps).documents.list().map(documentSummary),
    };
    res.set('Cache-Control', 'no-cache').json(list);
  };
}

/** `GET /api/documents/{id}` */
export function documentHandler(deps: AppDependencies): RequestHandler {
  const shared = new SharedBytes<Document>();
  return async (req, res) => {
    const document = await requestedDocument(req, deps);
    const hasSource = readyBackend(deps).sources?.has(document) === true;
    const detail = shared.of(document, () =>
      JSON.stringify(documentDetail(document, { hasSource })),
    );
    sendLarge(res.set('Cache-Control', 'no-cache').type('application/json'), detail);
  };
}

/** @throws DeclarationChatError `unknown-document`, `not-ready` */
export async function requestedDocument(req: Request, deps: AppDependencies): Promise<Document> {
  const { id } = req.params;
  const document = typeof id === 'string' ? await readyBackend(deps).documents.get(id) : undefined;
  if (document === undefined) {
    throw new DeclarationChatError(
      'unknown-document',
      'There is no document of that id. The home page lists the texts, and so does GET /api/documents.',
    );
  }
  return document;
}
