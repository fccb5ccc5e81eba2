import type { ExpandOutcome } from '../ingestion/expansion/expand-documents.js';
import type { ExpansionRequest } from '../ingestion/expansion/expansion-request.js';
import type { ChatConfig } from './config/config.js';

export interface ExpansionCost {
  readonly requests: readonly ExpansionRequest[];
  readonly chat: ChatConfig;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What is about to be asked of whom, and what that may take. */
export function costMessage({ requests, chat, inputTokens, outputTokens }: ExpansionCost): string {
  const tokens = [inputTokens, outputTokens].map((number) => number.toLocaleString('en'));
  return (
    `No questions yet: ${perDocument(requests)}.\n` +
    `${nameOf(chat)} is to be asked ${count(requests.length, 'time')}: ` +
    `about ${tokens.join(' tokens in, ')} out, more where it thinks aloud.`
  );
}

/** What came of having questions written. */
export interface Expansion {
  /** Paragraphs that had none. */
  readonly wanted: number;
  readonly written: number;
  readonly skipped: readonly {
    readonly documentId: string;
    readonly paragraph: string;
    readonly reason: string;
  }[];
}

export function expansionOf({ written, skipped }: ExpandOutcome, wanted: number): Expansion {
  return {
    wanted,
    written,
    skipped: skipped.map(({ document, paragraph, reason }) => ({
      documentId: document.id,
      paragraph: paragraph.label,
      reason,
    })),
  };
}

export function reportExpansion({ wanted, written, skipped }: Expansion): void {
  if (wanted === 0) {
    console.log('Every paragraph has its questions already.');
    return;
  }
  for (const { documentId, paragraph, reason } of skipped) {
    console.error(`No questions for ${documentId}, paragraph ${paragraph}: ${reason}`);
  }
  if (skipped.length > 0) console.error('The same command asks for those again.');
  console.log(`Questions written for ${count(written, 'paragraph')}.`);
}

/** `rivers-1999 (3 paragraphs), lakes-2001 (1 paragraph)` */
function perDocument(requests: readonly ExpansionRequest[]): string {
  const ids = requests.map(({ document }) => document.id);
  return [...new Set(ids)]
    .map((id) => `${id} (${count(ids.filter((other) => other === id).length, 'paragraph')})`)
    .join(', ');
}

/** The model, and whose it is: that is where the texts go. */
function nameOf({ model, baseUrl }: ChatConfig): string {
  return baseUrl === undefined ? model : `${model} at ${new URL(baseUrl).host}`;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
