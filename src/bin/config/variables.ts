import { z } from 'zod';
import { LOG_LEVELS } from '../../adapters/log/console-log.js';
import { LOG_FORMATS } from '../../adapters/log/create-log.js';
import { SHIPPED_MODEL } from '../../composition/shipped-files.js';
import { parseAllowedOrigins, type AllowedOrigins } from '../../server/access/allowed-origins.js';
import { parseTrustedProxies, type TrustedProxies } from '../../server/access/trusted-proxies.js';

const nonEmpty = z.string().trim().min(1);
/** An address that may be printed: without a user name or a password. */
function webAddress(example: string): z.ZodType<string, string> {
  return z
    .url({ protocol: /^https?$/u, error: `must be an address such as ${example}` })
    .refine(
      (address) =>
        !URL.canParse(address) ||
        (new URL(address).username === '' && new URL(address).password === ''),
      'must not hold a user name or a password; CHAT_API_KEY is for the key of a chat model',
    );
}

const positive = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,4}$/u, 'must be a whole number from 1 to 99999');

const token = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{16,500}$/u, 'must be 16 letters, digits and signs of ASCII or more');
const file = nonEmpty.optional();
/** Of a million tokens. */
const price = z
  .string()
  .trim()
  .regex(/^\d{1,6}(?:\.\d{1,6})?$/u, 'must be an amount of money such as 0.15')
  .transform(Number)
  .optional();
const yesUnlessFalse = z
  .string()
  .trim()
  .default('true')
  .pipe(z.enum(['true', 'false'], 'must be true or false'));

/** The environment, as far as it is read: text in, settings out. */
export const VARIABLES = z.object({
  HOST: nonEmpty.default('127.0.0.1'),
  PORT: z
    .string()
    .trim()
    .regex(/^\d{1,5}$/u, 'must be a whole number from 0 to 65535')
    .default('3000')
    .transform(Number)
    .pipe(z.number().max(65_535, 'must be a whole number from 0 to 65535')),
  ALLOWED_ORIGINS: z
    .string()
    .transform((list, context): AllowedOrigins => {
      const parsed = parseAllowedOrigins(list);
      if (parsed.ok) return parsed.origins;
      context.addIssue(parsed.message);
      return z.NEVER;
    })
    .optional(),
  CORPUS_DIR: nonEmpty.default('corpus'),
  INDEX_DIR: nonEmpty.default('index'),
  DATABASE_URL: z
    .string()
    .trim()
    .regex(/^postgres(?:ql)?:\/\/./u, 'must be an address such as postgres://HOST/DATABASE')
    .optional(),
  DATABASE_URL_FILE: file,
  EMBEDDING_MODEL: nonEmpty.default(SHIPPED_MODEL),
  HF_ENDPOINT: webAddress('https://huggingface.co').default('https://huggingface.co'),
  CHAT_MODEL: nonEmpty.optional(),
  CHAT_BASE_URL: webAddress('http://127.0.0.1:11434/v1').optional(),
  // What cannot stand in a header would be quoted by the error that it makes.
  CHAT_API_KEY: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]+$/u, 'must be letters, digits and signs of ASCII, without blanks')
    .optional(),
  CHAT_API_KEY_FILE: file,
  CHAT_VERIFY: z
    .string()
    .trim()
    .default('reader')
    .pipe(z.enum(['reader', 'model'], 'must be reader or model')),
  CHAT_DAILY_TOKENS: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,11}$/u, 'must be a whole number from 1 on')
    .transform(Number)
    .optional(),
  CHAT_PRICE_INPUT: price,
  CHAT_PRICE_OUTPUT: price,
  SERVE_SOURCES: yesUnlessFalse,
  ACCESS_TOKEN: token.optional(),
  ACCESS_TOKEN_FILE: file,
  ADMIN_TOKEN: token.optional(),
  ADMIN_TOKEN_FILE: file,
  API_TOKEN: token.optional(),
  API_TOKEN_FILE: file,
  SOURCE_LIST: yesUnlessFalse,
  QUESTIONS_PER_MINUTE: positive.default('120').transform(Number),
  TRUST_PROXY: z
    .string()
    .trim()
    .transform((list, context): TrustedProxies => {
      const parsed = parseTrustedProxies(list);
      if (parsed !== undefined) return parsed;
      context.addIssue(
        'must say how many proxies stand before the server (1), or name their addresses ' +
          '(loopback, 10.0.0.0/8)',
      );
      return z.NEVER;
    })
    .optional(),
  FEEDBACK_FILE: nonEmpty.optional(),
  QUESTIONS_AT_ONCE: positive.optional(),
  QUESTIONS_WAITING: positive.default('32').transform(Number),
  LOG_LEVEL: z
    .string()
    .trim()
    .default('info')
    .pipe(z.enum(LOG_LEVELS, 'must be debug, info, warn or error')),
  LOG_FORMAT: z.string().trim().default('text').pipe(z.enum(LOG_FORMATS, 'must be text or json')),
});

export type Settings = z.output<typeof VARIABLES>;

/** Never repeated in a message. */
export const SECRETS: readonly string[] = [
  'ACCESS_TOKEN',
  'ADMIN_TOKEN',
  'API_TOKEN',
  'CHAT_API_KEY',
  'CHAT_BASE_URL',
  'DATABASE_URL',
  'HF_ENDPOINT',
];

/**
 * Every variable that is read, with its default, empty where it has none; as `.env.example` lists
 * them.
 */
export function configDefaults(): Readonly<Record<string, string>> {
  const defaults = new Map<string, unknown>(Object.entries(VARIABLES.parse({})));
  return Object.fromEntries(
    Object.keys(VARIABLES.shape).map((name) => [
      name,
      defaults.has(name) ? String(defaults.get(name)) : '',
    ]),
  );
}
