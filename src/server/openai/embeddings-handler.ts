import type { RequestHandler } from 'express';
import { DeclarationChatError } from '../../errors.js';
import type { AppDependencies, TextEmbedder } from '../dependencies.js';
import { readyBackend } from '../ready-backend.js';
import { reasonFor, requestSignal } from '../request-signal.js';
import { parseEmbeddingRequest, type EmbeddingRequest } from './embedding-request.js';
import { tokensOf } from './usage.js';

/** Texts that take about as long as a question does. */
const AT_ONCE = 8;

/** `POST /v1/embeddings`: vectors of unit length by the model that the texts are searched with. */
export function embeddingsHandler(deps: AppDependencies): RequestHandler {
  return async (req, res) => {
    const { embedder } = readyBackend(deps);
    if (embedder === undefined) {
      throw new DeclarationChatError('not-found', 'No embeddings are served here.');
    }
    const request = parseEmbeddingRequest(req.body);
    refuseOtherModel(request, embedder);
    const signal = requestSignal(res, deps.shutdown);
    const { texts, side, encoding } = request;
    const { admission } = deps;
    const embed = (some: readonly string[]): Promise<number[][]> => {
      const work = (): Promise<number[][]> => embedder.embed(some, { side, signal });
      return admission === undefined ? work() : admission.run(work, signal);
    };
    const vectors: number[][] = [];
    try {
      // Questions get their turn between.
      for (let at = 0; at < texts.length; at += AT_ONCE) {
        vectors.push(...(await embed(texts.slice(at, at + AT_ONCE))));
      }
    } catch (error) {
      throw reasonFor(error, signal);
    }
    const tokens = texts.reduce((sum, text) => sum + tokensOf(text), 0);
    res.set('Cache-Control', 'no-store').json({
      object: 'list',
      data: vectors.map((vector, index) => ({
        object: 'embedding',
        index,
        embedding: encoding === 'base64' ? toBase64(vector) : vector,
      })),
      model: embedder.model,
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    });
  };
}

/** Vectors of another model than was asked for would be taken for its own. */
function refuseOtherModel({ model, dimensions }: EmbeddingRequest, embedder: TextEmbedder): void {
  if (model !== embedder.model) {
    throw new DeclarationChatError(
      'unknown-model',
      `The embedding model here is ${embedder.model}; send its name as \`model\`.`,
    );
  }
  if (dimensions !== undefined && dimensions !== embedder.dimensions) {
    throw new DeclarationChatError(
      'invalid-request',
      `dimensions: expected ${embedder.dimensions}, the length of all vectors of this model.`,
    );
  }
}

/** 32-bit floats, little-endian, as OpenAI's clients read them. */
function toBase64(vector: readonly number[]): string {
  const bytes = Buffer.alloc(vector.length * Float32Array.BYTES_PER_ELEMENT);
  vector.forEach((value, at) => bytes.writeFloatLE(value, at * Float32Array.BYTES_PER_ELEMENT));
  return bytes.toString('base64');
}
