import type { LogOptions } from '../../adapters/log/create-log.js';
import type { AdmissionLimits } from '../../server/admission/admission.js';
import type { AllowedOrigins } from '../../server/access/allowed-origins.js';
import type { TokenPrices } from '../../prompting/token-prices.js';
import type { TrustedProxies } from '../../server/access/trusted-proxies.js';

export interface ChatConfig {
  /** `provider:model`, or a model's name where `baseUrl` is given. */
  readonly model: string;
  readonly baseUrl?: string;
  readonly apiKey?: string;
  /** Tokens that may be spent in a day; any number where absent. */
  readonly dailyTokens?: number;
  /** What its tokens cost; unknown where absent. */
  readonly prices?: TokenPrices;
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
