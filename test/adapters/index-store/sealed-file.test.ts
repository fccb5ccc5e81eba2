import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSealed, writeSealed } from '../../../src/adapters/index-store/sealed-file.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

test('any bytes come back as they were', async () => {
  const path = join(await temporaryFolder(), 'file');
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      await writeSealed(path, bytes);
      expect([...(await readSealed(path))]).toEqual([...bytes]);
    }),
    { numRuns: 50 },
  );
});

test('a file that stands under another name is refused, in any folder it is read under its own', async () => {
  const [folder, other] = [await temporaryFolder(), await temporaryFolder()];
  const content = Buffer.from('All shall be free.');
  await writeSealed(join(folder, 'one.text'), content);
  await writeFile(join(other, 'one.text'), await readFile(join(folder, 'one.text')));
  expect(await readSealed(join(other, 'one.text'))).toEqual(content);
  await rename(join(folder, 'one.text'), join(folder, 'two.text'));
  await expect(readSealed(join(folder, 'two.text'))).rejects.toMatchObject({
    code: 'index-corrupt',
    message: `${join(folder, 'two.text')} is damaged: it is not what was made. Run \`npm run ingest\`.`,
  });
});

test('what is shorter than a seal is refused', async () => {
  const path = join(await temporaryFolder(), 'file');
  for (const length of [0, 1, 31, 32]) {
    await writeFile(path, Buffer.alloc(length));
    await expect(readSealed(path)).rejects.toMatchObject({ code: 'index-corrupt' });
  }
});
