import type { Language } from '../language.js';
import { PARTS } from './parts.js';

export const FRENCH: Language = {
  tag: 'fr',
  script: /\p{Script=Latin}/u,
  parts: PARTS,
};
