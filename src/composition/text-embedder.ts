import { basename } from 'node:path';
import type { Encoder } from '../ports/encoder.js';
import type { TextEmbedder } from '../server/dependencies.js';

/** Embedded between two looks whether anybody still waits. */
const TEXTS_AT_ONCE = 8;

/** The encoder for texts of a program's own. */
export function textEmbedder(encoder: Encoder): TextEmbedder {
  return {
    // It may be configured as a folder, which is nobody else's business.
    model: basename(encoder.model),
    dimensions: encoder.dimensions,
    embed: async (texts, { side, signal }) => {
      const vectors: number[][] = [];
      for (let first = 0; first < texts.length; first += TEXTS_AT_ONCE) {
        signal.throwIfAborted();
        const some = texts.slice(first, first + TEXTS_AT_ONCE);
        vectors.push(
          ...(await (side === 'query' ? encoder.embedQueries(some) : encoder.embedDocuments(some))),
        );
      }
      return vectors;
    },
  };
}
