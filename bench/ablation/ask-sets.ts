import { probabilityAnswerable } from '../../src/answering/abstention/answerability-model.js';
import { ANSWERABILITY_MODELS } from '../../src/answering/abstention/answerability-weights.js';
import { loadConfig } from '../../src/bin/config/load-config.js';
import { readCorpusDocuments } from '../../src/composition/read-corpus-documents.js';
import {
  askTexts,
  type AskedQuestion,
  type Outcome,
} from '../../training/answerability/ask-texts.js';
import { readExcerpts } from '../../training/answerability/judged-excerpts.js';
import { readQuestions } from '../../training/answerability/read-questions.js';
import { openRememberedModels } from '../../training/answerability/remembered-models.js';
import type { AskedOutcome } from './outcome.js';

/**
 * What becomes of the judged questions on the texts that ship, of those in other languages, and, where
 * a file of them is given, of those on excerpts that no model was trained on.
 */
export async function askSets(excerptsFile: string | undefined): Promise<AskedOutcome[]> {
  const config = loadConfig(process.env);
  const models = await openRememberedModels(config);
  const outcomes: AskedOutcome[] = [];
  const { documents } = await readCorpusDocuments(config.corpusDir);
  const ask = await askTexts(documents, models, { reading: true });
  for (const [set, file] of [
    ['judged', 'test/judged/questions.jsonl'],
    ['foreign', 'training/answerability/foreign.jsonl'],
  ] as const) {
    for (const question of readQuestions(file)) outcomes.push(judged(set, await ask(question)));
  }
  const excerpts = excerptsFile === undefined ? [] : readExcerpts(excerptsFile);
  for (const { document, questions, heldOut } of excerpts) {
    if (!heldOut) continue;
    const askExcerpt = await askTexts([document], models, { reading: true });
    for (const { question, style, answerable, gold } of questions) {
      const asked: AskedQuestion = {
        messages: [{ role: 'user', content: question }],
        kind: style,
        answerable,
        gold,
      };
      outcomes.push(judged('excerpts', await askExcerpt(asked)));
    }
  }
  return outcomes;
}

function judged(set: AskedOutcome['set'], outcome: Outcome): AskedOutcome {
  const { answerable, gold, rank, shown, words, features, foreign, plain } = outcome;
  const model = ANSWERABILITY_MODELS[foreign ? 'foreign' : 'read'].matched;
  const answered = plain || probabilityAnswerable(model, features) >= model.minProbability;
  return {
    set,
    answerable,
    answered,
    first: gold.length > 0 ? rank === 1 : undefined,
    shown: gold.length > 0 ? shown : undefined,
    words,
  };
}
