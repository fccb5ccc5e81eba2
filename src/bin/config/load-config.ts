import {
  MODELS_DIR,
  PROMPTS_DIR,
  READER_DIR,
  WIDGET_FILE,
} from '../../composition/shipped-files.js';
import { DeclarationChatError } from '../../errors.js';
import type { TokenPrices } from '../../prompting/token-prices.js';
import type { ChatConfig, Config } from './config.js';
import { withSecretFiles } from './secret-files.js';
import { SECRETS, VARIABLES, type Settings } from './variables.js';

/** The models take one question after the other; more at once only make all of them late. */
const AT_ONCE = 4;
/** A chat model elsewhere takes its time, and this machine none meanwhile. */
const AT_ONCE_WITH_MODEL = 32;
/** What says something of a chat model, and is nothing without one. */
const NEED_A_MODEL = [
  ...['CHAT_BASE_URL', 'CHAT_API_KEY', 'CHAT_DAILY_TOKENS'],
  ...['CHAT_PRICE_INPUT', 'CHAT_PRICE_OUTPUT'],
];
/** A visitor who has waited for so long has given up, or asks again. */
const MAX_WAIT_MS = 3_000;

/**
 * One place for the whole configuration; an empty variable counts as unset.
 * @throws DeclarationChatError `invalid-configuration`
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(withSecretFiles(environment)).filter(([, value]) => value?.trim() !== ''),
  );
  const parsed = VARIABLES.safeParse(set);
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

function configOf(settings: Settings): Config {
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

function chatOf(model: string, settings: Settings): ChatConfig {
  const { CHAT_BASE_URL, CHAT_API_KEY, CHAT_DAILY_TOKENS, CHAT_VERIFY } = settings;
  const prices = pricesOf(settings);
  return {
    model,
    verify: CHAT_VERIFY,
    ...(CHAT_BASE_URL === undefined ? {} : { baseUrl: CHAT_BASE_URL }),
    ...(CHAT_API_KEY === undefined ? {} : { apiKey: CHAT_API_KEY }),
    ...(CHAT_DAILY_TOKENS === undefined ? {} : { dailyTokens: CHAT_DAILY_TOKENS }),
    ...(prices === undefined ? {} : { prices }),
  };
}

/** One alone would make a sum that is too small. */
function pricesOf({
  CHAT_PRICE_INPUT: input,
  CHAT_PRICE_OUTPUT: output,
}: Settings): TokenPrices | undefined {
  if (input !== undefined && output !== undefined) return { input, output };
  if (input === undefined && output === undefined) return undefined;
  const [set, missing] =
    output === undefined
      ? (['CHAT_PRICE_INPUT', 'CHAT_PRICE_OUTPUT'] as const)
      : (['CHAT_PRICE_OUTPUT', 'CHAT_PRICE_INPUT'] as const);
  throw new DeclarationChatError(
    'invalid-configuration',
    `${set} is set, but ${missing} is not: no cost could be told. Set both, 0 for what costs ` +
      'nothing. See .env.example.',
  );
}

/** An address or a key alone would be ignored in silence. */
function refuseWithoutModel(set: Readonly<Record<string, string | undefined>>): void {
  const name = NEED_A_MODEL.find((variable) => set[variable] !== undefined);
  if (name === undefined) return;
  throw new DeclarationChatError(
    'invalid-configuration',
    `${name} is set, but CHAT_MODEL is not: no chat model would be asked. Set CHAT_MODEL ` +
      `too, or leave ${name} empty. See .env.example.`,
  );
}
