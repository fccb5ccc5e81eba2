import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { DeclarationChatElement } from '../../src/widget/declaration-chat-element.js';
import type { DeclarationChatDetails } from '../../src/widget/events.js';
import { ATTRIBUTES } from '../../src/widget/settings.js';

interface Named {
  readonly name: string;
  readonly kind?: string;
}
type Lists = Readonly<
  Record<'attributes' | 'members' | 'events' | 'cssParts' | 'cssProperties', readonly Named[]>
>;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WIDGET = join(ROOT, 'src/widget');
const manifest = JSON.parse(readFileSync(join(ROOT, 'custom-elements.json'), 'utf8')) as {
  readonly modules: readonly { readonly declarations: readonly Lists[] }[];
};
const [element] = manifest.modules[0]?.declarations ?? [];
const names = (list: keyof Lists): readonly string[] =>
  (element?.[list] ?? []).map(({ name }) => name).sort();

/** What a pattern finds in the widget's own files, each once. */
function foundIn(ending: string, pattern: RegExp): readonly string[] {
  const files = readdirSync(WIDGET, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith(ending),
  );
  return [
    ...new Set(
      files.flatMap((file) =>
        [...readFileSync(join(WIDGET, file), 'utf8').matchAll(pattern)].map(
          (match) => match[1] ?? match[0],
        ),
      ),
    ),
  ].sort();
}

test('the class can be imported without a page', () => {
  expect(DeclarationChatElement.name).toBe('DeclarationChatElement');
});

test('editors are told all attributes, members, events and custom properties, and no other', () => {
  expect(names('attributes')).toEqual([...ATTRIBUTES].sort());
  const members = Object.getOwnPropertyNames(DeclarationChatElement.prototype).filter(
    (name) => !/^(?:constructor|addEventListener)$|Callback$/.test(name),
  );
  expect(names('members')).toEqual(members.sort());
  const events: Record<keyof DeclarationChatDetails, true> = {
    ready: true,
    open: true,
    close: true,
    question: true,
    answer: true,
    'citation-click': true,
    error: true,
  };
  expect(names('events')).toEqual(Object.keys(events).sort());
  expect(names('cssProperties')).toEqual(foundIn('.css', /--declaration-chat-[a-z-]+/g));
});

test('every part that is told of is there, and every one that is there is told of', () => {
  const literal = foundIn('.ts', /\bpart: '([a-z-]+)'/g);
  // A button's part is its class where it has none of its own.
  const buttons = foundIn('.ts', /className: '([a-z-]+)',\n(?!\s*part)/g);
  expect(names('cssParts')).toEqual(
    [...new Set([...literal, ...buttons, 'launcher', 'clear', 'close', 'menu', 'newest'])].sort(),
  );
});
