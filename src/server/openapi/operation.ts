import type { z } from 'zod';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly description: string;
  readonly required?: true;
  readonly example: string;
}

/** What an address replies, by its media type; undefined where that is bytes or words. */
export type Content = Readonly<Record<string, z.ZodType | undefined>>;

/** One thing that can be asked of the server over HTTP. */
export interface Operation {
  readonly method: 'get' | 'post';
  /** With its parameters in braces. */
  readonly path: string;
  readonly tag: 'Answers' | 'Texts' | 'OpenAI' | 'Model Context Protocol' | 'Operation';
  /** Unique among all operations; the name of a generated client's function. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly request?: { readonly schema: z.ZodType; readonly example: unknown };
  /** Nothing (204) where it is empty. */
  readonly reply: Content;
  /** What the `data` of server-sent events holds, where the reply may come as these. */
  readonly eventData?: z.ZodType;
  /** In whose shape errors come; problem documents unless said. */
  readonly errors?: 'openai';
  /** Whose token may be asked for. */
  readonly token?: 'api' | 'admin';
}
