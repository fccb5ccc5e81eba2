import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));
/** Floors of the house, lowest first; an import only goes down or stays on its floor. */
const FLOORS: readonly (readonly [string, RegExp])[] = [
  ['types', /^[\w-]+\.ts$/u],
  ['pure', /^(?:language|documents|ranking|prompting|concurrency)\//u],
  ['ports', /^ports\//u],
  ['use cases', /^(?:ingestion|retrieval|answering|generative|chat)\//u],
  ['adapters', /^adapters\//u],
  ['transport', /^(?:client|server|widget)\//u],
  ['composition', /^composition\//u],
  ['commands and package', /^(?:bin|package)\//u],
];
/** Each engine has one room; nothing else imports it. */
const ENGINES: readonly (readonly [string, RegExp])[] = [
  ['@xenova/transformers', /^adapters\/(?:encoder|reader)\//u],
  ['hnswlib-node', /^adapters\/index-store\//u],
  ['@langchain/community', /^adapters\//u],
  ['pg', /^adapters\/postgres\//u],
  ['express', /^server\//u],
  ['@modelcontextprotocol/server', /^server\/mcp\//u],
  ['commander', /^bin\//u],
  ['yaml', /^adapters\//u],
  ['pdfjs-dist', /^adapters\/loaders\/pdf\//u],
  ['parse5', /^adapters\/loaders\/html\//u],
  ['htmlparser2', /^adapters\/loaders\//u],
  ['fflate', /^adapters\/loaders\//u],
  ['iconv-lite', /^adapters\/loaders\//u],
  ['jschardet', /^adapters\/loaders\//u],
  ['smol-toml', /^adapters\/corpus\//u],
  ['@opentelemetry/api', /^adapters\/tracing\//u],
  ['eld', /^language\/language-scores\.ts$/u],
];

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.includes('public'),
);
const floorOf = (file: string): number => FLOORS.findIndex(([, pattern]) => pattern.test(file));
const sourceOf = (file: string): string => readFileSync(join(SOURCE, file), 'utf8');
const importsOf = (file: string): string[] =>
  [...sourceOf(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu)].map(
    (match) => match[1] ?? '',
  );
const target = (file: string, specifier: string): string =>
  relative('.', normalize(join(dirname(file), specifier))).replace(/\.js$/u, '.ts');

/** What goes to other sites beside the widget's own. */
const FOR_THE_WIDGET =
  /^(?:protocol|client\/.*|language\/(?:rules\/(?:late-)?phrases|spoken|spoken-late|direction))\.ts$/u;

describe('the house', () => {
  it('has a floor for every file', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter((file) => floorOf(file) < 0)).toEqual([]);
  });

  it('imports only go down', () => {
    const upward = files.flatMap((file) =>
      importsOf(file)
        .filter(
          (specifier) =>
            specifier.startsWith('.') &&
            // What stands beside the source and in no package is reached by address.
            !target(file, specifier).startsWith('..') &&
            floorOf(target(file, specifier)) > floorOf(file),
        )
        .map((specifier) => `${file} → ${specifier}`),
    );
    expect(upward).toEqual([]);
  });

  it('the widget, which goes to other sites, takes only wire types, phrases and the client', () => {
    const taken = files
      .filter((file) => file.startsWith('widget/'))
      .flatMap((file) => importsOf(file).map((specifier) => ({ file, specifier })))
      .filter(({ file, specifier }) => !target(file, specifier).startsWith('widget/'));
    expect(taken.length).toBeGreaterThan(0);
    for (const { file, specifier } of taken) {
      expect(target(file, specifier)).toMatch(FOR_THE_WIDGET);
      if (
        /^(?:client\/.*|language\/(?:spoken|spoken-late|direction))\.ts$/u.test(
          target(file, specifier),
        )
      ) {
        continue;
      }
      expect(sourceOf(file)).not.toMatch(new RegExp(`import (?!type)[^;]*'${specifier}'`, 'u'));
    }
    // What the phrases take goes with them.
    for (const list of ['language/spoken.ts', 'language/spoken-late.ts']) {
      for (const specifier of importsOf(list)) {
        expect(specifier).toMatch(/\/(?:late-)?phrases\.js$/u);
      }
    }
  });

  it('the client, which runs in browsers too, takes nothing but wire types from the rest', () => {
    const taken = files
      .filter((file) => file.startsWith('client/'))
      .flatMap((file) =>
        importsOf(file)
          .filter((specifier) => !specifier.startsWith('./'))
          .map((specifier) => target(file, specifier)),
      );
    expect([...new Set(taken)]).toEqual(['protocol.ts']);
  });

  it('no source imports what may not be installed, not even its types', () => {
    const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly optionalDependencies: Readonly<Record<string, string>>;
    };
    const imported = new Set(files.flatMap((file) => importsOf(file)));
    expect(Object.keys(optionalDependencies).filter((name) => imported.has(name))).toEqual([]);
  });

  it('one parser reads event streams, the widget’s too', () => {
    const parsers = files.filter((file) => /class \w*EventStream\w*Parser/u.test(sourceOf(file)));
    expect(parsers).toEqual(['client/event-stream-parser.ts']);
    expect(files.filter((file) => /getReader\(\)/u.test(sourceOf(file)))).toEqual([
      'client/server-sent-events.ts',
    ]);
  });

  it.each(ENGINES)('%s is imported in one room only', (engine, room) => {
    const strays = files.filter(
      (file) =>
        !room.test(file) &&
        importsOf(file).some((name) => name === engine || name.startsWith(`${engine}/`)),
    );
    expect(strays).toEqual([]);
  });

  it('only commands, and the programs that run models and loaders, read the environment or end the process', () => {
    const reads = /process\.(?:env|exit|argv)\b/u;
    const mayEnd =
      /^(?:bin\/|adapters\/model-host\/host-main\.ts$|adapters\/loaders\/isolated\/loader-main\.ts$)/u;
    const strays = files.filter((file) => !mayEnd.test(file) && reads.test(sourceOf(file)));
    expect(strays).toEqual([]);
  });

  it('pure floors do no input or output', () => {
    const outside = /^node:(?:fs|http|https|net|child_process)/u;
    const strays = files.filter(
      (file) => floorOf(file) === 1 && importsOf(file).some((name) => outside.test(name)),
    );
    expect(strays).toEqual([]);
  });
});
