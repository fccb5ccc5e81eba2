/** The service as a step of a chain of your own. */
import { RunnableLambda } from '@langchain/core/runnables';
import { createDeclarationChain, type ChatReplyPart } from 'declaration-chat';

const chain = await createDeclarationChain({ corpus: 'corpus', index: 'index' });

const footnotes = RunnableLambda.from(({ answer = '', citations = [] }: ChatReplyPart) =>
  [answer, ...citations.map(({ number, quote, url }) => `[${number}] “${quote}” ${url}`)].join(
    '\n',
  ),
);
console.log(await chain.pipe(footnotes).invoke('Which city hosts the SCO Secretariat?'));
