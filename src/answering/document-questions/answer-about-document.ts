import type { WholeDocumentIntent } from '../../language/rules/whole-document-rules.js';
import type { QuestionEncoder } from '../../ports/encoder.js';
import { splitQuestion } from '../../retrieval/query/split-question.js';
import type { Retrieval } from '../../retrieval/retriever.js';
import type { IndexedParagraph, SearchIndex } from '../../ports/search-index.js';
import type { Inquiry } from '../../types.js';
import type { AnswerDecision } from '../abstention/answer-decision.js';
import { isCourtesy } from '../questions/question-aim.js';
import { excerptsAt, type Excerpt } from '../quoting/excerpt.js';
import type { PickedExcerpts } from '../quoting/pick-excerpts.js';
import type { PlacedSentence } from '../quoting/sentence.js';
import { WHOLE_DOCUMENT } from '../settings.js';
import { aboutSentences } from './about-sentences.js';
import { adoptionSentence } from './adoption-sentence.js';
import { askedDocuments } from './asked-documents.js';
import { createIntentReader, type ReadIntent } from './document-intent.js';
import { lengthOf, partsOf } from './outline.js';
import { createPartiesFinder, type FindParties } from './parties-sentence.js';

/** What a question about a text as a whole is answered with. */
export interface DocumentAnswer {
  readonly picked: PickedExcerpts;
  readonly decision: AnswerDecision;
}

/** Undefined where a question asks for something in the texts, as most do, or they do not say. */
export type AnswerAboutDocument = (
  inquiry: Inquiry,
  retrieval: Retrieval,
) => Promise<DocumentAnswer | undefined>;

const DECISION: AnswerDecision = {
  answerable: true,
  reason: 'whole-document',
  probability: 1,
  minProbability: 0,
  minUnsureProbability: 0,
  features: [],
};

/** What a text is about, when, where and by whom it was made: from its opening, parts and date. */
export function createDocumentAnswers({
  index,
  embeddings,
}: {
  readonly index: SearchIndex;
  readonly embeddings: QuestionEncoder;
}): AnswerAboutDocument {
  const readIntent = createIntentReader({ index, embeddings });
  const findParties = createPartiesFinder(embeddings);
  return async (inquiry, retrieval) => {
    const intents = await intentsOf(retrieval, readIntent);
    if (intents.length === 0) return undefined;
    const documents = askedDocuments(index, inquiry, retrieval);
    const maxWords = WHOLE_DOCUMENT.maxWords / Math.max(1, documents.length);
    const { language } = retrieval;
    const excerpts: Excerpt[] = [];
    const chosen: PlacedSentence[] = [];
    for (const document of documents) {
      const paragraphs = await index.paragraphsOf(document.id);
      const asked = { paragraphs, maxWords, findParties };
      const sentences: PlacedSentence[] = [];
      for (const intent of intents) {
        if (intent === 'parts') excerpts.push(...partsOf(paragraphs));
        else if (intent === 'length') excerpts.push(...lengthOf(paragraphs, language));
        else sentences.push(...(await sentencesFor(intent, asked)));
      }
      excerpts.push(...toExcerpts(sentences));
      chosen.push(...sentences);
    }
    return excerpts.length === 0
      ? undefined
      : { picked: toPicked(excerpts, chosen), decision: DECISION };
  };
}

/** One for each thing asked; none where any of them is of another kind. */
async function intentsOf(
  { question, language, reference, steps }: Retrieval,
  readIntent: ReadIntent,
): Promise<WholeDocumentIntent[]> {
  if (reference !== 'none' || steps.plan.targets.phrases.length > 0 || isCourtesy(question)) {
    return [];
  }
  const read = (text: string): Promise<WholeDocumentIntent | undefined> =>
    readIntent({ question: text, language });
  // In parts first: one of them alone may be near enough to pass for the whole.
  const parts = splitQuestion(question, { minWords: WHOLE_DOCUMENT.minPartWords });
  const intents = await Promise.all(parts.map(read));
  if (!intents.includes(undefined)) return [...new Set(intents.flatMap((each) => each ?? []))];
  const whole = parts.length > 1 ? await read(question) : undefined;
  return whole === undefined ? [] : [whole];
}

interface Asked {
  /** All of a text. */
  readonly paragraphs: readonly IndexedParagraph[];
  readonly maxWords: number;
  readonly findParties: FindParties;
}

async function sentencesFor(
  intent: Exclude<WholeDocumentIntent, 'parts' | 'length'>,
  { paragraphs, maxWords, findParties }: Asked,
): Promise<PlacedSentence[]> {
  switch (intent) {
    case 'about':
      return aboutSentences(paragraphs, maxWords);
    case 'parties':
      return present(await findParties(paragraphs));
    default:
      return present(adoptionSentence(paragraphs, intent));
  }
}

function present(sentence: PlacedSentence | undefined): PlacedSentence[] {
  return sentence === undefined ? [] : [sentence];
}

/** Sentences in the order in which they were chosen, those of one paragraph together. */
function toExcerpts(chosen: readonly PlacedSentence[]): Excerpt[] {
  const places = new Map<IndexedParagraph, Set<number>>();
  for (const { paragraph, place } of chosen) {
    places.set(paragraph, (places.get(paragraph) ?? new Set()).add(place));
  }
  return [...places].flatMap(([paragraph, of]) => excerptsAt(paragraph, of));
}

function toPicked(excerpts: readonly Excerpt[], chosen: readonly PlacedSentence[]): PickedExcerpts {
  return {
    excerpts,
    candidates: [],
    chosen: chosen.map((sentence) => ({ ...sentence, because: 'whole-document' as const })),
  };
}
