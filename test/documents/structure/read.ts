import { readStructure } from '../../../src/documents/structure/read-structure.js';

/** `label: text` of every paragraph, with its innermost heading where there is one. */
export function read(text: string): readonly string[] {
  return readStructure(text).map(
    ({ label, section, text: words }) =>
      `${label}${section.length > 0 ? ` [${section.join(' > ')}]` : ''}: ${words.replace(/\s+/g, ' ')}`,
  );
}

/** Lines with a blank line between them. */
export function lines(...all: readonly string[]): string {
  return all.join('\n\n');
}
