import { TransformersEncoder } from '../../src/adapters/encoder/transformers-encoder.js';
import { SMALL_ENCODER, SMALL_MODELS } from './models.js';
import { requireProject } from './test-project.js';

// Threads of one project alone can load the engine.
requireProject('unit');

/** The small encoder, in this process. */
export function smallEncoder(): Promise<TransformersEncoder> {
  return TransformersEncoder.load({ model: SMALL_ENCODER, modelsDirectory: SMALL_MODELS });
}
