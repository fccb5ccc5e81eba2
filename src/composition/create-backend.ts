import type { AnswerDependencies } from '../chat/answer-dependencies.js';
import { answerQuestion } from '../chat/answer-question.js';
import { searchParagraphs } from '../chat/search-paragraphs.js';
import { suggestQuestions } from '../chat/suggest-questions.js';
import type { ChatBackend } from '../server/dependencies.js';

/** As many as a home page shows at a glance. */
const EXAMPLE_QUESTIONS = 6;

/** What the server offers, made of what answers questions. */
export function createBackend(dependencies: AnswerDependencies): ChatBackend {
  const { index, retriever } = dependencies;
  const byId = new Map(index.documents.map((document) => [document.id, document]));
  return {
    answer: (inquiry, options) => answerQuestion(dependencies, inquiry, options),
    search: (inquiry, options) => searchParagraphs(retriever, inquiry, options),
    documents: { list: () => index.documents, get: (id) => byId.get(id) },
    exampleQuestions: suggestQuestions(index, EXAMPLE_QUESTIONS),
  };
}
