import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The parts of this program that decide how a text is read and divided. */
const PARTS = ['adapters/corpus', 'adapters/loaders', 'documents', 'ingestion', 'language'];
const PROGRAM = fileURLToPath(new URL('..', import.meta.url));
const PACKAGE = fileURLToPath(new URL('../../package.json', import.meta.url));

/**
 * Tells how texts are read: SHA-256, lower-case hexadecimal, of the parts of this program that read
 * them, of the packages that these use and of the runtime's rules for words and sentences. While it
 * stays the same, the same files give the same paragraphs.
 */
export async function readingFingerprint(): Promise<string> {
  const hash = createHash('sha256').update(
    `${process.versions['unicode'] ?? ''}\0${process.versions['icu'] ?? ''}\0`,
  );
  const { version, dependencies } = JSON.parse(await readFile(PACKAGE, 'utf8')) as {
    readonly version: string;
    readonly dependencies: unknown;
  };
  // What is published holds most packages within, by its own version.
  hash.update(JSON.stringify([version, dependencies]));
  for (const part of PARTS) {
    const folder = join(PROGRAM, part);
    const names = (await readdir(folder, { recursive: true })).filter((name) =>
      /\.[jt]s$/u.test(name),
    );
    for (const name of names.sort()) {
      hash.update(`\0${part}/${name}\0`).update(await readFile(join(folder, name)));
    }
  }
  return hash.digest('hex');
}
