import { basename } from 'node:path/posix';
import { readSourceFile } from '../adapters/corpus/source-files.js';
import type { AnswerDependencies } from '../chat/answer-dependencies.js';
import { answerQuestion } from '../chat/answer-question.js';
import type { Verdict } from '../chat/answer-trace.js';
import { raceAbort } from '../concurrency/race-abort.js';
import { Visitors } from './visitors.js';
import { searchParagraphs } from '../chat/search-paragraphs.js';
import { CheckedQuestions } from '../chat/suggestions/checked-questions.js';
import { publicQuestions } from '../chat/suggestions/public-questions.js';
import { sectionQuestions } from '../chat/suggestions/section-questions.js';
import { startingQuestions } from '../chat/suggestions/starting-questions.js';
import type { ListedDocument, SearchIndex } from '../ports/search-index.js';
import type { ChatBackend, DocumentLibrary, SourceLibrary } from '../server/dependencies.js';
import type { Document } from '../types.js';
import type { Answering } from './open-answering.js';
import { textEmbedder } from './text-embedder.js';

/** As many as a home page shows at a glance. */
const STARTING_QUESTIONS = 6;
/** As many are looked at: some may turn out to be refused. */
const CANDIDATES = 12;

/** How long whoever wants suggestions waits until they have been asked, in milliseconds. */
const CHECKING_MS = 5_000;
/** Questions to go on with that are asked ahead: some minutes of one processor that is idle. */
const CHECKED_AHEAD = 1_000;

export interface BackendOptions {
  /** Until it aborts, what may be suggested is asked ahead while nobody asks; only then where given. */
  readonly checkAhead?: AbortSignal | undefined;
  /** Folder of the texts, where the files themselves are to be served. */
  readonly sourcesDir?: string | undefined;
  /** Is told how each question came out. */
  readonly onVerdict?: ((verdict: Verdict) => void) | undefined;
}

/** What the server offers, made of what answers questions. */
export function createBackend(
  dependencies: AnswerDependencies & Partial<Pick<Answering, 'encoder'>>,
  { sourcesDir, onVerdict, checkAhead }: BackendOptions = {},
): ChatBackend {
  const { index, retriever, encoder } = dependencies;
  const byId = new Map(index.documents.map((document) => [document.id, document]));
  const documents: DocumentLibrary = {
    list: () => index.documents,
    has: (id) => byId.has(id),
    get: async (id) => (await index.paragraphsOf(id))[0]?.document,
  };
  const visitors = new Visitors();
  const checked = new CheckedQuestions(async (question) => {
    await visitors.gone();
    return isAnswered(dependencies, question);
  }, visitors.quiet.bind(visitors));
  const offering = { ...dependencies, mayOffer: checked.mayOffer.bind(checked) };
  if (checkAhead !== undefined) {
    // Texts that cannot be read now are asked of when somebody wants to know.
    void checked.checkAhead(askedAhead(index), checkAhead).catch(() => undefined);
  }
  return {
    answer: (inquiry, options) =>
      visitors.during(answerQuestion(offering, inquiry, { ...options, onVerdict })),
    search: (inquiry, options) => searchParagraphs(retriever, inquiry, options),
    documents,
    ...(encoder === undefined ? {} : { embedder: textEmbedder(encoder) }),
    ...(sourcesDir === undefined ? {} : { sources: sourceLibrary(sourcesDir, byId) }),
    suggest: async (documents) => {
      const within = documents && new Set(documents);
      const candidates = await startingQuestions(index, { count: CANDIDATES, within });
      await raceAbort(checked.check(candidates), AbortSignal.timeout(CHECKING_MS)).catch(
        () => undefined,
      );
      const answered = candidates.filter((question) => checked.isAnswered(question));
      return answered.slice(0, STARTING_QUESTIONS);
    },
  };
}

/** What may be suggested, the likeliest first; each is made when it is wanted. */
async function* askedAhead(index: SearchIndex): AsyncGenerator<string, void, void> {
  let left = CHECKED_AHEAD;
  for await (const question of suggestible(index)) {
    if (left-- <= 0) return;
    yield question;
  }
}

async function* suggestible(index: SearchIndex): AsyncGenerator<string, void, void> {
  yield* await startingQuestions(index, { count: CANDIDATES });
  for (const { id } of index.documents) {
    const paragraphs = await index.paragraphsOf(id);
    for (const paragraph of paragraphs) yield* publicQuestions(index, paragraph);
  }
  for (const { id } of index.documents) yield* sectionQuestions(await index.paragraphsOf(id));
}

/** Whether the texts' own sentences answer a question; no chat model is asked. */
async function isAnswered(dependencies: AnswerDependencies, question: string): Promise<boolean> {
  const { signal } = new AbortController();
  const messages = [{ role: 'user', content: question } as const];
  const extractive = { ...dependencies, generate: undefined, log: undefined };
  for await (const event of answerQuestion(extractive, { messages }, { signal })) {
    if (event.type === 'answer') return event.reply.answered;
  }
  return false;
}

function sourceLibrary(
  folder: string,
  documents: ReadonlyMap<string, ListedDocument>,
): SourceLibrary {
  const fileOf = ({ id }: Pick<Document, 'id'>): string | undefined => documents.get(id)?.file;
  return {
    has: (document) => fileOf(document) !== undefined,
    read: async (document) => {
      const file = fileOf(document);
      const bytes = file === undefined ? undefined : await readSourceFile(folder, file);
      return file === undefined || bytes === undefined
        ? undefined
        : { bytes, name: basename(file) };
    },
  };
}
