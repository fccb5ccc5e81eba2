// Parts by name, all unless one is named: npm run bench -- answering
import { loadavg } from 'node:os';
import { benchAnswering } from './answering.js';
import { benchIngestion } from './ingestion.js';
import { describeMachine } from './machine.js';
import { benchReplies } from './replies.js';
import { readResults, saveResults } from './save-results.js';

const PARTS: Readonly<Record<string, () => Promise<object>>> = {
  replies: async () => {
    const { rows, ms, wrong } = await benchReplies();
    console.log('\nSentences of chat models about the texts that ship, and what becomes of them');
    console.table(rows);
    console.log(`One sentence: p50 ${ms.p50} ms, p99 ${ms.p99} ms`);
    if (named.includes('replies')) {
      for (const { kind, language, text } of wrong) {
        console.log(`wrongly judged: ${language} ${kind}: ${text}`);
      }
    }
    return { rows, ms };
  },
  answering: async () => {
    const answering = await benchAnswering();
    console.log('\nQuestions of POST /api/chat, beside a bare Express JSON echo in the same run');
    console.table(answering.rows);
    return answering;
  },
  ingestion: async () => {
    const ingestion = await benchIngestion();
    console.log(
      '\nFolder of texts to saved index, beside LangChain alone with the same embedding model',
    );
    console.table(ingestion.rows);
    return ingestion;
  },
};

const named = process.argv.slice(2);
const machine = describeMachine();
console.log(
  `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}, ${machine.system}`,
);
const results = { ...((await readResults('latest')) as object | undefined) };
for (const [name, measure] of Object.entries(PARTS)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const [load = NaN] = loadavg();
  const measured = { measuredAt: new Date().toISOString(), machine: { ...machine, load } };
  Object.assign(results, { [name]: { ...measured, ...(await measure()) } });
}
await saveResults('latest', results);
process.exit();
