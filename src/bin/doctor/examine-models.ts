import { askChatModel } from '../../adapters/chat-model/ask-chat-model.js';
import { loadChatModel } from '../../adapters/chat-model/load-chat-model.js';
import { loadModels } from '../composition-root.js';
import { right, wrong, type Examination } from './finding.js';

const QUESTION = 'Who shall protect rivers?';
const PASSAGE = ['The Parties shall protect rivers.'];
/** A small model on a processor may still have to be loaded. */
const CHAT_TIMEOUT_MS = 30_000;

export const LOCAL_MODELS: Examination = {
  what: 'Models',
  examine: async (config) => {
    const models = await loadModels(config);
    try {
      await models.ready();
      const began = performance.now();
      const { length } = await models.encoder.embedQuery(QUESTION);
      const took = Math.round(performance.now() - began);
      const reader = await models.openReader();
      const [reading] = await reader.read(QUESTION, [PASSAGE]);
      return [
        right(`${config.embeddingModel} embeds, ${length} dimensions; a question took ${took} ms.`),
        reading !== undefined && reading.passage > 0
          ? right('The reader reads.')
          : wrong(
              'The reader does not know an answer when it sees one.',
              'Its files may be damaged: install the package again.',
            ),
      ];
    } finally {
      models.close();
    }
  },
};

export const CHAT_MODEL: Examination = {
  what: 'Chat model',
  examine: async ({ chat }) => {
    if (chat === undefined) return [right('None is set: answers are the texts’ own sentences.')];
    const model = await loadChatModel({ ...chat, maxRetries: 0 });
    const began = performance.now();
    const outcome = await askChatModel(model, 'Reply with the one word: yes', {
      timeoutMs: CHAT_TIMEOUT_MS,
    });
    const took = Math.round(performance.now() - began);
    return [
      outcome.failure !== undefined
        ? wrong(outcome.failure.message, 'Until it answers, answers are the texts’ own sentences.')
        : right(`${chat.model} replied after ${took} ms.`),
    ];
  },
};
