import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { FrontMatter } from '../../ports/file-loader.js';
import { calendarDate } from './calendar-date.js';
import { DOCUMENT_ID } from './document-id.js';
import { withoutEnd } from '../../language/end-of.js';

/** What people may write in a sidecar or in front matter; everything is optional. */
export interface GivenMetadata {
  readonly id?: string;
  readonly title?: string;
  readonly date?: string;
  readonly place?: string;
  readonly language?: string;
  readonly suggestions?: readonly string[];
}

export interface ReadMetadata {
  readonly given: GivenMetadata;
  /** What of it is not used and why, a line each. */
  readonly notices: readonly string[];
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
  .transform((text) => text.replace(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, 'is empty; write a value or leave the key out')
      .max(1000, 'is longer than 1000 characters'),
  );

/** More than anybody is shown. */
const MAX_SUGGESTIONS = 12;

/** Metadata by its keys; some have the other names by which site makers call them. */
const KEYS: Readonly<
  Record<
    keyof GivenMetadata,
    { readonly names: readonly string[]; readonly value: z.ZodType<string | readonly string[]> }
  >
> = {
  id: {
    names: ['id'],
    value: line.refine((id) => DOCUMENT_ID.test(id), {
      error:
        'must be 1 to 100 of the characters A–Z a–z 0–9 . _ ~ -, beginning with a letter or digit',
    }),
  },
  title: { names: ['title'], value: line },
  date: {
    names: ['date', 'published'],
    value: z.preprocess(
      plainDate,
      line.refine((date) => calendarDate(date) === date, {
        error: 'must be a date as 2021-09-17, 2021-09 or 2021',
      }),
    ),
  },
  place: { names: ['place'], value: line },
  language: {
    names: ['language', 'lang'],
    value: line.refine(isLanguageTag, {
      error: 'must be a BCP 47 language tag such as en, fr or zh-Hans',
    }),
  },
  suggestions: {
    names: ['suggestions'],
    value: z
      .array(line, { error: 'must be a list of questions' })
      .max(MAX_SUGGESTIONS, `has more than ${MAX_SUGGESTIONS} questions`),
  },
};
const NAMES = Object.values(KEYS).flatMap(({ names }) => names);
const KNOWN = Object.keys(KEYS).join(', ');

/** YAML reads a bare year as a number; of a point in time the day is taken. */
function plainDate(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  const text = value instanceof Date ? value.toISOString() : value;
  return typeof text === 'string' ? (calendarDate(text) ?? text) : text;
}

/** A value as it goes into a message: short, on one line. */
function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** Takes what can be used of metadata; the rest is ignored and told. */
export function readMetadata(source: FrontMatter): ReadMetadata {
  let parsed: Readonly<Record<string, unknown>>;
  try {
    parsed = parse(source);
  } catch (error) {
    return { given: {}, notices: [`the metadata ${firstLine(error)}; it is ignored.`] };
  }
  const given: Record<string, string | readonly string[]> = {};
  const notices: string[] = [];
  for (const [key, { names, value }] of Object.entries(KEYS)) {
    const name = names.find((candidate) => (parsed[candidate] ?? undefined) !== undefined);
    if (name === undefined) continue;
    const result = value.safeParse(parsed[name]);
    if (result.success) given[key] = result.data;
    else {
      const what = result.error.issues[0]?.message ?? 'is not valid';
      notices.push(`metadata "${name}" ${what}; it is ${shown(parsed[name])} and is ignored.`);
    }
  }
  const unknown = Object.keys(parsed).filter((key) => !NAMES.includes(key));
  if (unknown.length > 0) {
    const keys = unknown.map((key) => `"${key}"`).join(', ');
    notices.push(`metadata ${shownList(keys)} ignored; known are ${KNOWN}.`);
  }
  return { given, notices };
}

function shownList(keys: string): string {
  return keys.length > 200 ? `${keys.slice(0, 200)}…` : keys;
}

/** @throws Error that says what is wrong */
function parse({ syntax, source }: FrontMatter): Readonly<Record<string, unknown>> {
  const value = syntax === 'toml' ? fromToml(source) : fromYaml(source);
  if (value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new Error(`must be "key: value" lines; it is ${shown(value)}`);
  }
  return value as Readonly<Record<string, unknown>>;
}

function fromToml(source: string): unknown {
  try {
    return parseToml(source);
  } catch (error) {
    throw new Error(`is not valid TOML: ${firstLine(error)}`, { cause: error });
  }
}

function fromYaml(source: string): unknown {
  const document = parseDocument(source, { version: '1.2', schema: 'core', uniqueKeys: true });
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem !== undefined) throw new Error(`is not valid YAML: ${firstLine(problem)}`);
  try {
    return document.toJS({ maxAliasCount: 10 }) as unknown;
  } catch (cause) {
    throw new Error('uses too many YAML aliases', { cause });
  }
}

function firstLine(error: unknown): string {
  return withoutEnd((error as Error).message.split('\n')[0] ?? '', /[.:\s]/u);
}
