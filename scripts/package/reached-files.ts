import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** An import of a file of one's own: `from './x.js'`, `import('../y.js')`. */
const OWN_IMPORT = /(?:from|import)\s*\(?\s*'(\.[^']+\.js)'/gu;

/** These files, and those that they import, and so on. */
export function reachedFrom(files: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const ahead = [...files];
  for (let file = ahead.pop(); file !== undefined; file = ahead.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const [, imported = ''] of readFileSync(file, 'utf8').matchAll(OWN_IMPORT)) {
      ahead.push(join(dirname(file), imported));
    }
  }
  return reached;
}
