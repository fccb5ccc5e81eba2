import type { ChatMessage, Inquiry } from '../src/types.js';

/** A question with the judgement of what a right answer to it needs. */
export interface JudgedQuestion {
  readonly id: string;
  /**
   * What sort of question it is: `factoid`, `paraphrase`, `followup`, `adversarial` … Any word will
   * do.
   */
  readonly kind: string;
  readonly question: string;
  /** Earlier turns of the conversation. */
  readonly history: readonly ChatMessage[];
  /** Whether the texts answer it. */
  readonly answerable: boolean;
  /**
   * Verbatim words of the source; a passage that holds one is right. At least one where answerable.
   */
  readonly goldQuotes: readonly string[];
  /** Whether one of the quotes is enough or every one is needed. */
  readonly goldMode: 'any' | 'all';
  /** Where the quotes stand, for people to read: `dushanbe-2021#22`. */
  readonly goldParagraphs: readonly string[];
  /** Facts that the answer must hold, each as the wordings that are accepted. */
  readonly answerContains: readonly (readonly string[])[];
}

export function inquiryOf({ history, question }: JudgedQuestion): Inquiry {
  return { messages: [...history, { role: 'user', content: question }] };
}
