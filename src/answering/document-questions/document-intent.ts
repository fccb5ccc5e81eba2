import {
  WHOLE_DOCUMENT_INTENTS,
  type WholeDocumentIntent,
  type WholeDocumentRules,
} from '../../language/rules/whole-document-rules.js';
import { cosine } from '../../ranking/cosine.js';
import type { QuestionForm } from '../../language/rules/answer-question-rules.js';
import { normalizeForSearch } from '../../language/normalize.js';
import { words } from '../../language/tokenize.js';
import type { QuestionEncoder } from '../../ports/encoder.js';
import { withoutDocumentNames } from '../../retrieval/query/named-documents.js';
import type { SearchIndex } from '../../ports/search-index.js';
import { asksTheService } from '../questions/question-aim.js';
import { questionForm } from '../questions/question-form.js';
import { WHOLE_DOCUMENT, type Nearness } from '../settings.js';
import { knownTexts, type KnownTexts } from './known-texts.js';
import { lazyPrototypes } from './prototype-vectors.js';
import { prototypeTerms, questionWords, type QuestionWords } from './unexplained-words.js';
import { wholeDocumentRulesFor } from './whole-document-rules.js';

export interface AskedQuestion {
  readonly question: string;
  /** BCP 47 tag of its language. */
  readonly language: string;
}

/** What a question asks of a text as a whole; undefined for most questions. */
export type ReadIntent = (asked: AskedQuestion) => Promise<WholeDocumentIntent | undefined>;

/** What of such a question may be the matter, and how near it must then be to a prototype. */
interface Reading extends Nearness {
  readonly intents: readonly WholeDocumentIntent[];
}

/** An acronym or a number: it asks for something of that name. */
const NAMES_SOMETHING = /\p{Lu}{2,}|\p{N}/u;
/** "Who?" alone asks nothing of a text. */
const FEWEST_WORDS = 3;

/**
 * By the words first, which cost nothing: in a language with rules, what a question about a text
 * as a whole says is nearly all known. Then by the nearest prototype, which has to be near enough
 * and not far behind the nearest ordinary question.
 */
export function createIntentReader({
  index,
  embeddings,
}: {
  readonly index: Pick<SearchIndex, 'documents' | 'vocabulary'>;
  readonly embeddings: QuestionEncoder;
}): ReadIntent {
  const prototypes = lazyPrototypes(embeddings);
  const texts = knownTexts(index);
  return async (asked) => {
    const bare = withoutDocumentNames(asked.question, index.documents);
    const rules = wholeDocumentRulesFor(asked.language);
    const reading =
      rules === undefined ? readOther(asked) : readKnown(asked, { bare, rules, texts });
    const text = normalizeForSearch(bare);
    if (reading === undefined || !embeddings.understands(text)) return undefined;
    const { intents, ordinary } = await prototypes();
    const vector = await embeddings.embedQuery(text);
    const [best] = reading.intents
      .map((intent) => ({ intent, similarity: nearest(intents[intent], vector) }))
      .sort((a, b) => b.similarity - a.similarity);
    if (best === undefined) return undefined;
    const margin = best.similarity - nearest(ordinary, vector);
    const isNear =
      best.similarity >= reading.minSimilarity &&
      margin >= reading.minMargin &&
      best.similarity + margin >= reading.minSum;
    return isNear ? best.intent : undefined;
  };
}

function readOther({ question }: AskedQuestion): Reading | undefined {
  return NAMES_SOMETHING.test(question)
    ? undefined
    : { intents: WHOLE_DOCUMENT_INTENTS, ...WHOLE_DOCUMENT.otherLanguage };
}

/** In a language with rules. */
interface KnownQuestion {
  /** The question without the names of documents. */
  readonly bare: string;
  readonly rules: WholeDocumentRules;
  readonly texts: KnownTexts;
}

function readKnown(
  { question }: AskedQuestion,
  { bare, rules, texts }: KnownQuestion,
): Reading | undefined {
  const known = questionWords(bare, rules, texts);
  const { asking, namesText, unexplained, asksOfContent } = known;
  if (asksOfContent || unexplained.length > WHOLE_DOCUMENT.maxUnexplained) return undefined;
  if (asking.size === 0 && !namesText && words(bare).length < FEWEST_WORDS) return undefined;
  const intents = intentsOf(formOf(question), known, rules);
  if (unexplained.length === 0) return { intents, ...WHOLE_DOCUMENT.explained };
  return namesOne(bare, unexplained) ? undefined : { intents, ...WHOLE_DOCUMENT.unexplained };
}

/** "Can you summarise it?" asks for the summary. */
function formOf(question: string): QuestionForm {
  const form = questionForm(question);
  return form === 'yes-no' && asksTheService(question) ? 'what' : form;
}

/** What the form of a question lets it ask; the model hears "when" and "who" little. */
function intentsOf(
  form: QuestionForm,
  { asking }: QuestionWords,
  rules: WholeDocumentRules,
): WholeDocumentIntent[] {
  const asksFor = (intent: WholeDocumentIntent): boolean => {
    const own = prototypeTerms(rules, [intent]);
    return [...asking].some((term) => own.has(term));
  };
  const only = (['parts', 'length'] as const).find((intent) => isOnlyOf(intent, asking, rules));
  switch (form) {
    case 'when':
      return only === 'length' ? [only] : ['date'];
    case 'how-many':
      return ['length'];
    case 'how':
      return only === 'parts' ? [only] : [];
    case 'where':
      return ['place'];
    case 'who':
      return ['parties'];
    case 'what':
      if (only !== undefined) return [only];
      return WHOLE_DOCUMENT_INTENTS.filter((intent) => intent === 'about' || asksFor(intent));
    default:
      return [];
  }
}

/** Whether a word of the question is one of this intent's prototypes, and of no other's. */
function isOnlyOf(
  intent: WholeDocumentIntent,
  asking: ReadonlySet<string>,
  rules: WholeDocumentRules,
): boolean {
  const own = prototypeTerms(rules, [intent]);
  const others = prototypeTerms(
    rules,
    WHOLE_DOCUMENT_INTENTS.filter((other) => other !== intent),
  );
  return [...asking].some((term) => own.has(term) && !others.has(term));
}

/** Whether one of the words is written as a name or a number. */
function namesOne(question: string, some: readonly string[]): boolean {
  const written = question.match(/[\p{L}\p{N}'’]+/gu) ?? [];
  return written.some(
    (word, i) =>
      ((i > 0 && /^\p{Lu}/u.test(word)) || /\p{N}/u.test(word)) &&
      words(word).some((part) => some.includes(part)),
  );
}

function nearest(vectors: readonly (readonly number[])[], vector: readonly number[]): number {
  return vectors.reduce((most, each) => Math.max(most, cosine(each, vector)), -1);
}
