import type { ChatEvent, ChatReply, Citation, NearestPassage, ScoredPassage } from '../protocol.js';

type Fields = Readonly<Record<string, unknown>>;

/** What came over the wire, or lay in storage, holds what a reply must. */
export function isReply(value: unknown): value is ChatReply {
  if (!isObject(value)) return false;
  const {
    answer,
    answered,
    mode,
    query,
    citations,
    nearest,
    suggestions = [],
    notice = '',
    sides = [],
  } = value;
  return (
    [answer, mode, query, notice].every(isText) &&
    isListOf(isCitation, citations) &&
    isListOf(isText, suggestions) &&
    isListOf(isObject, sides) &&
    (answered === true || (answered === false && isListOf(isNearest, nearest)))
  );
}

/**
 * An event of the stream by its name; `undefined` where it is none that is known, as a later server
 * may send, or not whole.
 */
export function toChatEvent(event: string, data: unknown): ChatEvent | undefined {
  if (event === 'answer') return isReply(data) ? { type: event, reply: data } : undefined;
  if (event === 'citation') return isCitation(data) ? { type: event, citation: data } : undefined;
  if (!isObject(data)) return undefined;
  const { text, query, passages } = data;
  if (event === 'delta' && isText(text)) return { type: event, text };
  if (event === 'passages' && isText(query) && isListOf(isPassage, passages)) {
    return { type: event, query, passages };
  }
  return undefined;
}

export function isListOf<Item>(
  isItem: (value: unknown) => value is Item,
  value: unknown,
): value is readonly Item[] {
  return Array.isArray(value) && value.every(isItem);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isCitation(value: unknown): value is Citation {
  return isNearest(value) && 'number' in value && Number.isInteger(value.number);
}

function isNearest(value: unknown): value is NearestPassage {
  if (!isPassage(value)) return false;
  const { quote, start, end } = value as Partial<NearestPassage>;
  return isText(quote) && Number.isInteger(start) && Number.isInteger(end);
}

function isPassage(value: unknown): value is ScoredPassage {
  if (!isObject(value)) return false;
  const { documentId, documentTitle, paragraph, text, url, section, page = '' } = value;
  return (
    [documentId, documentTitle, paragraph, text, url, page].every(isText) &&
    isListOf(isText, section)
  );
}
