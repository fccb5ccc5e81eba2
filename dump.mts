import { readFileSync, writeFileSync, existsSync, mkdirSync } from 'node:fs';
const R = process.argv[2]!; const corpus = process.argv[3]!; const out = process.argv[4]!; const idx = process.argv[5]!;
const kinds = process.argv.slice(6);
const { openFolders } = await import(R + '/src/composition/open-folders.ts');
const { answerQuestion } = await import(R + '/src/chat/answer-question.ts');
const { DEFAULT } = { DEFAULT: 0 };
const questions: any[] = [];
for (const k of kinds) for (const line of readFileSync(k, 'utf8').split('\n').filter(Boolean)) {
  const q = JSON.parse(line);
  if (q.question) questions.push({ messages: q.messages ?? [...(q.history ?? []), { role: 'user', content: q.question }], documents: q.documents });
  else if (q.turns) { const ms: any[] = []; for (const t of q.turns) { ms.push({ role: "user", content: t }); questions.push({ messages: [...ms] }); ms.push({ role: 'assistant', content: 'ok [1]' }); } }
}
const log = { debug() {}, info() {}, warn(m: string) { }, error(m: string) { console.error(m) } };
const deps = await openFolders({ corpus, index: idx, log });
const lines: string[] = [];
for (const q of questions) {
  if (!q.messages.at(-1).content) continue;
  for await (const e of answerQuestion(deps, q, { signal: new AbortController().signal }))
    if (e.type === 'answer' || e.type === 'passages') lines.push(JSON.stringify(e).replace(/"id":"[0-9a-f-]{36}"/, '"id":""'));
  lines.push('--- ' + q.messages.at(-1).content);
}
writeFileSync(out, lines.join('\n')); console.log(lines.length, 'lines');
process.exit(0);
