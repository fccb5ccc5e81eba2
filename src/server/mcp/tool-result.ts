import type { CallToolResult } from '@modelcontextprotocol/server';
import { diagnose } from '../problem.js';
import type { McpService } from './mcp-service.js';

/** What a tool found: the same as text for a model, and as data for a program. */
export interface ToolFinding {
  readonly text: string;
  readonly data: object;
}

/** A finding as its result, and a failure as one that tells the model what to do about it. */
export async function toolResult(
  find: () => ToolFinding | Promise<ToolFinding>,
  { onIncident, signal }: Pick<McpService, 'onIncident'> & { readonly signal?: AbortSignal },
): Promise<CallToolResult> {
  try {
    const { text, data } = await find();
    return { content: [{ type: 'text', text }], structuredContent: { ...data } };
  } catch (error) {
    const { problem, incidentId } = diagnose(error);
    // Who has left, or does not want it any more, made it fail.
    if (incidentId !== undefined && signal?.aborted !== true) onIncident(incidentId, error);
    const text = `${problem.title}. ${problem.detail}`;
    return { content: [{ type: 'text', text }], isError: true };
  }
}
