import { readFeedback } from '../adapters/feedback/feedback-file.js';
import { DeclarationChatError } from '../errors.js';
import type { Config } from './config/config.js';
import { printJson } from './json-output.js';
import { renderFeedback } from './render-feedback.js';

export interface FeedbackOptions {
  readonly json: boolean;
}

/** Prints what the server has kept for its operator. */
export async function printFeedback(
  { feedbackFile }: Config,
  { json }: FeedbackOptions,
): Promise<void> {
  if (feedbackFile === undefined) {
    throw new DeclarationChatError(
      'invalid-arguments',
      'Nothing is kept: set FEEDBACK_FILE to a file and start the server again. See .env.example.',
    );
  }
  const entries = await readFeedback(feedbackFile);
  if (json) printJson(entries);
  else console.log(renderFeedback(entries));
}
