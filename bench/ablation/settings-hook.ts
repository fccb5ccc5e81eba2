// Loaded into a run of its own: gives settings other values before anything reads them.
import type { InitializeHook, LoadHook } from 'node:module';
import type { Override } from './parts.js';

let overrides: readonly Override[] = [];

export const initialize: InitializeHook<readonly Override[]> = (given) => {
  overrides = given;
};

export const load: LoadHook = async (url, context, nextLoad) => {
  const loaded = await nextLoad(url, context);
  const here = overrides.filter(({ file }) => url.endsWith(`/src/${file}.ts`));
  if (here.length === 0) return loaded;
  let source = Buffer.from((loaded.source ?? '') as string).toString();
  for (const { file, name, value } of here) {
    // A constant, or a property of one, that is a number, as the compiler leaves them.
    const defined = new RegExp(`\\b(${name}\\s*[=:]\\s*)[\\d.e-]+`, 'gu');
    const places = source.match(defined)?.length ?? 0;
    if (places !== 1) throw new Error(`src/${file}.ts has ${places} numbers ${name}.`);
    source = source.replace(defined, `$1${value}`);
  }
  return { ...loaded, source };
};
