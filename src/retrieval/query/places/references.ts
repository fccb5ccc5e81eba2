import { alternatives } from '../../../language/any-of.js';
import { rulesOf } from '../../../language/languages.js';
import { MAX_REFERENCES } from '../../settings.js';
import { mentionsIn, type Mention } from './mention.js';
import { CONJUNCTION, OF, RANGE } from './number-frame.js';
import { numbersBefore } from './numbers-before.js';
import type { PlaceStep, Reference } from './reference.js';

const DETERMINERS = alternatives(rulesOf('parts').flatMap(({ determiners = [] }) => determiners));
/**
 * Between two steps to one place: ", " of "article 5, paragraph 2", ", the " of "article 5, the last
 * paragraph", " of " of "item a of rule 3".
 */
const BETWEEN = new RegExp(
  String.raw`^(?:[\s,;:،、]*(?<of>(?:${OF})[\s]*)?|\s*,\s*(?:${DETERMINERS})\s+)[«“"(]?$`,
  'iu',
);
/** Of two of one name: "paragraph 2 and paragraph 3", of whatever they are of. */
const BESIDE = new RegExp(String.raw`^\s*(?:[,、]|,?\s*(?:${CONJUNCTION}))\s*$`, 'iu');
/** Of two of one name: "articles 5 to article 7". */
const THROUGH = new RegExp(String.raw`^\s*(?:${RANGE})\s*$`, 'iu');

/**
 * "article 26(3)", "section 1.3 of article 2", "paragraphs 45 to 48", in the order in which they are
 * named, at most {@link MAX_REFERENCES}.
 */
export function referencesIn(question: string): Reference[] {
  const distinct = new Map<string, Reference>();
  for (const { start, end, lists } of grouped(question)) {
    const words = question.slice(start, end).trim();
    for (const steps of combinations(lists.map((list) => list.map(inPreamble)))) {
      const readings = readingsOf(steps);
      const sentence = steps.find(isSentence);
      const key = JSON.stringify([readings, sentence]);
      const { spans = [] } = distinct.get(key) ?? {};
      const sure = steps.filter(({ loose }) => loose === undefined);
      distinct.set(key, {
        spans: [...spans, { start, end }],
        words,
        readings,
        ...(sentence === undefined ? {} : { sentence }),
        ...(sure.length < steps.length ? { else: sure } : {}),
      });
    }
  }
  return [...distinct.values()].slice(0, MAX_REFERENCES);
}

/** The question without the places that it names. */
export function withoutReferences(question: string, references: readonly Reference[]): string {
  // Of "paragraphs 2 and 3" each is a place, at the same words.
  const spans = new Map(
    references.flatMap((reference) => reference.spans.map(({ start, end }) => [start, end])),
  );
  return [...spans]
    .sort(([a], [b]) => b - a)
    .reduce((rest, [start, end]) => `${rest.slice(0, start)} ${rest.slice(end)}`, question);
}

interface Group {
  /** Offsets in the question. */
  readonly start: number;
  readonly end: number;
  readonly last: Mention;
  /** Of each mention its steps, the outermost mention first as far as "of" tells. */
  readonly lists: readonly Mention['steps'][];
}

/** Mentions that stand together are steps to one place. */
function grouped(question: string): Group[] {
  const groups: Group[] = [];
  const named = mentionsIn(question);
  const mentions = [...named, ...numbersBefore(question, named)].sort((a, b) => a.start - b.start);
  const isOfNext = (i: number): boolean => {
    const [own, next] = [mentions[i], mentions[i + 1]];
    if (own === undefined || next === undefined || areAlike(own, next)) return false;
    const gap = question.slice(own.end, next.start);
    return BETWEEN.exec(gap)?.groups?.['of'] !== undefined;
  };
  for (const [i, mention] of mentions.entries()) {
    const { start, end, steps, within } = mention;
    const own = within === undefined ? [steps] : [[within], steps];
    const group = groups.at(-1);
    const gap = group === undefined ? '' : question.slice(group.end, start);
    const between = group && BETWEEN.exec(gap);
    const alike = group !== undefined && areAlike(group.last, mention);
    if (alike && THROUGH.test(gap)) {
      groups.splice(-1, 1, through(group, mention));
    } else if (alike && BESIDE.test(gap) && sharesPlace(group, isOfNext(i))) {
      groups.splice(-1, 1, beside(group, mention));
    } else if (group === undefined || !between || alike) {
      groups.push({ start, end, last: mention, lists: own });
    } else {
      const isOuter = between.groups?.['of'] !== undefined;
      const lists = isOuter ? [...own, ...group.lists] : [...group.lists, ...own];
      groups.splice(-1, 1, { start: group.start, end, last: mention, lists });
    }
  }
  return groups;
}

/** Both are in what was named before them, or in what is named behind. */
function sharesPlace({ last, lists }: Group, isOfNext: boolean): boolean {
  const isInner = lists.length > 1 && lists.at(-1) === last.steps;
  return isOfNext ? lists.length === 1 : isInner;
}

function beside(group: Group, mention: Mention): Group {
  const steps = [...group.last.steps, ...mention.steps];
  return {
    start: group.start,
    end: mention.end,
    last: { ...mention, steps },
    lists: [...group.lists.slice(0, -1), steps],
  };
}

/** From the last number of one to the first of the other. */
function through(group: Group, { end, steps: [first], ...mention }: Mention): Group {
  const lists = group.lists.map((list) => {
    const last = list.at(-1);
    return list !== group.last.steps || last === undefined || first?.number === undefined
      ? list
      : [...list.slice(0, -1), { ...last, through: first.number }];
  });
  return { start: group.start, end, last: { ...mention, end, steps: lists.at(-1) ?? [] }, lists };
}

/** Two of one name are two places, however near: "article 5, article 7". */
function areAlike(a: Mention, b: Mention): boolean {
  return a.steps[0]?.names.join() === b.steps[0]?.names.join();
}

/** A recital is a paragraph of the preamble. */
function inPreamble(step: PlaceStep): readonly PlaceStep[] {
  return step.names.includes('recital')
    ? [{ names: ['preamble'] }, { ...step, names: ['paragraph'] }]
    : [step];
}

/** One choice of each list: articles 5 and 7, paragraph 2: `5, 2` and `7, 2`. */
function combinations(lists: readonly (readonly (readonly PlaceStep[])[])[]): PlaceStep[][] {
  return lists.reduce<PlaceStep[][]>(
    (sofar, list) => sofar.flatMap((steps) => list.map((step) => [...steps, ...step])),
    [[]],
  );
}

function isSentence({ names }: PlaceStep): boolean {
  return names.every((name) => name === 'sentence') && names.length > 0;
}

/** The place of a sentence is its paragraph. */
function readingsOf(steps: readonly PlaceStep[]): Reference['readings'] {
  const places = steps.filter((step) => !isSentence(step));
  return places.length < 2 ? [places] : [places, places.toReversed()];
}
