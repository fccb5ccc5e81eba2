import { answerQuestion, searchParagraphs } from '../answering/answer-question.js';
import { createApp } from '../server/create-app.js';
import type { ChatBackend } from '../server/dependencies.js';
import { listen } from '../server/listen.js';
import type { Config } from './config.js';
import { ingestCorpus, loadEmbeddings, openEngine, type Engine } from './engine.js';

const EXAMPLE_QUESTION = 'How will the member states fight drug trafficking?';

/** Serves the chat endpoint and its pages; brings the index up to date first. Runs until it is told to stop. */
export async function serve(config: Config): Promise<void> {
  let backend: ChatBackend | undefined;
  const shutdown = new AbortController();
  const app = createApp({ backend: () => backend, shutdown: shutdown.signal });
  const server = await listen(app, { host: config.host, port: config.port, shutdown });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void server.close();
    });
  }
  try {
    const embeddings = await loadEmbeddings(config);
    const { manifest, embedded } = await ingestCorpus(config, embeddings);
    if (embedded.length > 0) console.log(`Indexed ${manifest.counts.paragraphs} paragraphs of ${manifest.counts.documents} documents.`);
    backend = createBackend(await openEngine(config, embeddings));
  } catch (error) {
    await server.close();
    throw error;
  }
  console.log(`Ready: ${server.url}\n\nTry:\n  curl -s ${server.url}/api/chat -H 'content-type: application/json' -d '{"question":"${EXAMPLE_QUESTION}"}'\n`);
}

function createBackend(engine: Engine): ChatBackend {
  const byId = new Map(engine.index.documents.map((document) => [document.id, document]));
  return {
    answer: (inquiry, options) => answerQuestion(engine, inquiry, options),
    search: (inquiry, options) => searchParagraphs(engine.retriever, inquiry, options),
    documents: { list: () => engine.index.documents, get: (id) => byId.get(id) },
    exampleQuestions: [EXAMPLE_QUESTION],
  };
}
