import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a folder to some work, and removes it afterwards. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'declaration-chat-faults-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Of a declaration about something, with so many paragraphs. */
export function aText(subject: string, paragraphs: number): string {
  const lines = Array.from(
    { length: paragraphs },
    (_, i) => `${i + 1}. The Parties shall protect ${subject} number ${i + 1} and report on it.`,
  );
  return `Declaration on ${subject}\n\n${lines.join('\n\n')}\n`;
}

/** Writes texts into `corpus/` of a folder. */
export async function writeTexts(
  folder: string,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  await mkdir(join(folder, 'corpus'), { recursive: true });
  for (const [name, text] of Object.entries(texts)) {
    await writeFile(join(folder, 'corpus', `${name}.txt`), text);
  }
}
