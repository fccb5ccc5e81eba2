import { fileURLToPath } from 'node:url';
import { SHIPPED_MODEL } from '../../src/composition/shipped-files.js';

/** Folder of models for tests. */
export const SMALL_MODELS = fileURLToPath(new URL('../fixtures/models', import.meta.url));
/** Its encoder: one that is loaded in no time, and holds near what shares words. */
export const SMALL_ENCODER = 'small-encoder';

/** Environment of a command that finds texts by the small encoder. */
export const SMALL_MODEL_ENV = { EMBEDDING_MODEL: `${SMALL_MODELS}/${SMALL_ENCODER}` } as const;
/** Environment of a command that finds texts by the encoder that ships. */
export const SHIPPED_MODEL_ENV = { EMBEDDING_MODEL: SHIPPED_MODEL } as const;
