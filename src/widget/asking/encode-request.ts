export interface Message {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

export interface ChatRequest {
  readonly messages: readonly Message[];
  /** Empty for all. */
  readonly documents: readonly string[];
  /** The question is searched for as it stands, whatever was said before. */
  readonly asTyped?: boolean;
}

/** Taken while the script loads, before the page's later scripts can put another in its place. */
const { stringify } = JSON;

/**
 * The body of a request. Only strings are left to `JSON.stringify`: pages with old libraries have a
 * `toJSON` on arrays and objects that writes them another way.
 */
export function encodeRequest({ messages, documents, asTyped = false }: ChatRequest): string {
  const list = (items: readonly string[]): string => `[${items.join(',')}]`;
  const said = messages.map(
    ({ role, content }) => `{"role":${stringify(role)},"content":${stringify(content)}}`,
  );
  const within =
    documents.length === 0 ? '' : `,"documents":${list(documents.map((id) => stringify(id)))}`;
  const typed = asTyped ? ',"asTyped":true' : '';
  return `{"messages":${list(said)}${within}${typed},"stream":true}`;
}
