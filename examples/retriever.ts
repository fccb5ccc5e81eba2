/** Paragraphs for a chain of your own: any prompt, any model. */
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { RunnablePassthrough, RunnableSequence } from '@langchain/core/runnables';
import { FakeListChatModel } from '@langchain/core/utils/testing';
import { openRetriever } from 'declaration-chat';

const retriever = await openRetriever({ corpus: 'corpus', index: 'index' });
const prompt = ChatPromptTemplate.fromTemplate('Answer from:\n{context}\n\nQuestion: {question}');
// In the place of a model of yours, such as `new ChatOpenAI({ model: 'gpt-4.1-mini' })`.
const model = new FakeListChatModel({ responses: ['The Secretariat is in Beijing.'] });

const chain = RunnableSequence.from([
  {
    context: retriever.pipe((found) => found.map(({ pageContent }) => pageContent).join('\n')),
    question: new RunnablePassthrough<string>(),
  },
  prompt,
  model,
]);
console.log((await chain.invoke('Which city hosts the SCO Secretariat?')).text);
