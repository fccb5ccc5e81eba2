import type { Span } from '../../types.js';
import { abbreviationOf, beginsSentences } from './abbreviations.js';
import { protectedOffsets } from './protected-offsets.js';
import { alternatives } from '../any-of.js';
import { rulesOf } from '../languages.js';
import { PART_WORDS } from '../part-names.js';
import { endOf } from '../end-of.js';

/**
 * Stops with what closes after them, then white space or the end; CJK stops need none; a blank line
 * ends everything.
 */
const CANDIDATE = new RegExp(
  [
    String.raw`(?<![.!?…؟।])[.!?…؟।]+["”’»)\]*_]*(?=\s|$)`,
    String.raw`[。！？]+["”’»）」』]*`,
    // A blank that was lost: "…of States.The…".
    String.raw`(?<=\p{Ll}{3})[.!?](?=\p{Lu}\p{Ll}{2})`,
    String.raw`\n[^\S\n]*(?=\n)`,
  ].join('|'),
  'gu',
);
/** What a sentence may begin with. Letters without case may, small letters may not. */
const BEGINNING = /^["“‘«„'([*_¿¡]*[\p{Lu}\p{Lt}\p{Lo}]/u;
const LIST_MARKER = /^(?:[-–—*•▪◦·]\s|\(?(?:\d{1,3}|[a-z]{1,4}|[A-Z])[.)]\s)/u;
/** `22.`, `(a) 5.10.`, `IX.`, `Article 5.`: the number of what follows, not a sentence. */
const NUMBER_ONLY = new RegExp(
  String.raw`^[\s*_#>•–—-]*(?:(?:${PART_WORDS})\s+)?(?:§\s*)?` +
    String.raw`(?:\(?(?:\d{1,4}(?:\.\d{1,3})*|[ivxlc]{1,6}|[a-z])(?:\.\)?|\))["”*_]*\s*){1,3}$`,
  'iu',
);
/** By their first letters, since they are abbreviated in many ways. */
const MONTH_BEGINNINGS = alternatives(
  rulesOf('calendar').flatMap(({ months }) => months.map((month) => month.slice(0, 3))),
);
const MONTH = new RegExp(String.raw`^(?:${MONTH_BEGINNINGS})\p{L}*\b`, 'iu');
/** Long enough for any abbreviation and any number. */
const LOOK_BEHIND = 40;
const LOOK_AHEAD = 60;

/** The stop after the given words ends a sentence, as far as the word before it tells. */
function stopEnds(before: string, after: string): boolean {
  if (/(?:^|[:;,(]\s*)\d{1,3}$/u.test(before)) return false;
  if (/\d$/.test(before)) {
    return !/^\d/.test(after) && !(/(?:^|\D)[0-3]?\d$/u.test(before) && MONTH.test(after));
  }
  // A document's symbol that has lost its form: "A/41/PV. 8".
  if (/^\d/.test(after) && /(?:^|[^\p{L}])\p{Lu}{2,}$/u.test(before)) return false;
  const word = endOf(before, /[\p{L}.]/u).replace(/^\.+/, '');
  switch (abbreviationOf(word)) {
    case 'before-word':
      return false;
    case 'before-number':
      return !/^[("“]?(?:\d|[IVXLC]+\b|§)/u.test(after);
    case 'either':
      return beginsSentences(/^["“‘(*_]*([\p{L}]+)/u.exec(after)?.[1] ?? '');
    case undefined:
      return true;
  }
}

/** A sentence ends at `end`, the offset after a stop and what closes after it. */
function ends(text: string, stop: RegExpExecArray, sentence: number): boolean {
  const end = stop.index + stop[0].length;
  const gap = /^\s*/.exec(text.slice(end, end + LOOK_AHEAD))?.[0] ?? '';
  const after = text.slice(end + gap.length, end + gap.length + LOOK_AHEAD);
  if (gap.includes('\n') && LIST_MARKER.test(after) && !/^\d/.test(text.charAt(stop.index - 1))) {
    return !isNumberOnly(text, sentence, end);
  }
  if (/^(?:…|\.{2,3})(?!\.)/.test(stop[0])) return false;
  if (!BEGINNING.test(after) && !/^["“‘(]*\d/u.test(after)) return false;
  if (isNumberOnly(text, sentence, end)) return false;
  if (!/^\./.test(stop[0])) return true;
  return stopEnds(text.slice(Math.max(sentence, stop.index - LOOK_BEHIND), stop.index), after);
}

function isNumberOnly(text: string, sentence: number, end: number): boolean {
  return end - sentence <= LOOK_BEHIND && NUMBER_ONLY.test(text.slice(sentence, end));
}

/**
 * The sentences of a text: trimmed, in order, together covering every character that is not white
 * space. Offsets are relative to `text`. Where it is doubtful whether a sentence ends, it does not:
 * abbreviations, initials, numbers of paragraphs, stops within quoted titles and brackets, items of
 * lists and ellipses divide nothing.
 */
export function splitSentences(text: string): readonly Span[] {
  const spans: Span[] = [];
  const offsets = protectedOffsets(text);
  let start = 0;
  const push = (end: number): void => {
    const words = text.slice(start, end);
    const trimmed = words.trim();
    if (trimmed !== '') {
      const from = start + words.length - words.trimStart().length;
      spans.push({ start: from, end: from + trimmed.length });
    }
    start = end;
  };
  for (const match of text.matchAll(CANDIDATE)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith('\n')) push(end);
    else if (
      end < text.length &&
      offsets[end] === 0 &&
      (/^[。！？]/u.test(match[0]) || ends(text, match, start))
    ) {
      push(end);
    }
  }
  push(text.length);
  return spans;
}
