import { rulesOf } from '../language/languages.js';
import type { PromptWords } from '../language/rules/prompt-words.js';

const [first] = rulesOf('prompts');
if (first === undefined) throw new Error('No language has words for prompts.');

/** In the language of the prompts that ship: the first that has such words. */
export const PROMPT_WORDS: PromptWords = first;
