import type { AskChatModel } from '../../ports/chat-model.js';
import { onOneLine } from '../../prompting/on-one-line.js';
import { sentinelFor } from '../../prompting/sentinel.js';
import type { NumberedSentence } from '../numbered-evidence.js';
import { lookUp } from './look-up.js';
import type { VerifySentence } from './verify-sentence.js';

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
  readonly cited: readonly NumberedSentence[];
}

/** One short call for a whole reply: whether what each statement cites bears it out, by its text. */
export type AskForVerdicts = (
  statements: readonly CitingStatement[],
  signal: AbortSignal,
) => Promise<ReadonlyMap<string, boolean>>;

/**
 * Has a chat model judge the statements of a reply.
 * @returns nothing of those that it does not speak of, and of none where it fails
 */
export function askForVerdicts(ask: AskChatModel, prompt: VerifyPrompt): AskForVerdicts {
  return async (statements, signal) => {
    const shown = statements.filter(({ cited }) => cited.length > 0);
    if (shown.length === 0) return new Map();
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
    const outcome = await ask(filled, { timeoutMs: TIMEOUT_MS, signal });
    const said = outcome.failure === undefined ? outcome.text : '';
    return new Map(
      [...said.matchAll(VERDICT)].flatMap(([, number, verdict]) => {
        const text = shown[Number(number) - 1]?.text;
        return text === undefined ? [] : [[text, verdict === SUPPORTED] as const];
      }),
    );
  };
}

/** Goes by the verdicts, and by `otherwise` where there is none; what can be looked up still is. */
export function verifyByVerdicts(
  verdicts: ReadonlyMap<string, boolean>,
  otherwise: VerifySentence,
): VerifySentence {
  return async (claim) => {
    // "Yes." stands before the statement that it was said with.
    const key = [...verdicts.keys()].find((text) => claim.text.endsWith(text));
    const verdict = key === undefined ? undefined : verdicts.get(key);
    if (verdict === undefined) return otherwise(claim);
    const fault = lookUp(claim.text, { cited: claim.cited, sameLanguage: false });
    if (fault !== undefined) return { supported: false, reason: fault };
    return verdict
      ? { supported: true, by: claim.cited, read: true }
      : { supported: false, reason: 'meaning' };
  };
}
