import { expect, it } from 'vitest';
import { asciiDocLoader } from '../../../src/adapters/loaders/plain-text-loader.js';

it('AsciiDoc has the marks of its headings and lists as Markdown has them', async () => {
  const source = '= Boats\n\n.Title\n. Boats:\n.. float,\n.. sink.\n. Rafts.\n';
  const { text } = await asciiDocLoader.read(new TextEncoder().encode(source));
  expect(text).toBe('# Boats\n\n.Title\n#. Boats:\n    #. float,\n    #. sink.\n#. Rafts.\n');
});
