import type { GetPromptResult, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

/** Common tasks, worded for a model that has the tools of this server. */
export function registerPrompts(server: McpServer): void {
  server.registerPrompt(
    'cited_answer',
    {
      title: 'Answer with citations',
      description: 'Answers a question from the texts alone, each sentence with its source.',
      argsSchema: z.object({ question: z.string().describe('What you want to know.') }),
    },
    ({ question }) =>
      told(
        `Answer this question from the texts alone: ${question}\n\n` +
          'Call `ask` with it. Keep the markers of its answer and list their sources below, each ' +
          'with title, paragraph and address. Where `answered` is false, say that the texts do ' +
          'not answer, and show what came nearest as that.',
      ),
  );
  server.registerPrompt(
    'compare_documents',
    {
      title: 'Compare texts on a topic',
      description: 'What two or more texts say on one topic, side by side.',
      argsSchema: z.object({
        topic: z.string().describe('Such as “the budget”.'),
        documents: z.string().describe('Ids of the texts, with commas between.'),
      }),
    },
    ({ topic, documents }) =>
      told(
        `Compare what these texts say about ${topic}: ${documents}.\n\n` +
          'Call `search` once for each text, with its id alone in `documents`. Quote what differs ' +
          'and what is the same in a table, each cell with its paragraph and address; say of a ' +
          'text that it is silent where nothing in it bears on the topic.',
      ),
  );
  server.registerPrompt(
    'outline_document',
    {
      title: 'Outline a text',
      description: 'What a text is about and how it is built, each point with its paragraph.',
      argsSchema: z.object({ document: z.string().describe('Id of the text.') }),
    },
    ({ document }) =>
      told(
        `Outline the text ${document}.\n\n` +
          'Call `ask` for what it is about and for its parts, with its id in `documents`, and ' +
          '`read_paragraph` where you need the wording. Name the paragraph of each point.',
      ),
  );
}

function told(text: string): GetPromptResult {
  return { messages: [{ role: 'user', content: { type: 'text', text } }] };
}
