/**
 * Measures how near the tokens of questions and of what would be quoted for them are to each other by
 * an embedding model, and prints what is kept as `token-cosines.json` in its folder:
 *
 * npx tsx training/answerability/token-cosines.ts --excerpts EXCERPTS.jsonl.gz [--model FOLDER]
 *
 * Asked are the excerpts that no model was trained on, their own questions and some that have nothing
 * to do with them; what is quoted is found by the model that ships.
 */
import { parseArgs } from 'node:util';
import type { TokenCosines } from '../../src/adapters/encoder/token-cosines.js';
import { TransformersEncoder } from '../../src/adapters/encoder/transformers-encoder.js';
import { loadConfig } from '../../src/bin/config/load-config.js';
import { SHIPPED_MODEL } from '../../src/composition/shipped-files.js';
import { normalizeForSearch } from '../../src/language/normalize.js';
import { askTexts } from './ask-texts.js';
import { offTopicQuestions, questionsOf } from './gather-rows.js';
import { readExcerpts } from './judged-excerpts.js';
import { openRememberedModels } from './remembered-models.js';

const { values: options } = parseArgs({
  options: { excerpts: { type: 'string' }, model: { type: 'string', default: SHIPPED_MODEL } },
});
if (options.excerpts === undefined) throw new Error('Name the file of excerpts: --excerpts FILE');
const config = loadConfig(process.env);
const models = await openRememberedModels(config);
const measured = await TransformersEncoder.load({
  model: options.model,
  modelsDirectory: config.modelsDir,
});
const excerpts = readExcerpts(options.excerpts).filter(({ heldOut }) => heldOut);
const offTopic = offTopicQuestions();
const all: TokenCosines[] = [];
for (const [place, excerpt] of excerpts.entries()) {
  const ask = await askTexts([excerpt.document], models, { reading: true });
  const ofNothing = offTopic.filter((_, i) => i % excerpts.length === place);
  for (const question of [...questionsOf(excerpt), ...ofNothing]) {
    const { quoted } = await ask(question);
    const asked = question.messages.at(-1)?.content ?? '';
    const cosines = await measured.tokenCosines(
      normalizeForSearch(asked),
      normalizeForSearch(quoted),
    );
    if (cosines !== undefined) all.push(cosines);
  }
  console.error(`${place + 1} of ${excerpts.length} excerpts`);
}

const names = ['question', 'text', 'nearest', 'farthest'] as const;
console.log(
  JSON.stringify(
    Object.fromEntries(names.map((name) => [name, figureOf(all.map((one) => one[name]))])),
    undefined,
    2,
  ),
);

function figureOf(values: readonly number[]): {
  readonly mean: number;
  readonly deviation: number;
} {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const rounded = (value: number): number => Number(value.toFixed(3));
  return { mean: rounded(mean), deviation: rounded(Math.sqrt(squares / values.length)) };
}
