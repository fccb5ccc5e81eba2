import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PromptTemplate } from '@langchain/core/prompts';
import { DeclarationChatError } from '../errors.js';

/**
 * Reads `NAME.md` of the prompts folder. Its slots, `{like_this}`, must be the ones asked for; they
 * are filled in one pass, so that braces in what is filled in stay what they are.
 * @throws DeclarationChatError `invalid-configuration`
 */
export async function readPrompt<Slot extends string>(
  directory: string,
  name: string,
  slots: readonly Slot[],
): Promise<(values: Record<Slot, string>) => Promise<string>> {
  const path = join(directory, `${name}.md`);
  const fail = (what: string, cause?: unknown): DeclarationChatError =>
    new DeclarationChatError(
      'invalid-configuration',
      `${path} ${what}. Its slots are ${slots.map((slot) => `{${slot}}`).join(', ')}.`,
      { cause },
    );
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw fail('cannot be read', cause);
  });
  const template = parse(text.trim(), fail);
  const unknown = template.inputVariables.filter(
    (variable) => !slots.some((slot) => slot === variable),
  );
  if (unknown.length > 0) throw fail(`has the unknown slot {${unknown.join('}, {')}}`);
  const missing = slots.filter((slot) => !template.inputVariables.includes(slot));
  if (missing.length > 0) throw fail(`lacks the slot {${missing.join('}, {')}}`);
  return (values) => template.format(values);
}

function parse(
  text: string,
  fail: (what: string, cause: unknown) => DeclarationChatError,
): PromptTemplate {
  try {
    return PromptTemplate.fromTemplate(text);
  } catch (cause) {
    throw fail('has a brace that is not part of a slot', cause);
  }
}
