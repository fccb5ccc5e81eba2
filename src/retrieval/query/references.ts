import { isRomanNumeral } from '../../documents/structure/numerals.js';
import { MAX_REFERENCES, REFERENCE_LOOK_AHEAD } from '../settings.js';
import { retrievalRules } from './retrieval-rules.js';

/** A place in the texts that a question names by its number. */
export interface Reference {
  readonly kind: 'paragraph' | 'section';
  readonly label: string;
}

const RULES = retrievalRules('references');
const alternatives = (of: 'paragraph' | 'section' | 'numberSign' | 'range' | 'conjunction') =>
  RULES.map((rules) => rules[of]).join('|');

/** `26.3(a)`, `IX.1`. */
const LABEL = String.raw`\d+(?:\.\d+)*(?:\([a-z0-9]+\))*|[IVXLC]+(?:\.\d+)*(?:\([a-z0-9]+\))*`;
const NUMBERED = String.raw`\s*(?:(?:${alternatives('numberSign')})\s*)?(${LABEL})(?![\w.]*\w)`;
const PARAGRAPH = new RegExp(
  String.raw`(?:(?<!\w)(?:${alternatives('paragraph')})|§)${NUMBERED}`,
  'giu',
);
const SECTION = new RegExp(String.raw`(?<!\w)(?:${alternatives('section')})${NUMBERED}`, 'giu');
/** "45 to 48", "5, 6 and 7": what follows the first number. */
const NEXT_LABEL = new RegExp(
  String.raw`^\s*(?:(?<range>-|–|${alternatives('range')})` +
    String.raw`|,|&|(?:, )?(?:${alternatives('conjunction')}))\s*(?<label>\d+)(?![\w.]*\w)`,
  'iu',
);
/** "I" is a number only where it cannot be who asks: "article I?", "part I of the treaty". */
const WORD_LIKE = RULES.flatMap(({ wordLikeNumeral }) =>
  wordLikeNumeral === undefined
    ? []
    : [
        {
          numeral: wordLikeNumeral.numeral,
          isNumber: new RegExp(
            String.raw`^(?:$|[\s]*[?.,;:)]|\s+(?:${wordLikeNumeral.before})\b)`,
            'iu',
          ),
        },
      ],
);

/**
 * "paragraph 22", "article 26.3", "§ 5", "paragraphs 45 to 48", "what does section 5.9 say", in the
 * order in which they are named, at most {@link MAX_REFERENCES}.
 */
export function referencesIn(question: string): Reference[] {
  const found = (
    kind: Reference['kind'],
    pattern: RegExp,
  ): (Reference & { readonly at: number })[] =>
    [...question.matchAll(pattern)]
      .map((match) => {
        const end = match.index + match[0].length;
        const rest = question.slice(end, end + REFERENCE_LOOK_AHEAD);
        return { kind, label: match[1] ?? '', at: match.index, rest };
      })
      .filter(({ label, rest }) => /^\d/u.test(label) || isRoman(label, rest))
      .flatMap((first) =>
        [first.label, ...labelsAfter(first)].map((label) => ({ ...first, label })),
      );
  const inOrder = [...found('paragraph', PARAGRAPH), ...found('section', SECTION)].sort(
    (a, b) => a.at - b.at,
  );
  const distinct = new Map(inOrder.map(({ kind, label }) => [`${kind} ${label}`, { kind, label }]));
  return [...distinct.values()].slice(0, MAX_REFERENCES);
}

/** The question without the places that it names. */
export function withoutReferences(question: string): string {
  return question.replace(PARAGRAPH, ' ').replace(SECTION, ' ');
}

function labelsAfter({ label, rest }: { readonly label: string; readonly rest: string }): string[] {
  const labels: string[] = [];
  let last = label;
  let tail = rest;
  for (
    let match = NEXT_LABEL.exec(tail);
    match?.groups && labels.length < MAX_REFERENCES;
    match = NEXT_LABEL.exec(tail)
  ) {
    const { range, label: next = '' } = match.groups;
    const from = range !== undefined && /^\d+$/u.test(last) ? Number(last) + 1 : Number(next);
    for (let number = from; number <= Number(next) && labels.length < MAX_REFERENCES; number++) {
      labels.push(String(number));
    }
    last = next;
    tail = tail.slice(match[0].length);
  }
  return labels;
}

/** Of one letter only as a capital: "part x" may be anything. Never in mixed case: Xi is a name. */
function isRoman(label: string, rest: string): boolean {
  const [numeral = ''] = label.split(/[.(]/u);
  return (
    isRomanNumeral(numeral) &&
    (numeral.length > 1 || numeral === numeral.toUpperCase()) &&
    WORD_LIKE.every((word) => word.numeral !== numeral || word.isNumber.test(rest))
  );
}
