// Loaded into a run of its own: gives settings other values before anything reads them.

/** @type {readonly { file: string, name: string, value: string }[]} */
let overrides = [];

/** @type {import('node:module').InitializeHook<readonly { file: string, name: string, value: string }[]>} */
export const initialize = (given) => {
  overrides = given;
};

/** @type {import('node:module').LoadHook} */
export const load = async (url, context, nextLoad) => {
  const loaded = await nextLoad(url, context);
  const here = overrides.filter(({ file }) => url.endsWith(`/src/${file}.ts`));
  if (here.length === 0) return loaded;
  let source = Buffer.from(loaded.source ?? '').toString();
  for (const { file, name, value } of here) {
    // A constant, or a property of one, that is a number, as the compiler leaves them.
    const defined = new RegExp(`\\b(${name}\\s*[=:]\\s*)[\\d.e-]+`, 'gu');
    const places = source.match(defined)?.length ?? 0;
    if (places !== 1) throw new Error(`src/${file}.ts has ${places} numbers ${name}.`);
    source = source.replace(defined, `$1${value}`);
  }
  return { ...loaded, source };
};
