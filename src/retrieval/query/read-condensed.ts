import { terms, words } from '../../language/tokenize.js';
import { withoutThinking } from '../../prompting/without-thinking.js';
import { MAX_CONDENSED_CHARACTERS, MIN_SHARE_OF_SAID } from '../settings.js';
import { leansOnEarlier } from './follow-up.js';
import { retrievalRules } from './retrieval-rules.js';

const LABELS = retrievalRules('condensing').map(({ label }) => label);
const QUOTED = /^(["'`“‘«])(.+)["'`”’»]$/u;

/**
 * The standalone question in what a model wrote. Undefined where it says nothing that the last
 * question does not say itself, and where it is suspicious: empty, several lines, over
 * {@link MAX_CONDENSED_CHARACTERS} long, mostly words that nobody has said, a number that nobody has
 * said, or, where the last question shows no sign of leaning, without all of its words.
 */
export function readCondensed(
  text: string,
  { question, earlier }: { readonly question: string; readonly earlier: readonly string[] },
): string | undefined {
  const condensed = bare(text);
  if (
    condensed === '' ||
    condensed.length > MAX_CONDENSED_CHARACTERS ||
    /[\r\n\u2028\u2029]/u.test(condensed) ||
    sameWords(condensed, question)
  ) {
    return undefined;
  }
  const found = terms(condensed);
  const said = [question, ...earlier].join('\n');
  const [saidTerms, saidWords] = [new Set(terms(said)), new Set(words(said))];
  if (
    found.filter((term) => saidTerms.has(term)).length < MIN_SHARE_OF_SAID * found.length ||
    found.length === 0
  ) {
    return undefined;
  }
  if (words(condensed).some((word) => /\p{N}/u.test(word) && !saidWords.has(word))) {
    return undefined;
  }
  if (!leansOnEarlier(question) && !terms(question).every((term) => found.includes(term))) {
    return undefined;
  }
  return condensed;
}

/** Without what models like to put around an answer, and without what cannot be seen. */
function bare(text: string): string {
  const visible = withoutThinking(text)
    .toWellFormed()
    .trim()
    .replace(/(?![\r\n])[\p{Cc}\p{Cf}]/gu, '');
  return LABELS.reduce((rest, label) => rest.replace(label, ''), visible)
    .replace(QUOTED, '$2')
    .trim();
}

function sameWords(a: string, b: string): boolean {
  return words(a).join(' ') === words(b).join(' ');
}
