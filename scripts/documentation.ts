/**
 * Builds the documentation as a site, with a search that needs no network: `npm run docs [-- FOLDER]`,
 * `site/` unless named. A link that leads nowhere fails it.
 */
import { basename } from 'node:path';
import {
  Application,
  Converter,
  ReflectionKind,
  type DocumentReflection,
  type Reflection,
} from 'typedoc';

/** Pages by who reads them, in the order in which they are listed. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  'For site editors': [
    'docs/five-minutes.md',
    'docs/editors.md',
    'docs/states.md',
    'docs/widget-layouts.md',
  ],
  'For operators': ['docs/operators.md', 'docs/chat-model.md', 'docs/formats.md', 'SECURITY.md'],
  'For programs': ['docs/api.md', 'docs/clients.md', 'docs/langchain.md'],
  'For contributors': ['CONTRIBUTING.md', 'DESIGN.md', 'CHANGELOG.md', 'bench/README.md'],
};
/** By the name that a page has before it is read. */
const GROUPS = new Map(
  Object.entries(PAGES).flatMap(([group, files]) =>
    files.map((file) => [basename(file, '.md'), group] as const),
  ),
);
/** What a program imports, by name, and the source that holds it. */
const IMPORTS: Readonly<Record<string, string>> = {
  'declaration-chat': 'src/package/app-entry.ts',
  'declaration-chat/client': 'src/client/client.ts',
  'declaration-chat/protocol': 'src/protocol.ts',
  'declaration-chat/widget.js': 'src/widget/declaration-chat-element.ts',
};
const [out = 'site'] = process.argv.slice(2);

const app = await Application.bootstrap({
  name: 'declaration-chat',
  out,
  tsconfig: 'tsconfig.json',
  // `npm run typecheck` looks at all of them.
  skipErrorChecking: true,
  entryPoints: Object.values(IMPORTS),
  projectDocuments: Object.values(PAGES).flat(),
  readme: 'README.md',
  // What is inherited of LangChain, LangChain's own pages have.
  excludeExternals: true,
  excludePrivate: true,
  disableSources: true,
  hideGenerator: true,
  headings: { readme: false },
  markdownItOptions: { html: true, linkify: false },
  sort: ['documents-first', 'source-order'],
  groupOrder: [...Object.keys(PAGES), '*'],
  navigation: { includeGroups: true },
  searchInComments: true,
  searchInDocuments: true,
  highlightLanguages: [
    ...['typescript', 'javascript', 'json', 'jsonc', 'shellscript', 'html', 'css'],
    ...['yaml', 'python', 'sql', 'jsx', 'php', 'console', 'text'],
  ],
  validation: { invalidLink: true, invalidPath: true, notExported: false },
});
app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context: unknown, page: DocumentReflection) => {
  page.frontmatter['group'] = GROUPS.get(basename(page.name));
  page.name = headingOf(page);
});
app.converter.on(Converter.EVENT_CREATE_DECLARATION, (_context: unknown, made: Reflection) => {
  const [name] = Object.entries(IMPORTS).find(([, file]) => file === `src/${made.name}.ts`) ?? [];
  if (made.kindOf(ReflectionKind.Module) && name !== undefined) made.name = name;
});
const project = await app.convert();
if (project === undefined) process.exit(1);
await app.generateOutputs(project);
if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exit(1);

/** What the page calls itself. */
function headingOf({ content, name }: DocumentReflection): string {
  const text = content.map((part) => part.text).join('');
  return /^# (.+)$/mu.exec(text)?.[1] ?? name;
}
