import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.js';

export const RIVERS = `Declaration on Rivers

1. The Parties shall protect rivers from pollution by industrial waste.
2. Dams shall be built only with the consent of those who live downstream.
3. Fishing is free for everyone who lives on the banks.
`;
const LAKES = `Declaration on Lakes

1. Lakes shall be kept clean for drinking water.
2. The secretariat of the lake commission shall be in Geneva.
`;
/** The texts of {@link aWorkplace} by their document ids. */
export const WORKPLACE_TEXTS: Readonly<Record<string, string>> = {
  'rivers-1999': RIVERS,
  'lakes-2001': LAKES,
};

/** A working folder with two declarations in `corpus/`. */
export async function aWorkplace(
  texts: Readonly<Record<string, string>> = { 'rivers-1999.txt': RIVERS, 'lakes-2001.txt': LAKES },
): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'corpus'));
  for (const [name, text] of Object.entries(texts)) {
    await writeFile(join(folder, 'corpus', name), text);
  }
  return folder;
}
