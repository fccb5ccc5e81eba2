import type { PromptWords } from '../rules/prompt-words.js';

export const PROMPT_WORDS: PromptWords = {
  visitor: 'Visitor',
  service: 'Service',
  nothingBefore: 'Nothing was said before.',
  text: 'Text',
  paragraph: 'paragraph',
  noHeadings: 'none',
};
