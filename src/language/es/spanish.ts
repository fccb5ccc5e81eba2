import type { Language } from '../language.js';
import { PARTS } from './parts.js';

export const SPANISH: Language = {
  tag: 'es',
  script: /\p{Script=Latin}/u,
  parts: PARTS,
};
