import { createDeclarationChain } from 'declaration-chat/chat';

const chat = await createDeclarationChain({ corpus: 'corpus', index: 'index' });

const question = { role: 'user', content: 'Which city hosts the SCO Secretariat?' };
const reply = await chat.invoke([question]);
console.log(reply.answer);
for (const { number, documentTitle, paragraph, quote } of reply.citations) {
  console.log(`[${number}] ${documentTitle}, ${paragraph}: “${quote}”`);
}

const followUp = [
  question,
  { role: 'assistant', content: reply.answer },
  { role: 'user', content: 'And the anti-terrorist structure?' },
];
for await (const { answer = '' } of await chat.stream(followUp)) process.stdout.write(answer);
