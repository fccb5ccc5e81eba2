import { basename } from 'node:path/posix';
import { readSourceFile } from '../adapters/corpus/source-files.js';
import type { AnswerDependencies } from '../chat/answer-dependencies.js';
import { answerQuestion } from '../chat/answer-question.js';
import type { Verdict } from '../chat/answer-trace.js';
import { searchParagraphs } from '../chat/search-paragraphs.js';
import { suggestQuestions } from '../chat/suggest-questions.js';
import type { ChatBackend, SourceLibrary } from '../server/dependencies.js';
import type { Document, IndexedDocument } from '../types.js';

/** As many as a home page shows at a glance. */
const EXAMPLE_QUESTIONS = 6;

export interface BackendOptions {
  /** Folder of the texts, where the files themselves are to be served. */
  readonly sourcesDir?: string | undefined;
  /** Is told how each question came out. */
  readonly onVerdict?: ((verdict: Verdict) => void) | undefined;
}

/** What the server offers, made of what answers questions. */
export function createBackend(
  dependencies: AnswerDependencies,
  { sourcesDir, onVerdict }: BackendOptions = {},
): ChatBackend {
  const { index, retriever } = dependencies;
  const byId = new Map(index.documents.map((document) => [document.id, document]));
  return {
    answer: (inquiry, options) =>
      answerQuestion(dependencies, inquiry, {
        ...options,
        onTrace: ({ verdict }) => {
          onVerdict?.(verdict);
        },
      }),
    search: (inquiry, options) => searchParagraphs(retriever, inquiry, options),
    documents: { list: () => index.documents, get: (id) => byId.get(id) },
    ...(sourcesDir === undefined ? {} : { sources: sourceLibrary(sourcesDir, byId) }),
    exampleQuestions: suggestQuestions(index, EXAMPLE_QUESTIONS),
  };
}

function sourceLibrary(
  folder: string,
  documents: ReadonlyMap<string, IndexedDocument>,
): SourceLibrary {
  const fileOf = ({ id }: Document): string | undefined => documents.get(id)?.file;
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
