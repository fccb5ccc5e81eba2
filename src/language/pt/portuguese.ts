import type { Language } from '../language.js';
import { PARTS } from './parts.js';

export const PORTUGUESE: Language = {
  tag: 'pt',
  script: /\p{Script=Latin}/u,
  parts: PARTS,
};
