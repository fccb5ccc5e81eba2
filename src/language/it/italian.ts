import type { Language } from '../language.js';
import { PARTS } from './parts.js';

export const ITALIAN: Language = {
  tag: 'it',
  script: /\p{Script=Latin}/u,
  parts: PARTS,
};
