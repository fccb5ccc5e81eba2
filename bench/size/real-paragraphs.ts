import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { normalizeForSearch } from '../../src/language/normalize.js';
import { splitSentences } from '../../src/language/sentences/split-sentences.js';

/** A paragraph of a real text, as its sentences. */
export type Sentences = readonly string[];

/** Shorter lines are headings and list items as often as paragraphs. */
const MIN_WORDS = 12;
const MAX_WORDS = 250;

/**
 * Paragraphs of the `.txt` files of a folder, one a line, from each file in turn and from all over
 * it, so that a few of them are like all of them.
 * @param count how many sentences they have together, at least, where there are so many
 */
export async function readRealParagraphs(folder: string, count: number): Promise<Sentences[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  const files: string[][] = [];
  for (const name of names) {
    const lines = (await readFile(join(folder, name), 'utf8')).split('\n');
    files.push(spreadOut(lines.map((line) => line.trim()).filter(isParagraph)));
  }
  const paragraphs: Sentences[] = [];
  const seen = new Set<string>();
  let sentences = 0;
  const longest = Math.max(0, ...files.map(({ length }) => length));
  for (let i = 0; i < longest && sentences < count; i++) {
    for (const file of files) {
      const own = sentencesOf(file[i] ?? '').filter((sentence) => !seen.has(sentence));
      if (own.length === 0) continue;
      for (const sentence of own) seen.add(sentence);
      paragraphs.push(own);
      sentences += own.length;
    }
  }
  return paragraphs;
}

/** As an index has them; the printed number before the first is none of it. */
function sentencesOf(line: string): string[] {
  const text = line.replace(/^\d{1,4}\.\s+/u, '');
  return splitSentences(text).map(({ start, end }) =>
    normalizeForSearch(text.slice(start, end)).trim(),
  );
}

function isParagraph(line: string): boolean {
  const words = line.split(/\s+/u).length;
  return (
    words >= MIN_WORDS &&
    words <= MAX_WORDS &&
    /^(?:\d{1,4}\.\s+)?\p{Lu}/u.test(line) &&
    /[.!?]$/u.test(line)
  );
}

/** The same in the order first, middle, quarters, …: any number of the first is from all over. */
function spreadOut<Item>(items: readonly Item[]): Item[] {
  const stride = Math.max(1, Math.round(items.length * GOLDEN));
  const step = coprime(stride, items.length);
  return items.flatMap((_, i) => items[(i * step) % items.length] ?? []);
}

const GOLDEN = 0.618;

function coprime(from: number, to: number): number {
  let step = from;
  while (greatestCommonDivisor(step, to) > 1) step += 1;
  return step;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
