import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { openCorpus } from '../src/adapters/corpus/open-corpus.js';
import { docxLoader } from '../src/adapters/loaders/docx/docx-loader.js';
import { epubLoader } from '../src/adapters/loaders/epub/epub-loader.js';
import { htmlLoader } from '../src/adapters/loaders/html/html-loader.js';
import { pdfLoader } from '../src/adapters/loaders/pdf/pdf-loader.js';
import {
  asciiDocLoader,
  markdownLoader,
  plainTextLoader,
} from '../src/adapters/loaders/plain-text-loader.js';
import { readDocuments } from '../src/ingestion/read-documents.js';

const FIXTURES = fileURLToPath(new URL('../test/fixtures/formats/', import.meta.url));
/** The paragraphs of each fixture by their labels. */
const EXPECTED = 'expected.json';
const LOADERS = [
  plainTextLoader,
  markdownLoader,
  asciiDocLoader,
  htmlLoader,
  docxLoader,
  epubLoader,
  pdfLoader,
];

/** The page on formats: what was expected of every fixture, and what was found. */
export async function formatsPage(): Promise<string> {
  const expected = parse(await readFile(join(FIXTURES, EXPECTED), 'utf8')) as Record<
    string,
    string[]
  >;
  const { documents } = await readDocuments(await openCorpus(FIXTURES, { loaders: LOADERS }));
  const rows = documents.map(({ file = '', loader = '', title, paragraphs }) => {
    const labels = paragraphs.map(({ label }) => label);
    const wanted = expected[file] ?? [];
    const right = wanted.filter((label, i) => labels[i] === label).length;
    return `| ${file} | ${loader} | ${title} | ${wanted.length} | ${labels.length} | ${right} |`;
  });
  return [
    '# Formats',
    '',
    'What is put into the corpus folder is read by the loader of its format. Each row is a file in',
    '`test/fixtures/formats`; the last columns count its paragraphs: expected, found, and found with',
    'the expected number. `npm run formats` writes this page.',
    '',
    '| file | loader | title | expected | found | right |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
