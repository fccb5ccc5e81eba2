import type { Paragraph } from '../../types.js';

const LINE = /[^\r\n]+/g;
const NUMBERED = /^(\d{1,3})\.\s+(?=\S)/;
const NUMBERED_HEADING = /^\d{1,3}(?:\.\d{1,3})*\.?\s+\S.{0,118}$/u;

function isHeading(line: string, expected: number): boolean {
  if (/[.;:,!?]$/.test(line)) return false;
  if (NUMBERED_HEADING.test(line)) {
    const number = NUMBERED.exec(line);
    return number === null || line === line.toUpperCase() || Number(number[1]) !== expected;
  }
  return /^\p{Lu}/u.test(line) && line.length <= 200 && /^(?:\S*[\p{Lu}“]\S*|\S{1,3})(?:\s(?:\S*[\p{Lu}“]\S*|\S{1,3}))*$/u.test(line) && !/\d/.test(line);
}

/** Divides a text into paragraphs. First form: one line is one paragraph. */
export function readStructure(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const numbered = /^\d{1,3}\.\s/m.test(text);
  let last = 0;
  let unnumbered = 0;
  let section: readonly string[] = [];
  const add = (start: number, end: number): void => {
    const words = text.slice(start, end);
    const marker = NUMBERED.exec(words);
    const glued = marker === null ? -1 : words.search(new RegExp(`(?<=\\p{L}\\.)(?:${last + 2}|${last + 3})\\. \\p{Lu}`, 'u'));
    const cut = glued < 0 ? end : start + glued;
    if (marker === null) unnumbered += 1;
    else {
      last = Number(marker[1]);
      unnumbered = 0;
    }
    const label = marker !== null ? String(last) : !numbered ? `p${unnumbered}` : last === 0 ? `preamble-${unnumbered}` : `${last}-${unnumbered + 1}`;
    paragraphs.push({ label, section, start, end: cut, text: text.slice(start, cut), bodyStart: start + (marker?.[0].length ?? 0) });
    if (cut < end) add(cut, end);
  };
  for (const match of text.matchAll(LINE)) {
    const line = match[0].trim();
    if (line === '') continue;
    const start = match.index + match[0].indexOf(line);
    if (isHeading(line, last + 1)) section = /^\d+\.\d/.test(line) ? [...section.slice(0, 1), line] : [line];
    else add(start, start + line.length);
  }
  return paragraphs;
}
