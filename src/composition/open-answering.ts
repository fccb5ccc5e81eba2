import { readPrompt } from '../adapters/prompt-file.js';
import { createDecider } from '../answering/abstention/decide-answerable.js';
import { createDocumentAnswers } from '../answering/document-questions/answer-about-document.js';
import type { AnswerDependencies } from '../chat/answer-dependencies.js';
import { createRemarkReader } from '../chat/remarks/read-remark.js';
import type { Encoder } from '../ports/encoder.js';
import { DeclarationRetriever } from '../retrieval/retriever.js';
import type { Components } from './components.js';
import { loadCondenser } from './condenser.js';
import { loadGenerator } from './generator.js';
import { openIndex } from './index-place.js';
import {
  observedClaimReader,
  observedEncoder,
  observedMatcher,
  observedReader,
} from './observed-models.js';
import { spellingFor } from './spelling-for.js';

/** What questions are answered with, and the encoder for other uses. */
export interface Answering extends AnswerDependencies {
  readonly encoder: Encoder;
}

/**
 * Opens the index and everything that answers questions from it.
 * @throws DeclarationChatError `index-missing`, `index-corrupt`, `index-mismatch`,
 *   `database-unavailable`, `invalid-configuration`
 */
export async function openAnswering(components: Components): Promise<Answering> {
  const { encoder, promptsDir, chatModels } = components;
  const stages = components.observer?.stages;
  const embeddings = observedEncoder(stages, encoder);
  const claimReader = observedClaimReader(stages, components.claimReader);
  const index = await openIndex(components, components);
  const abstention = await readPrompt(promptsDir, 'abstention', ['documents']);
  const closestWords = await readPrompt(promptsDir, 'closest-words', ['documents']);
  const nothingFound = await readPrompt(promptsDir, 'nothing-found', ['documents', 'languages']);
  const retriever = new DeclarationRetriever({
    index,
    embeddings,
    reader: observedReader(stages, components.reader),
    spelling: await spellingFor(index, encoder, components.reader),
    condense: chatModels && (await loadCondenser(chatModels, components)),
    stages,
  });
  const parts = { index, embeddings };
  return {
    index,
    encoder,
    retriever,
    decide: createDecider(observedMatcher(stages, encoder)),
    aboutDocument: createDocumentAnswers(parts),
    readRemark: createRemarkReader(parts),
    abstention: (titles) => abstention({ documents: titles.join('; ') }),
    unsure: (titles) => closestWords({ documents: titles.join('; ') }),
    nothingFound: (titles, languages) =>
      nothingFound({
        documents: titles.join('; '),
        languages: languages.map(nameOfLanguage).join(', '),
      }),
    generate:
      chatModels && (await loadGenerator(chatModels, components, { ...parts, claimReader })),
    log: components.log,
    stages,
  };
}

/** `English` for `en`; the tag itself where there is no name for it. */
function nameOfLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
