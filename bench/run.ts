import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { benchAnswering } from './answering.js';
import { benchIngestion } from './ingestion.js';
import { describeMachine } from './machine.js';
import { benchReplies } from './replies.js';

const RESULTS = fileURLToPath(new URL('results/', import.meta.url));

const machine = describeMachine();
console.log(
  `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}, ${machine.system}`,
);
const replies = await benchReplies();
console.log('\nSentences of chat models about the texts that ship, and what becomes of them');
console.table(replies.rows);
console.log(`One sentence: p50 ${replies.ms.p50} ms, p99 ${replies.ms.p99} ms`);
if (process.argv.includes('replies')) {
  for (const { kind, language, text } of replies.wrong) {
    console.log(`wrongly judged: ${language} ${kind}: ${text}`);
  }
  process.exit();
}
const answering = await benchAnswering();
console.log('\nQuestions of POST /api/chat, beside a bare Express JSON echo in the same run');
console.table(answering.rows);
const ingestion = await benchIngestion();
console.log(
  '\nFolder of texts to saved index, beside LangChain alone with the same embedding model',
);
console.table(ingestion.rows);
const { rows, ms } = replies;
const results = {
  measuredAt: new Date().toISOString(),
  machine,
  replies: { rows, ms },
  answering,
  ingestion,
};
await mkdir(RESULTS, { recursive: true });
await writeFile(`${RESULTS}latest.json`, `${JSON.stringify(results, undefined, 2)}\n`);
console.log(`\nWritten to ${RESULTS}latest.json`);
