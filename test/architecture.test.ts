import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));
/** Floors of the house, lowest first; an import only goes down or stays on its floor. */
const FLOORS: readonly (readonly [string, RegExp])[] = [
  ['types', /^[\w-]+\.ts$/u],
  ['pure', /^(?:text|ranking)\//u],
  ['adapters', /^adapters\//u],
  ['use cases', /^(?:ingestion|retrieval|answering|evaluation)\//u],
  ['transport', /^(?:server|widget)\//u],
  ['commands', /^bin\//u],
];
/** Each engine has one room; nothing else imports it. */
const ENGINES: readonly (readonly [string, RegExp])[] = [
  ['@xenova/transformers', /^adapters\/(?:transformers-embeddings\.ts|embedding-model\/)/u],
  ['hnswlib-node', /^adapters\/index-store\//u],
  ['@langchain/community', /^adapters\//u],
  ['express', /^server\//u],
  ['commander', /^bin\//u],
  ['yaml', /^adapters\//u],
];

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.includes('public'),
);
const floorOf = (file: string): number => FLOORS.findIndex(([, pattern]) => pattern.test(file));
const importsOf = (file: string): string[] =>
  [...readFileSync(join(SOURCE, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu)].map(
    (match) => match[1] ?? '',
  );
const target = (file: string, specifier: string): string =>
  relative('.', normalize(join(dirname(file), specifier))).replace(/\.js$/u, '.ts');

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
            specifier.startsWith('.') && floorOf(target(file, specifier)) > floorOf(file),
        )
        .map((specifier) => `${file} → ${specifier}`),
    );
    expect(upward).toEqual([]);
  });

  it('the widget, which goes to other sites, takes nothing from the rest of the house but wire types', () => {
    const taken = files
      .filter((file) => file.startsWith('widget/'))
      .flatMap((file) =>
        importsOf(file)
          .filter(
            (specifier) =>
              !specifier.startsWith('.') || !target(file, specifier).startsWith('widget/'),
          )
          .map((specifier) => [file, specifier] as const),
      );
    expect(taken.length).toBeGreaterThan(0);
    for (const [file, specifier] of taken) {
      expect(target(file, specifier)).toBe('protocol.ts');
      expect(readFileSync(join(SOURCE, file), 'utf8')).not.toMatch(
        new RegExp(`import (?!type)[^;]*'${specifier}'`, 'u'),
      );
    }
  });

  it.each(ENGINES)('%s is imported in one room only', (engine, room) => {
    const strays = files.filter(
      (file) =>
        !room.test(file) &&
        importsOf(file).some(
          (specifier) => specifier === engine || specifier.startsWith(`${engine}/`),
        ),
    );
    expect(strays).toEqual([]);
  });

  it('only commands read the environment or end the process', () => {
    const strays = files.filter(
      (file) =>
        !file.startsWith('bin/') &&
        /process\.(?:env|exit|argv)\b/u.test(readFileSync(join(SOURCE, file), 'utf8')),
    );
    expect(strays).toEqual([]);
  });

  it('pure floors do no input or output', () => {
    const strays = files.filter(
      (file) =>
        floorOf(file) === 1 &&
        importsOf(file).some((specifier) =>
          /^node:(?:fs|http|https|net|child_process)/u.test(specifier),
        ),
    );
    expect(strays).toEqual([]);
  });
});
