import { statSync } from 'node:fs';

/** Of the program itself. */
const OWN_OPTIONS: ReadonlySet<string> = new Set(['--help', '-h', '--version']);

/**
 * The arguments of a call with its command in front: without one it serves, a folder that is named
 * in its place (`declaration-chat texts`) as well as the one it would look for.
 */
export function argumentsAsMeant(
  given: readonly string[],
  commands: readonly string[],
): readonly string[] {
  const [first, ...others] = given;
  if (first === undefined) return ['serve'];
  if (OWN_OPTIONS.has(first) || commands.includes(first)) return given;
  if (first.startsWith('-')) return ['serve', ...given];
  return isFolder(first) ? ['serve', '--corpus', first, ...others] : given;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
