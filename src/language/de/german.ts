import type { Language } from '../language.js';
import { CALENDAR } from './calendar.js';
import { PARTS } from './parts.js';

export const GERMAN: Language = {
  tag: 'de',
  script: /\p{Script=Latin}/u,
  calendar: CALENDAR,
  parts: PARTS,
};
