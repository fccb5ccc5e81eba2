import { readFileSync } from 'node:fs';
import type { AnySchemaObject } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { fakeBackend } from '../support/fake-backend.js';
import { runApp } from '../support/running-app.js';
import { told } from '../support/told.js';

const PAGE = readFileSync('docs/api.md', 'utf8');

/** Names that the page sets in code between two of its phrases, `{a, b}` and all else apart. */
function named(from: string, to: string): ReadonlySet<string> {
  const section = PAGE.slice(PAGE.indexOf(from), PAGE.indexOf(to));
  expect(section).not.toBe('');
  return new Set(
    [...section.matchAll(/`([a-z]+(?:[A-Z][a-z]+)*)`/gu)].map(([, name = '']) => name),
  );
}

test('the page on programs names every field of a reply and of a citation', async () => {
  const { components } = await told((await runApp(fakeBackend())).url);
  const fieldsOf = (name: string): string[] =>
    Object.keys((components.schemas[name] as AnySchemaObject)['properties'] as object);
  const ofReply = named('What a reply has', 'A citation has');
  const ofCitation = named('A citation has', 'A follow-up is');
  const reply = [...fieldsOf('Answer'), ...fieldsOf('Abstention')];
  expect(reply.length).toBeGreaterThan(20);
  expect(reply.filter((field) => !ofReply.has(field))).toEqual([]);
  expect(fieldsOf('Citation').filter((field) => !ofCitation.has(field))).toEqual([]);
});
