import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MadeParagraph } from './recombine.js';

const SHIPPED = fileURLToPath(new URL('../../corpus/', import.meta.url));
/** Of a long treaty. */
const PARAGRAPHS_A_DOCUMENT = 200;

/** Writes made paragraphs as numbered paragraphs of texts, beside the texts that ship. */
export async function writeCorpus(
  folder: string,
  paragraphs: Iterable<MadeParagraph>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await cp(SHIPPED, folder, { recursive: true });
  let lines: string[] = [];
  let documents = 0;
  const write = async (): Promise<void> => {
    documents += 1;
    const name = `collection-${String(documents).padStart(5, '0')}.txt`;
    const text = [`Collection ${documents}`, ...lines].join('\n\n');
    lines = [];
    await writeFile(join(folder, name), `${text}\n`);
  };
  for (const sentences of paragraphs) {
    lines.push(`${lines.length + 1}. ${sentences.map(({ text }) => text).join(' ')}`);
    if (lines.length === PARAGRAPHS_A_DOCUMENT) await write();
  }
  if (lines.length > 0) await write();
}
