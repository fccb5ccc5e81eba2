import type { Phrases } from '../phrases.js';

export const PHRASES: Phrases = { more: (count) => `${count} more` };
