import path from 'node:path';
import type { RequestHandler, Response } from 'express';
import { DeclarationChatError } from '../errors.js';
import type { AppDependencies, SourceContent } from './dependencies.js';
import { requestedDocument } from './documents-handlers.js';
import { sendLarge } from './large-reply.js';
import { readyBackend } from './ready-backend.js';

/** What a browser may show; all else, pages above all, is only saved. */
const SHOWN: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.markdown': 'text/plain; charset=utf-8',
  '.adoc': 'text/plain; charset=utf-8',
  '.rst': 'text/plain; charset=utf-8',
};
/** A browser's own viewer of PDFs does not open in a sandbox. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'";

/** `GET /documents/{id}/source`: the file as it was put there. */
export function sourceHandler(deps: AppDependencies): RequestHandler {
  return async (req, res) => {
    const document = await requestedDocument(req, deps);
    const source = await readyBackend(deps).sources?.read(document);
    if (source === undefined) {
      throw new DeclarationChatError('not-found', 'The file of this text is not served here.');
    }
    sendSource(res, source);
  };
}

function sendSource(res: Response, { bytes, name }: SourceContent): void {
  const type = shownType(name, bytes);
  res.set('Cache-Control', 'no-cache').set('X-Content-Type-Options', 'nosniff');
  res.set('Content-Security-Policy', type === 'application/pdf' ? NOTHING : `sandbox; ${NOTHING}`);
  if (type === undefined) res.attachment(name).type('application/octet-stream');
  else res.set('Content-Disposition', 'inline').set('Content-Type', type);
  sendLarge(res, Buffer.from(bytes));
}

/** Undefined where it is only to be saved, as is a text in another encoding. */
function shownType(name: string, bytes: Uint8Array): string | undefined {
  const type = SHOWN[path.extname(name).toLowerCase()];
  if (type === undefined || !type.startsWith('text/')) return type;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return type;
  } catch {
    return undefined;
  }
}
