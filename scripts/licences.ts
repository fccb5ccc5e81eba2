/** What a package says of the terms under which it may be passed on; empty where it says nothing. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  readonly licences: readonly string[];
}

/** A component of a CycloneDX bill of materials, as `npm sbom` writes it. */
interface Component {
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string; readonly name?: string };
    readonly expression?: string;
  }[];
}

/** Licences under which everybody may use the whole, also in a product that is sold. */
const PERMISSIVE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'PSF-2.0',
]);

/** Read by a person: names, each with why it may be used all the same. */
const READ: readonly { readonly name: RegExp; readonly why: string }[] = [
  {
    name: /^@img\/sharp-libvips-/u,
    why: 'LGPL-3.0-or-later: a shared library that may be replaced; nothing here loads it',
  },
  { name: /^flatbuffers$/u, why: 'Apache-2.0, as the file LICENSE.txt in it says' },
];

export function licensedIn(bill: { readonly components: readonly Component[] }): Licensed[] {
  return bill.components.map(({ name, version, licenses = [] }) => ({
    name,
    version,
    licences: licenses.flatMap(
      ({ license, expression }) => license?.id ?? license?.name ?? expression ?? [],
    ),
  }));
}

/** Packages whose licence is none of those that are known to do, a line each. */
export function licenceComplaints(packages: readonly Licensed[]): string[] {
  return packages
    .filter(
      ({ name, licences }) => !isPermissive(licences) && !READ.some((read) => read.name.test(name)),
    )
    .map(
      ({ name, version, licences }) =>
        `${name} ${version}: ${licences.join(', ') || 'says nothing of its licence'}`,
    );
}

function isPermissive(licences: readonly string[]): boolean {
  return licences.length > 0 && licences.every((licence) => PERMISSIVE.has(licence));
}
