import type { ChatReply } from '../../protocol.js';
import type { ViewContext } from '../view/context.js';
import { lateIcon } from './late-icon.js';
import { latePhrasesOf } from './late-phrases-of.js';
import { copyText } from './copy-text.js';
import { copiedAnswer } from './formats/copied-answer.js';
import { questionAddress } from './formats/question-address.js';

/** What a button that copies needs to do it and to say so. */
interface Copying {
  readonly button: HTMLElement;
  readonly context: ViewContext;
}

/** Puts an answer with its sources on the clipboard. */
export async function copyAnswer(reply: ChatReply, copying: Copying): Promise<void> {
  const { server, strings } = copying.context;
  await copy(copiedAnswer(reply, { server: server(), strings }), copying);
}

/** Puts an address on the clipboard that asks the question anew, of whoever opens it. */
export async function copyLink(question: string, copying: Copying): Promise<void> {
  await copy(questionAddress(copying.context.server(), question), copying);
}

async function copy(text: string, { button, context }: Copying): Promise<void> {
  const phrases = latePhrasesOf(context.wording);
  const isDone = await copyText(text, button);
  const said = isDone ? phrases.copied : phrases.notCopied;
  button.replaceChildren(...(isDone ? [lateIcon('done')] : []), said);
  context.actions.announce(said);
}
