import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface Abstract {
  readonly title: string;
  /** Begins with the title once more. A few are empty. */
  readonly text: string;
}

/**
 * The Cranfield collection: abstracts of aerodynamics, questions of researchers, and which
 * abstracts serve them.
 */
export interface Cranfield {
  readonly abstracts: readonly Abstract[];
  readonly queries: readonly string[];
  /** Of each query, the positions of its relevant abstracts. */
  readonly relevant: readonly ReadonlySet<number>[];
}

/** Codes 1 (a complete answer) to 4 (of minimum interest) count as relevant; -1 does not. */
const LEAST_CODE = 1;

/** Reads `cran.all.1400.gz`, `cran.qry.gz` and `cranqrel.gz` of a folder. */
export function readCranfield(folder: string): Cranfield {
  const read = (name: string): string =>
    gunzipSync(readFileSync(path.join(folder, name))).toString('latin1');
  return parseCranfield({
    abstracts: read('cran.all.1400.gz'),
    queries: read('cran.qry.gz'),
    judgements: read('cranqrel.gz'),
  });
}

export function parseCranfield(source: {
  readonly abstracts: string;
  readonly queries: string;
  readonly judgements: string;
}): Cranfield {
  const abstracts = entriesOf(source.abstracts).map((entry) => ({
    title: fieldOf(entry, 'T').replace(/\.$/u, ''),
    text: fieldOf(entry, 'W'),
  }));
  const queries = entriesOf(source.queries).map((entry) => fieldOf(entry, 'W'));
  const relevant = queries.map(() => new Set<number>());
  for (const line of source.judgements.split('\n').filter((some) => some.trim() !== '')) {
    // Queries are named by their place in cran.qry, not by the number printed there; both count
    // from 1.
    const [query = 0, abstract = 0, code = 0] = line.trim().split(/\s+/u).map(Number);
    if (code >= LEAST_CODE) relevant[query - 1]?.add(abstract - 1);
  }
  return { abstracts, queries, relevant };
}

function entriesOf(source: string): string[] {
  return source.split(/^\.I \d+\s*$/mu).slice(1);
}

/**
 * A field on one line, with sentences as they are written elsewhere: no blank before the stop, a
 * capital after it.
 */
function fieldOf(entry: string, letter: 'T' | 'W'): string {
  const from = entry.split(new RegExp(String.raw`^\.${letter}[ \t]*$`, 'mu'))[1] ?? '';
  return (from.split(/^\.[A-Z][ \t]*$/mu)[0] ?? '')
    .replace(/\s+/gu, ' ')
    .replace(/ ([.,;:?!])(?= |$)/gu, '$1')
    .replace(/(?:^ ?|[.?!] )\p{Ll}/gu, (start) => start.toUpperCase())
    .trim();
}
