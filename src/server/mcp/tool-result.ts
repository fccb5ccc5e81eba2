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
  { onIncident }: Pick<McpService, 'onIncident'>,
): Promise<CallToolResult> {
  try {
    const { text, data } = await find();
    return { content: [{ type: 'text', text }], structuredContent: { ...data } };
  } catch (error) {
    const { problem, incidentId } = diagnose(error);
    if (incidentId !== undefined) onIncident(incidentId, error);
    const text = `${problem.title}. ${problem.detail}`;
    return { content: [{ type: 'text', text }], isError: true };
  }
}
