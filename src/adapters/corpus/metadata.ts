import { parseDocument } from 'yaml';
import { z } from 'zod';
import { DeclarationChatError } from '../../errors.js';
import { DOCUMENT_ID } from './document-id.js';

/** What people may write in a sidecar or in front matter; everything is optional. */
export interface GivenMetadata {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly place?: string | undefined;
  readonly language?: string | undefined;
}

function isCalendarDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? '1'), Number(match[3] ?? '1')];
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

const line = z
  .string({ error: 'must be text; put it in quotes' })
  .trim()
  .min(1, 'is empty; write a value or leave the key out')
  .max(1000, 'is longer than 1000 characters');

const givenMetadata = z.strictObject({
  id: line
    .regex(
      DOCUMENT_ID,
      'must be 1 to 100 of the characters A–Z a–z 0–9 . _ ~ -, beginning with a letter or digit',
    )
    .optional(),
  title: line.optional(),
  // YAML reads a bare year as a number.
  date: z
    .preprocess(
      (value) => (typeof value === 'number' ? String(value) : value),
      line.refine(isCalendarDate, 'must be a date as 2021-09-17, 2021-09 or 2021'),
    )
    .optional(),
  place: line.optional(),
  language: line
    .refine(isLanguageTag, 'must be a BCP 47 language tag such as en, fr or zh-Hans')
    .optional(),
});

const KEYS = Object.keys(givenMetadata.shape).join(', ');

function unreadable(path: string, what: string, cause?: unknown): DeclarationChatError {
  return new DeclarationChatError('unreadable-document', `${path}: ${what}`, { cause });
}

/** A value as it goes into a message: short, on one line. */
function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function describe(issue: z.core.$ZodIssue, source: Readonly<Record<string, unknown>>): string {
  if (issue.code === 'unrecognized_keys') {
    return (
      `unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')} in the metadata. ` +
      `Known keys: ${KEYS}. Correct or remove it.`
    );
  }
  const key = String(issue.path[0]);
  return `metadata key "${key}" ${issue.message}; it is ${shown(source[key])}.`;
}

/**
 * Metadata from YAML source. `path` is the file it stands in.
 * @throws DeclarationChatError `unreadable-document`, naming file, key, value and remedy.
 */
export function parseMetadata(yaml: string, path: string): GivenMetadata {
  const document = parseDocument(yaml, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    prettyErrors: true,
  });
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem !== undefined) {
    throw unreadable(
      path,
      `the metadata is not valid YAML: ${problem.message.trim()}. Correct it.`,
      problem,
    );
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 10 });
  } catch (cause) {
    throw unreadable(path, 'the metadata uses too many YAML aliases. Write the values out.', cause);
  }
  if (value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw unreadable(
      path,
      `the metadata must be "key: value" lines; it is ${shown(value)}. Known keys: ${KEYS}.`,
    );
  }
  const source = value as Readonly<Record<string, unknown>>;
  const result = givenMetadata.safeParse(source);
  if (!result.success) {
    throw unreadable(
      path,
      result.error.issues.map((issue) => describe(issue, source)).join(' '),
      result.error,
    );
  }
  return result.data;
}
