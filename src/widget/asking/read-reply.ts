import type {
  ChatEvent,
  ChatReply,
  Citation,
  NearestPassage,
  ScoredPassage,
} from '../../protocol.js';

type Fields = Readonly<Record<string, unknown>>;

/** What came over the wire, or lay in storage, holds what it must to be shown. */
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

/** An event of the stream by its name; `undefined` where it is none that is known, or not whole. */
export function toChatEvent(event: string, data: unknown): ChatEvent | undefined {
  if (event === 'answer') return isReply(data) ? { type: 'answer', reply: data } : undefined;
  if (event === 'citation') {
    return isCitation(data) ? { type: 'citation', citation: data } : undefined;
  }
  if (!isObject(data)) return undefined;
  const { text, query, passages } = data;
  if (event === 'delta' && typeof text === 'string') return { type: 'delta', text };
  if (event === 'passages' && typeof query === 'string' && isListOf(isPassage, passages)) {
    return { type: 'passages', query, passages };
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
  return isParagraph(value) && Number.isInteger(value.number) && isQuoted(value);
}

function isQuoted({ quote, start, end }: Fields): boolean {
  return isText(quote) && Number.isInteger(start) && Number.isInteger(end);
}

function isNearest(value: unknown): value is NearestPassage {
  return isParagraph(value) && isQuoted(value);
}

function isPassage(value: unknown): value is ScoredPassage {
  return isParagraph(value);
}

function isParagraph(value: unknown): value is Fields {
  return (
    isObject(value) &&
    [value.documentId, value.documentTitle, value.paragraph, value.text, value.url].every(isText) &&
    isListOf(isText, value.section) &&
    (value.page === undefined || isText(value.page))
  );
}
