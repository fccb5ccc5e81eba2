/** The texts as a tool of an agent's graph. */
import { AIMessage, HumanMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { END, MessagesAnnotation, START, StateGraph } from '@langchain/langgraph';
import { ToolNode } from '@langchain/langgraph/prebuilt';
import { createDeclarationChain } from 'declaration-chat';
import { z } from 'zod';

const chain = await createDeclarationChain({ corpus: 'corpus', index: 'index' });

const askTexts = tool(
  async ({ question }) => {
    const { answer, citations } = await chain.invoke(question);
    return [answer, ...citations.map(({ number, url }) => `[${number}] ${url}`)].join('\n');
  },
  {
    name: 'ask_texts',
    description: 'Answers a question from the declarations, with numbered citations.',
    schema: z.object({ question: z.string() }),
  },
);

// In the place of a model of yours: `await model.bindTools([askTexts]).invoke(messages)`.
const callTool = ({ messages }: typeof MessagesAnnotation.State): { messages: AIMessage[] } => ({
  messages: [
    new AIMessage({
      content: '',
      tool_calls: [{ id: '1', name: askTexts.name, args: { question: messages.at(-1)?.text } }],
    }),
  ],
});

const graph = new StateGraph(MessagesAnnotation)
  .addNode('agent', callTool)
  .addNode('tools', new ToolNode([askTexts]))
  .addEdge(START, 'agent')
  .addEdge('agent', 'tools')
  .addEdge('tools', END)
  .compile();

const question = new HumanMessage('Which city hosts the SCO Secretariat?');
const { messages } = await graph.invoke({ messages: [question] });
console.log(messages.at(-1)?.text);
