import { printableLine } from '../documents/printable-line.js';
import type { Remarks } from '../ports/corpus.js';

/** A line for each file that was left out, or is not read as its owner may expect. */
export function corpusReport({ skipped, notices }: Remarks): readonly string[] {
  return [
    ...skipped.map(({ path, reason }) => `Left out: ${path} ${reason}`),
    ...notices.map(({ path, notice }) => `Note: ${path}: ${notice}`),
  ].map((line) => printableLine(line));
}
