/** Who speaks, as front ends write conversations down: OpenAI's roles and their short forms. */
const ASKED = /^(?:user|human):[ \t]*(\S.*)$/imu;
const REPLIED = /^(?:assistant|ai):/imu;
const MAX_CHARACTERS = 200;

/**
 * Front ends have whoever answers also name conversations, tag them and propose how to go on: in
 * one message, the conversation written down among instructions. Nothing in it is asked of the
 * texts. It comes to the first question, which is a name for who takes what comes; who looks for
 * JSON finds none, and goes by its own.
 * @param text the only message there is
 * @returns `undefined` where no conversation stands in it
 */
export function questionOfConversation(text: string): string | undefined {
  const asked = ASKED.exec(text);
  if (asked === null || !REPLIED.test(text.slice(asked.index))) return undefined;
  return (asked[1] ?? '').slice(0, MAX_CHARACTERS).toWellFormed().trim();
}
