import { existsSync } from 'node:fs';
import { z } from 'zod';
import { LOG_LEVELS } from '../adapters/log/console-log.js';
import { LOG_FORMATS, type LogOptions } from '../adapters/log/create-log.js';
import {
  MODELS_DIR,
  PROMPTS_DIR,
  READER_DIR,
  SHIPPED_MODEL,
  WIDGET_FILE,
} from '../composition/shipped-files.js';
import { DeclarationChatError } from '../errors.js';
import type { AdmissionLimits } from '../server/admission/admission.js';
import { parseAllowedOrigins, type AllowedOrigins } from '../server/access/allowed-origins.js';
import { parseTrustedProxies, type TrustedProxies } from '../server/access/trusted-proxies.js';
import { withSecretFiles } from './secret-files.js';

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

/** The models take one question after the other; more at once only make all of them late. */
const AT_ONCE = 4;
/** A chat model elsewhere takes its time, and this machine none meanwhile. */
const AT_ONCE_WITH_MODEL = 32;
/** A visitor who has waited for so long has given up, or asks again. */
const MAX_WAIT_MS = 3_000;

const positive = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,4}$/u, 'must be a whole number from 1 to 99999');

const token = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{16,500}$/u, 'must be 16 letters, digits and signs of ASCII or more');
const file = nonEmpty.optional();
const yesUnlessFalse = z
  .string()
  .trim()
  .default('true')
  .pipe(z.enum(['true', 'false'], 'must be true or false'));

const schema = z.object({
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
/** Never repeated in a message. */
const SECRETS: readonly string[] = [
  'ACCESS_TOKEN',
  'ADMIN_TOKEN',
  'API_TOKEN',
  'CHAT_API_KEY',
  'CHAT_BASE_URL',
  'DATABASE_URL',
  'HF_ENDPOINT',
];

export interface ChatConfig {
  /** `provider:model`, or a model's name where `baseUrl` is given. */
  readonly model: string;
  readonly baseUrl?: string;
  readonly apiKey?: string;
  /** Tokens that may be spent in a day; any number where absent. */
  readonly dailyTokens?: number;
  /** Who judges what a model has written: the reader that ships, or the model in a call of its own. */
  readonly verify: 'reader' | 'model';
}

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Other sites whose pages may call the server. */
  readonly allowedOrigins: AllowedOrigins;
  readonly corpusDir: string;
  readonly indexDir: string;
  /** Of the database that holds the index in the place of the folder; may hold a password. */
  readonly databaseUrl?: string;
  readonly embeddingModel: string;
  readonly hubAddress: string;
  /** Absent where no chat model is configured. */
  readonly chat?: ChatConfig;
  /** Whether the files of the texts are served beside the texts. */
  readonly serveSources: boolean;
  /** What every request must carry; nothing where absent. */
  readonly accessToken?: string;
  /** Questions that one address may ask in a minute. */
  readonly questionsPerMinute: number;
  /** Proxies whose word on a client's address is taken. */
  readonly trustProxy?: TrustedProxies;
  /** What `/admin` asks for; only this machine is let in where absent. */
  readonly adminToken?: string;
  /** What `/v1` and `/mcp` ask for; whoever may ask questions is let in where absent. */
  readonly apiToken?: string;
  /** Whether answers of `/v1/chat/completions` end with a list of their sources. */
  readonly sourceList: boolean;
  /** Where what is not answered and what visitors say is kept; nowhere where absent. */
  readonly feedbackFile?: string;
  readonly admission: AdmissionLimits;
  readonly log: LogOptions;
  readonly modelsDir: string;
  readonly readerDir: string;
  readonly promptsDir: string;
  /** Where the build puts the widget. */
  readonly widgetFile: string;
}

/**
 * Every variable that is read, with its default, empty where it has none; as `.env.example` lists
 * them.
 */
export function configDefaults(): Readonly<Record<string, string>> {
  const defaults = new Map<string, unknown>(Object.entries(schema.parse({})));
  return Object.fromEntries(
    Object.keys(schema.shape).map((name) => [
      name,
      defaults.has(name) ? String(defaults.get(name)) : '',
    ]),
  );
}

/**
 * Reads `.env` into the environment; a variable that is set already wins.
 * @throws DeclarationChatError `invalid-configuration`
 */
export function loadEnvFile(path = '.env'): void {
  if (!existsSync(path)) return;
  try {
    process.loadEnvFile(path);
  } catch (cause) {
    throw new DeclarationChatError(
      'invalid-configuration',
      `${path} cannot be read (${(cause as Error).message}). It holds lines of NAME=value.`,
      { cause },
    );
  }
}

/**
 * One place for the whole configuration; an empty variable counts as unset.
 * @throws DeclarationChatError `invalid-configuration`
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(withSecretFiles(environment)).filter(([, value]) => value?.trim() !== ''),
  );
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    throw new DeclarationChatError(
      'invalid-configuration',
      `${SECRETS.includes(name) ? name : `${name}="${set[name] ?? ''}"`} ` +
        `${issue?.message ?? 'is not valid'}. See .env.example.`,
    );
  }
  if (parsed.data.CHAT_MODEL === undefined) refuseWithoutModel(set);
  return configOf(parsed.data);
}

function configOf(settings: z.output<typeof schema>): Config {
  const { CHAT_MODEL, ADMIN_TOKEN, ACCESS_TOKEN, API_TOKEN, TRUST_PROXY, FEEDBACK_FILE } = settings;
  const atOnce = CHAT_MODEL === undefined ? AT_ONCE : AT_ONCE_WITH_MODEL;
  return {
    host: settings.HOST,
    port: settings.PORT,
    allowedOrigins: settings.ALLOWED_ORIGINS ?? [],
    corpusDir: settings.CORPUS_DIR,
    indexDir: settings.INDEX_DIR,
    ...(settings.DATABASE_URL === undefined ? {} : { databaseUrl: settings.DATABASE_URL }),
    embeddingModel: settings.EMBEDDING_MODEL,
    hubAddress: settings.HF_ENDPOINT,
    ...(CHAT_MODEL === undefined ? {} : { chat: chatOf(CHAT_MODEL, settings) }),
    serveSources: settings.SERVE_SOURCES === 'true',
    ...(ACCESS_TOKEN === undefined ? {} : { accessToken: ACCESS_TOKEN }),
    questionsPerMinute: settings.QUESTIONS_PER_MINUTE,
    ...(TRUST_PROXY === undefined ? {} : { trustProxy: TRUST_PROXY }),
    ...(ADMIN_TOKEN === undefined ? {} : { adminToken: ADMIN_TOKEN }),
    ...(API_TOKEN === undefined ? {} : { apiToken: API_TOKEN }),
    sourceList: settings.SOURCE_LIST === 'true',
    ...(FEEDBACK_FILE === undefined ? {} : { feedbackFile: FEEDBACK_FILE }),
    admission: {
      atOnce: Number(settings.QUESTIONS_AT_ONCE ?? atOnce),
      waiting: settings.QUESTIONS_WAITING,
      maxWaitMs: MAX_WAIT_MS,
    },
    log: { level: settings.LOG_LEVEL, format: settings.LOG_FORMAT },
    modelsDir: MODELS_DIR,
    readerDir: READER_DIR,
    promptsDir: PROMPTS_DIR,
    widgetFile: WIDGET_FILE,
  };
}

function chatOf(
  model: string,
  { CHAT_BASE_URL, CHAT_API_KEY, CHAT_DAILY_TOKENS, CHAT_VERIFY }: z.output<typeof schema>,
): ChatConfig {
  return {
    model,
    verify: CHAT_VERIFY,
    ...(CHAT_BASE_URL === undefined ? {} : { baseUrl: CHAT_BASE_URL }),
    ...(CHAT_API_KEY === undefined ? {} : { apiKey: CHAT_API_KEY }),
    ...(CHAT_DAILY_TOKENS === undefined ? {} : { dailyTokens: CHAT_DAILY_TOKENS }),
  };
}

/** An address or a key alone would be ignored in silence. */
function refuseWithoutModel(set: Readonly<Record<string, string | undefined>>): void {
  const name = ['CHAT_BASE_URL', 'CHAT_API_KEY', 'CHAT_DAILY_TOKENS'].find(
    (variable) => set[variable] !== undefined,
  );
  if (name === undefined) return;
  throw new DeclarationChatError(
    'invalid-configuration',
    `${name} is set, but CHAT_MODEL is not: no chat model would be asked. Set CHAT_MODEL ` +
      `too, or leave ${name} empty. See .env.example.`,
  );
}
