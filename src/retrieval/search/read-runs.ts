import type { ParagraphTable } from './paragraph-table.js';

/** Paragraphs whose vectors are read at once. */
export interface ReadRun {
  readonly document: number;
  readonly numbers: readonly number[];
  /** Vectors: `count` of them from `first` on. */
  readonly first: number;
  readonly count: number;
}

/** Vectors between two paragraphs that are rather read too: a call takes as long as some eight. */
const MAX_GAP = 8;

/**
 * Divides paragraphs, in ascending order, into runs that stand close to each other in a file of
 * vectors.
 */
export function readRuns(numbers: Iterable<number>, table: ParagraphTable): ReadRun[] {
  const runs: { document: number; numbers: number[]; first: number; count: number }[] = [];
  for (const number of numbers) {
    const document = table.documentOf(number);
    const [first, end] = [table.firstVectorOf(number), table.firstVectorOf(number + 1)];
    const last = runs.at(-1);
    if (last?.document === document && first - last.first - last.count <= MAX_GAP) {
      last.numbers.push(number);
      last.count = end - last.first;
    } else {
      runs.push({ document, numbers: [number], first, count: end - first });
    }
  }
  return runs;
}
