import { terms } from '../../language/tokenize.js';
import type { Span } from '../../types.js';
import { ANSWER_RULES } from '../answer-rules.js';
import { expectedKind, isAdded } from '../questions/expected-kind.js';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const NEXT_WORD = /^[^\p{L}\p{N}]{0,3}\p{L}{1,40}/u;

/**
 * What in a quote decides that it answers the question: the date, number or name that is asked for,
 * else the words that both have. Spans of the quote in order, apart from each other; none where
 * nothing can be told, as between languages.
 */
export function decidingWords(
  quote: string,
  { question, language }: { readonly question: string; readonly language: string },
): Span[] {
  const kind = expectedKind(question);
  // One character for another, so that every one keeps its place.
  const line = quote.replace(/\s/gu, ' ');
  const things =
    kind === undefined
      ? []
      : ANSWER_RULES.flatMap(({ holds }) => [...line.matchAll(holds[kind])]).filter(([thing]) =>
          isAdded(thing, { kind, question }),
        );
  const asked = new Set(terms(question));
  const isAsked = (text: string): boolean => terms(text, language).some((term) => asked.has(term));
  if (things.length > 0) {
    // "How many countries?": of "300 participants from 26 countries" the latter.
    const counted = things.filter(({ 0: thing, index }) =>
      isAsked(NEXT_WORD.exec(line.slice(index + thing.length))?.[0] ?? ''),
    );
    return joined(line, (counted.length > 0 ? counted : things).map(spanOf));
  }
  const shared = [...line.matchAll(WORD)].filter(([word]) => isAsked(word));
  return joined(line, shared.map(spanOf));
}

function spanOf({ 0: found, index }: RegExpExecArray): Span {
  return { start: index, end: index + found.length };
}

/** Those that overlap, or have nothing but blanks between them, are one. */
function joined(line: string, spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last !== undefined && line.slice(last.end, span.start).trim() === '') {
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else apart.push(span);
  }
  return apart;
}
