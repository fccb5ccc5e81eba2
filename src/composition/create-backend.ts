import { answerQuestion, searchParagraphs } from '../chat/answer-question.js';
import { suggestQuestions } from '../chat/suggest-questions.js';
import type { ChatBackend } from '../server/dependencies.js';
import type { Engine } from './composition-root.js';

const EXAMPLE_QUESTIONS = 6;

/** What the server offers, made of what answers questions. */
export function createBackend(engine: Engine): ChatBackend {
  const byId = new Map(engine.index.documents.map((document) => [document.id, document]));
  return {
    answer: (inquiry, options) => answerQuestion(engine, inquiry, options),
    search: (inquiry, options) => searchParagraphs(engine.retriever, inquiry, options),
    documents: { list: () => engine.index.documents, get: (id) => byId.get(id) },
    exampleQuestions: suggestQuestions(engine.index, EXAMPLE_QUESTIONS),
  };
}
