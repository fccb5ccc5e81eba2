// Writes the texts in every format that the table of formats is made from: one charter, as people
// would have it in each. Run it where a format is added: `node --import tsx scripts/format-fixtures.ts`.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { aDocx, aList, aParagraph, inList } from '../test/support/a-docx.js';
import { anEpub } from '../test/support/an-epub.js';
import { aPdf, type PlacedWords } from '../test/support/a-pdf.js';

const FOLDER = fileURLToPath(new URL('../test/fixtures/formats/', import.meta.url));

const TITLE = 'Charter of the Village Library';
interface Part {
  readonly title: string;
  readonly rules: readonly string[];
}
const PARTS: readonly Part[] = [
  {
    title: 'The Library',
    rules: [
      'The library lends books to everyone who lives in the village, whatever their age.',
      'Its reading room is open on every day of the week until nine in the evening.',
      'The council of the village pays for the books and for the fire in the stove.',
    ],
  },
  {
    title: 'The Readers',
    rules: [
      'A reader may keep four books at a time, and each of them for three weeks.',
      'Whoever loses a book brings another one that the librarian has agreed to.',
      'Nobody is kept from reading because of what they owe to the library.',
    ],
  },
];
const RUSSIAN = [
  'Устав сельской библиотеки',
  '1. Библиотека выдаёт книги всем жителям села независимо от возраста.',
  '2. Читальный зал открыт каждый день до девяти часов вечера.',
  '3. Читатель может держать дома четыре книги в течение трёх недель.',
];

const numbered = PARTS.map(({ title, rules }, part) => ({
  title,
  rules: rules.map((text, i) => ({ number: part * 3 + i + 1, text })),
}));

function markdown(): string {
  const parts = numbered.map(
    ({ title, rules }) =>
      `## ${title}\n\n${rules.map(({ number, text }) => `${number}. ${text}`).join('\n\n')}\n`,
  );
  return `---\nauthor: The council\ndate: 2021-05-01\n---\n# ${TITLE}\n\n${parts.join('\n')}`;
}

function plain(): string {
  const parts = numbered.map(
    ({ title, rules }) =>
      `${title.toUpperCase()}\n\n${rules.map(({ number, text }) => `${number}. ${text}`).join('\n\n')}\n`,
  );
  return `${TITLE}\n\n${parts.join('\n')}`;
}

type Rules = (typeof numbered)[number]['rules'];

function orderedList(rules: Rules): string {
  const items = rules.map(({ text }) => `<li>${text}</li>`).join('');
  return `<ol start="${rules[0]?.number ?? 1}">${items}</ol>`;
}

function html(): string {
  const parts = numbered.map(({ title, rules }) => `<h2>${title}</h2>${orderedList(rules)}`);
  return (
    `<!doctype html><html lang="en"><title>${TITLE} | The Village</title>` +
    '<nav><a href="/">Home</a> <a href="/library">Library</a></nav>' +
    `<main><h1>${TITLE}</h1>${parts.join('\n')}</main><footer>The Village, 2021</footer></html>\n`
  );
}

function docx(): Uint8Array {
  const heading = (level: number): string =>
    `<w:style w:styleId="H${level}"><w:name w:val="heading ${level}"/></w:style>`;
  const parts = numbered.flatMap(({ title, rules }) => [
    aParagraph(title, '<w:pStyle w:val="H2"/>'),
    ...rules.map(({ text }) => aParagraph(text, inList(1))),
  ]);
  return aDocx({
    body: aParagraph(TITLE, '<w:pStyle w:val="H1"/>') + parts.join(''),
    styles: heading(1) + heading(2),
    numbering: aList(1, [['%1.', 'decimal']]),
  });
}

function epub(): Uint8Array {
  const chapters = numbered.map(({ title, rules }) => `<h2>${title}</h2>${orderedList(rules)}`);
  return anEpub({ title: TITLE, chapters: [`<h1>${TITLE}</h1>`, ...chapters] });
}

/** A page a part, with a head and a number; every rule breaks within a word or a line. */
function pdf(): Uint8Array {
  const pages = numbered.map(({ title, rules }, page): PlacedWords[] => [
    { x: 140, y: 40, text: TITLE, size: 8 },
    { x: 50, y: 90, text: title, size: 15 },
    ...rules.flatMap(({ number, text }, i): PlacedWords[] => {
      const middle = text.indexOf(' ', 45);
      return [
        { x: 50, y: 120 + 40 * i, text: `${number}.` },
        { x: 70, y: 120 + 40 * i, text: text.slice(0, middle) },
        { x: 70, y: 132 + 40 * i, text: text.slice(middle + 1) },
      ];
    }),
    { x: 198, y: 570, text: String(page + 1), size: 8 },
  ]);
  return aPdf(pages, { title: TITLE });
}

const files: Readonly<Record<string, string | Uint8Array>> = {
  'charter-asciidoc.adoc': `= ${TITLE}\n\n${numbered
    .flatMap(({ rules }) => rules.map(({ number, text }) => `${number}. ${text}\n`))
    .join('\n')}`,
  'charter-book.epub': epub(),
  'charter-markdown.md': markdown(),
  'charter-page.html': html(),
  'charter-print.pdf': pdf(),
  'charter-text.txt': plain(),
  'charter-word.docx': docx(),
  'ustav-koi8-r.txt': iconv.encode(`${RUSSIAN.join('\n\n')}\n`, 'koi8-r'),
  'ustav-utf-16.txt': Buffer.from(`\ufeff${RUSSIAN.join('\n\n')}\n`, 'utf16le'),
  'ustav-windows-1251.txt': iconv.encode(`${RUSSIAN.join('\n\n')}\n`, 'windows-1251'),
};
for (const [name, content] of Object.entries(files)) await writeFile(join(FOLDER, name), content);
