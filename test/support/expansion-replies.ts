import type { ProviderRequest, Reply } from './openai-provider.js';
import { says } from './openai-replies.js';

/** The paragraph that a request to write questions is about. */
export function paragraphIn({ prompt }: Pick<ProviderRequest, 'prompt'>): string {
  const enclosed = /^(TEXT-[0-9a-f]{16})\n(.*?)\n\1$/msu.exec(prompt)?.[2] ?? '';
  return enclosed.slice(enclosed.indexOf('\n\n') + 2);
}

/**
 * Questions that a faithful model might write for a paragraph: six, each with the first words of
 * it.
 */
export function questionsFor(paragraph: string): {
  readonly questions: readonly string[];
  readonly words: string;
} {
  const topic = paragraph
    .replace(/^\d+\.\s+/u, '')
    .split(' ')
    .slice(0, 4)
    .join(' ');
  const openings = [
    'Who says',
    'Why does it say',
    'Where is it written',
    'Is it true',
    'Since when is it so',
    'What follows from it',
  ];
  return {
    questions: openings.map((opening) => `${opening} that ${topic}?`),
    words: `everyday word for ${topic}, another one`,
  };
}

/** As a faithful model replies to a request to write questions. */
export const writesQuestions: Reply = (request, response) =>
  says(JSON.stringify(questionsFor(paragraphIn(request))))(request, response);
