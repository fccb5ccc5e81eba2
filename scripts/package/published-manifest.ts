import { MAN_PAGE_FILE } from './man-page.js';

/** `package.json`, as far as it is looked at here. */
export interface Manifest {
  readonly version: string;
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

/** What has to be the very one that a program's own components use. */
const INSTALLED = ['@langchain/core', 'zod'];
const ENGINE = 'onnxruntime-node';
/** Only of use to those who work on the project. */
const NOT_PUBLISHED = ['scripts', 'devDependencies', 'overrides', 'allowScripts'];

/** Natives, which no bundle can hold. */
export function natives({ optionalDependencies = {} }: Manifest): string[] {
  return [ENGINE, ...Object.keys(optionalDependencies)];
}

/** Packages that are installed beside what is published; of all others it holds what it uses. */
export function installedBeside(manifest: Manifest): string[] {
  return [...INSTALLED, ...natives(manifest)];
}

/**
 * The manifest of what is published.
 * @param engineVersion of the engine that the models run in, which is a package's own dependency here
 */
export function publishedManifest(manifest: Manifest, engineVersion: string): Manifest {
  const kept = Object.entries(manifest).filter(([key]) => !NOT_PUBLISHED.includes(key));
  const shared = INSTALLED.map((name) => {
    const version = manifest.dependencies[name];
    if (version === undefined) throw new Error(`${name} is no dependency any more.`);
    return [name, `^${version}`];
  });
  return {
    ...(Object.fromEntries(kept) as Manifest),
    man: `./${MAN_PAGE_FILE}`,
    dependencies: {
      ...(Object.fromEntries(shared) as Record<string, string>),
      [ENGINE]: engineVersion,
    },
  };
}
