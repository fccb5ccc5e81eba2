import { stripVTControlCharacters } from 'node:util';

/** Columns of the terminal that is recorded. */
export const COLUMNS = 96;
/** Lines of a step that are shown; more are told by an ellipsis. */
const ROWS = 18;

/** What stands on the screen after all of this was printed: bars are at their ends, lines wrapped. */
export function screenOf(printed: string): readonly string[] {
  // A bar goes back to the line's beginning by a sequence of its own.
  const plain = printed.replaceAll('\r\n', '\n').replaceAll('\u001B[1G', '\r');
  const lines = stripVTControlCharacters(plain)
    .split('\n')
    .map((line) => line.split('\r').findLast((part) => part.trim() !== '') ?? '')
    .flatMap(wrapped);
  while (lines.at(-1)?.trim() === '') lines.pop();
  return lines.length <= ROWS ? lines : [...lines.slice(0, ROWS - 1), '…'];
}

function wrapped(line: string): string[] {
  const parts = line.match(new RegExp(`.{1,${COLUMNS}}`, 'gu'));
  return parts ?? [''];
}
