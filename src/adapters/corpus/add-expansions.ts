import { DeclarationChatError } from '../../errors.js';
import { replaceFile } from '../index-store/durable-files.js';
import { parseExpansions, readExpansions } from './expansions.js';
import type { StoredExpansion } from './place-expansions.js';
import { withoutEnd } from '../../language/end-of.js';

const HEADER = [
  '# Everyday ways in to the paragraphs of the text beside this file: plain-language questions ' +
    'that each one answers, and',
  '# words that people use for what it says. Searched beside the text, never shown as its ' +
    'words. Written by a chat model;',
  '# correct and remove what you like. A paragraph that has an entry here, be it an empty one, ' +
    'is not written for again.',
  '',
].join('\n');

/** A paragraph's label and what leads to it. */
export type LabelledExpansion = readonly [label: string, expansion: StoredExpansion];

/**
 * Adds entries to a file of expansions, or begins it, in one step. What stands in it stays as it
 * is, to the letter; a paragraph that has an entry keeps that one.
 * @throws DeclarationChatError `unreadable-document`, `corpus-unwritable`
 */
export async function addExpansions(
  file: string,
  entries: readonly LabelledExpansion[],
): Promise<void> {
  const { present, kept } = await presentExpansions(file);
  const added = entries.filter(([label]) => !Object.hasOwn(kept, label));
  if (added.length === 0) return;
  const text = [`${withoutEnd(present ?? HEADER, /\n/)}\n`, ...added.map(render)].join('\n');
  if (!holds(text, [...Object.keys(kept), ...added.map(([label]) => label)])) {
    throw new DeclarationChatError(
      'corpus-unwritable',
      `${file} cannot be added to as it is written. Give each paragraph lines of its own ` +
        '(label:, questions:, words:), without braces around them.',
    );
  }
  await replaceFile(file, text).catch((cause: unknown) => {
    throw new DeclarationChatError(
      'corpus-unwritable',
      `${file} cannot be written: ${(cause as Error).message}. Check the folder's ` +
        'permissions and free space.',
      { cause },
    );
  });
}

async function presentExpansions(file: string): Promise<{
  readonly present: string | undefined;
  readonly kept: Readonly<Record<string, StoredExpansion>>;
}> {
  try {
    const present = await readExpansions(file);
    return { present, kept: present === undefined ? {} : parseExpansions(present) };
  } catch (error) {
    if (!(error instanceof DeclarationChatError)) throw error;
    throw new DeclarationChatError(error.code, `${file} ${error.message}`, { cause: error });
  }
}

function render([label, { begins, questions, words }]: LabelledExpansion): string {
  // A JSON string is a YAML string.
  return [
    `${JSON.stringify(label)}:`,
    ...(begins === undefined ? [] : [`  begins: ${JSON.stringify(begins)}`]),
    '  questions:',
    ...questions.map((question) => `    - ${JSON.stringify(question)}`),
    `  words: ${JSON.stringify(words)}`,
    '',
  ].join('\n');
}

function holds(text: string, labels: readonly string[]): boolean {
  try {
    const found = Object.keys(parseExpansions(text));
    return found.length === labels.length && labels.every((label) => found.includes(label));
  } catch {
    return false;
  }
}
