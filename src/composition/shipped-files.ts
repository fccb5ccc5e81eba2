import { fileURLToPath } from 'node:url';

/** The project's own folder: what ships with it is found from any working directory. */
const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Folder of the embedding model that ships; hub models are downloaded into its `.cache`. */
export const MODELS_DIR = `${PROJECT}models`;
/** Name of the embedding model that ships. */
export const SHIPPED_MODEL = 'declaration-encoder';
/** Folder of the reader that ships. */
export const READER_DIR = `${MODELS_DIR}/declaration-reader`;
/** Vectors of the texts that ship, by that model: written by `npm run corpus-vectors`. */
export const CORPUS_VECTORS_FILE = `${MODELS_DIR}/${SHIPPED_MODEL}/corpus-vectors.bin`;
/** Folder of the texts that ship. */
export const CORPUS_DIR = `${PROJECT}corpus`;
export const PROMPTS_DIR = `${PROJECT}prompts`;
/** Where the build puts the widget. */
export const WIDGET_FILE = `${PROJECT}dist/widget/widget.js`;
