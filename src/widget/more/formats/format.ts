import type { Phrases } from '../../../language/rules/phrases.js';

/** What a file that is saved says beside the conversation itself. */
export interface FormatOptions {
  readonly server: string;
  readonly strings: Phrases;
  /** When the conversation is saved, as when its sources were looked up. */
  readonly now: Date;
}
