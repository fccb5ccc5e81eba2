import type { AskChatModel, AskOptions } from '../../ports/chat-model.js';
import { onOneLine } from '../../prompting/on-one-line.js';
import { sentinelFor } from '../../prompting/sentinel.js';
import type { NumberedSentence } from '../numbered-evidence.js';
import { lookUp } from './look-up.js';
import type { CitingClaim, VerifySentence } from './verify-sentence.js';

/** Slots of the prompt `verify-answer`. */
export const VERIFY_SLOTS = ['sentinel', 'statements', 'supported', 'unsupported'] as const;

export type VerifyPrompt = (
  values: Record<(typeof VERIFY_SLOTS)[number], string>,
) => Promise<string>;

/** What the prompt tells a model to write of each statement; no words of any language. */
const SUPPORTED = 'SUPPORTED';
const UNSUPPORTED = 'UNSUPPORTED';
const VERDICT = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(\d{1,3})[.:)*\s]{1,5}(${SUPPORTED}|${UNSUPPORTED})\b`,
  'gu',
);
/** A line for each statement; whoever takes longer is not waited for. */
const TIMEOUT_MS = 30_000;

export interface CitingStatement {
  readonly text: string;
  /** How it reads without what stands over it, where that is not its end: a row of a table. */
  readonly alone?: string;
  readonly cited: readonly NumberedSentence[];
}

export interface JudgedStatement extends CitingStatement {
  /** Whether all that it cites bears it out together. */
  readonly supported: boolean;
}

/** One short call for a whole reply: whether what each statement cites bears it out. */
export type AskForVerdicts = (
  statements: readonly CitingStatement[],
  options: Pick<AskOptions, 'signal' | 'onUsage'>,
) => Promise<readonly JudgedStatement[]>;

/**
 * Has a chat model judge the statements of a reply.
 * @returns nothing of those that it does not speak of, and of none where it fails
 */
export function askForVerdicts(ask: AskChatModel, prompt: VerifyPrompt): AskForVerdicts {
  return async (statements, options) => {
    const shown = statements.filter(({ cited }) => cited.length > 0);
    if (shown.length === 0) return [];
    const lines = shown.flatMap(({ text, cited }, i) => [
      `${i + 1}: ${onOneLine(text)}`,
      ...cited.map(({ wording }) => `  > ${onOneLine(wording)}`),
    ]);
    const filled = await prompt({
      sentinel: sentinelFor(lines),
      statements: lines.join('\n'),
      supported: SUPPORTED,
      unsupported: UNSUPPORTED,
    });
    const outcome = await ask(filled, { ...options, timeoutMs: TIMEOUT_MS });
    const said = outcome.failure === undefined ? outcome.text : '';
    return [...said.matchAll(VERDICT)].flatMap(([, number, verdict]) => {
      const statement = shown[Number(number) - 1];
      return statement === undefined ? [] : [{ ...statement, supported: verdict === SUPPORTED }];
    });
  };
}

/**
 * Goes by the verdict on this very statement with these very sentences. One on more sentences than
 * are left, or on the statement without the "Yes." before it or with the heading over it, can only
 * speak against it: otherwise `otherwise` judges. What can be looked up still is.
 */
export function verifyByVerdicts(
  judged: readonly JudgedStatement[],
  otherwise: VerifySentence,
): VerifySentence {
  return async (claim) => {
    const about = judged.filter((statement) => isAbout(claim, statement));
    const same = about.filter(({ text, cited }) => {
      return text === claim.text && cited.length === claim.cited.length;
    });
    const longest = Math.max(...about.map(({ text }) => text.length));
    const telling = same.length > 0 ? same : about.filter(({ text }) => text.length === longest);
    if (telling.some(({ supported }) => !supported)) return { supported: false, reason: 'meaning' };
    if (same.length === 0) return otherwise(claim);
    const fault = lookUp(claim.text, { cited: claim.cited, sameLanguage: false });
    return fault === undefined
      ? { supported: true, by: claim.cited, read: true }
      : { supported: false, reason: fault };
  };
}

/**
 * Whether a claim says this, maybe with something before it or without its beginning, by these
 * sentences or some of them.
 */
function isAbout(claim: CitingClaim, { text, alone = text, cited }: JudgedStatement): boolean {
  const numbers = new Set(cited.map(({ number }) => number));
  return (
    [text, alone].some(
      (words) =>
        claim.text === words ||
        claim.text.endsWith(` ${words}`) ||
        words.endsWith(` ${claim.text}`),
    ) && claim.cited.every(({ number }) => numbers.has(number))
  );
}
