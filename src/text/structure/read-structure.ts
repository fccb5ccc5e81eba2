import type { Paragraph, Span } from '../../types.js';
import { readBlocks, type Block } from './blocks.js';
import { findGlued } from './glue.js';
import { findHeadings, wordingOf, type Role } from './headings.js';
import { HeadingNames, type Label } from './label.js';
import { writeLabels } from './labels.js';
import { readLines } from './lines.js';
import type { ItemMarker, KeywordMarker } from './marker.js';
import { Numbering } from './numbering.js';
import { Outline, type OpenHeading } from './outline.js';

/** What a text is divided into. Every character that is not white space is in a paragraph, a heading or a rule. */
export interface Structure {
  readonly paragraphs: readonly Paragraph[];
  readonly headings: readonly Span[];
  /** Lines of ornaments: `* * *`. */
  readonly rules: readonly Span[];
}

interface Draft {
  readonly start: number;
  end: number;
  readonly bodyStart: number;
  readonly path: readonly OpenHeading[];
  readonly label: Label;
  /** Ends with a dash list, which further dashes go on with. */
  openList: boolean;
}

/** Of the paragraphs so many must bear a number for the numbers to be the document's and not those of lists in passing. */
const NUMBERED_SHARE = 0.2;

interface Survey {
  readonly numbered: boolean;
  readonly headingsNumber: boolean;
  readonly provisions: boolean;
  readonly sectionIsProvision: boolean;
}

function keywordOf(block: Block): KeywordMarker | undefined {
  return block.mark.type === 'keyword' ? block.mark.keyword : undefined;
}

function surveyOf(blocks: readonly Block[], roles: readonly Role[]): Survey {
  const keys = blocks.flatMap((block) => keywordOf(block)?.key ?? []);
  const article = keys.indexOf('article');
  const section = keys.indexOf('section');
  const sectionIsProvision = section >= 0 && (article < 0 ? !keys.includes('chapter') && !keys.includes('part') : article < section);
  const provisions = blocks.some((block) => {
    const keyword = keywordOf(block);
    return keyword !== undefined && keyword.rank === undefined && (keyword.key !== 'section' || sectionIsProvision);
  });
  const paragraphs = blocks.filter((block, index) => roles[index] === 'paragraph' && block.mark.type !== 'bullet');
  const numbers = paragraphs.filter(({ mark }) => mark.type === 'items' && (mark.items[0].form.endsWith('1') || mark.items[0].form === '.A'));
  const numbered = provisions || (numbers.length > 0 && numbers.length >= paragraphs.length * NUMBERED_SHARE);
  const headingsNumber = !numbered && blocks.some(({ mark }, index) => roles[index] === 'heading' && (mark.type === 'items' || (mark.type === 'keyword' && mark.keyword.rank !== 0)));
  return { numbered, headingsNumber, provisions, sectionIsProvision };
}

/** For each block the next one after it that fits. */
function nextOf<T>(blocks: readonly Block[], pick: (block: Block, index: number) => T | undefined): readonly (T | undefined)[] {
  const result = new Array<T | undefined>(blocks.length);
  let next: T | undefined;
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    result[index] = next;
    const block = blocks[index];
    if (block !== undefined) next = pick(block, index) ?? next;
  }
  return result;
}

class StructureReader {
  readonly #blocks: readonly Block[];
  readonly #roles: readonly Role[];
  readonly #survey: Survey;
  readonly #outline: Outline;
  readonly #numbering: Numbering;
  readonly #names = new HeadingNames();
  readonly #drafts: Draft[] = [];
  readonly #headings: Span[] = [];
  readonly #rules: Span[] = [];
  #introduced = false;
  #headingSince = true;
  #article: KeywordMarker | undefined;

  constructor(readonly text: string) {
    this.#blocks = readBlocks(readLines(text));
    this.#roles = findHeadings(this.#blocks);
    this.#survey = surveyOf(this.#blocks, this.#roles);
    this.#outline = new Outline(this.#survey.sectionIsProvision);
    this.#numbering = new Numbering(this.#survey.numbered, this.#survey.headingsNumber);
    if (this.#survey.provisions) this.#numbering.expectProvisions();
  }

  read(): Structure {
    const nextHeading = nextOf(this.#blocks, (block, index) => (this.#roles[index] === 'heading' && block.mark.type !== 'none' ? block : undefined));
    const nextNumber = nextOf(this.#blocks, ({ mark }, index) => {
      const item = this.#roles[index] === 'paragraph' && mark.type === 'items' ? mark.items[0] : undefined;
      return item?.form === '.1' && item.tuple.length === 1 ? item.tuple[0] : undefined;
    });
    for (const [index, block] of this.#blocks.entries()) {
      const role = this.#roles[index];
      if (role === 'rule') this.#rules.push({ start: block.start, end: block.end });
      else if (role === 'heading') this.#heading(block, nextHeading[index]);
      else this.#paragraph(block, nextNumber[index]);
    }
    return { paragraphs: this.#finish(), headings: this.#headings, rules: this.#rules };
  }

  #heading(block: Block, next: Block | undefined): void {
    const heading = this.#outline.open(block, next);
    this.#names.add(this.#outline.path);
    this.#headings.push({ start: block.start, end: block.end });
    const keyword = keywordOf(block);
    if (keyword !== undefined && keyword.rank === undefined && (keyword.key !== 'section' || this.#survey.sectionIsProvision)) this.#provision(keyword);
    else this.#numbering.heading(heading);
    this.#introduced = false;
    this.#headingSince = true;
  }

  #provision(keyword: KeywordMarker): void {
    const nested = keyword.key === 'section' ? this.#article : undefined;
    if (keyword.key !== 'section') this.#article = keyword;
    this.#numbering.provision(keyword, this.#outline.path, nested);
  }

  #paragraph(block: Block, nextNumber: number | undefined): void {
    const { mark } = block;
    this.#outline.paragraph();
    if (mark.type === 'bullet' && this.#joinsList(block)) return;
    const items = mark.type === 'items' ? mark.items : [];
    const keyword = keywordOf(block);
    if (keyword !== undefined && keyword.rank === undefined) this.#provision(keyword);
    const hasNumber = items.length > 0 || (keyword !== undefined && keyword.rank === undefined);
    const length = hasNumber || mark.type === 'bullet' ? mark.length : 0;
    this.#piece({ start: block.start, end: block.end }, items, length);
    const open = this.#numbering.openNumber;
    if (this.#survey.numbered && open !== undefined) this.#unglue(block, open, nextNumber);
    this.#introduced = /[:][*_"”]*$/.test(wordingOf(block));
    this.#headingSince = false;
    const draft = this.#drafts.at(-1);
    if (draft !== undefined) draft.openList = mark.type === 'bullet';
  }

  /** A dash list stays with the paragraph that introduces it. */
  #joinsList(block: Block): boolean {
    const draft = this.#drafts.at(-1);
    if (draft === undefined || this.#headingSince) return false;
    const last = this.text.slice(Math.max(draft.start, draft.end - 40), draft.end);
    const introduced = draft.openList ? draft.bodyStart !== draft.start || block.gapBefore === false : !/[.!?]["”’)\]]*$/.test(last) || !block.gapBefore;
    if (!introduced || (draft.openList && this.text.slice(draft.start, draft.bodyStart).trim() !== '' && !/[\p{L}\p{N}]/u.test(this.text.slice(draft.start, draft.bodyStart)))) return false;
    draft.end = block.end;
    draft.openList = true;
    return true;
  }

  #piece(span: Span, items: readonly ItemMarker[], length: number): void {
    const place = { path: this.#outline.path, introduced: this.#introduced };
    const label = items.length > 0 ? this.#numbering.items(items, place) : this.#numbering.unnumbered(place);
    const bodyStart = span.start + length < span.end ? span.start + length : span.start;
    this.#drafts.push({ ...span, bodyStart, path: this.#outline.path, label, openList: false });
  }

  #unglue(block: Block, open: number, nextNumber: number | undefined): void {
    for (const { at, number, length } of findGlued(this.text.slice(block.start, block.end), open, nextNumber)) {
      const draft = this.#drafts.at(-1);
      if (draft === undefined) return;
      const start = block.start + at;
      draft.end = start - (/\s*$/.exec(this.text.slice(draft.start, start))?.[0].length ?? 0);
      this.#piece({ start, end: block.end }, [{ form: '.1', number, tuple: [Number(number)], readings: [{ alphabet: 'arabic', value: Number(number) }] }], length);
    }
  }

  #finish(): readonly Paragraph[] {
    const context = { names: this.#names, series: this.#numbering.series, headingsNumber: this.#survey.headingsNumber };
    const labels = writeLabels(this.#drafts.map((draft) => draft.label), context);
    const sections = new Map<readonly OpenHeading[], readonly string[]>();
    return this.#drafts.map(({ start, end, bodyStart, path }, index) => {
      const section = sections.get(path) ?? path.map((heading) => heading.words);
      sections.set(path, section);
      return { label: labels[index] ?? '', section, start, end, text: this.text.slice(start, end), bodyStart };
    });
  }
}

/** Divides a text into headings and paragraphs. */
export function analyse(text: string): Structure {
  return new StructureReader(text).read();
}

/** The paragraphs of a text, in their order. */
export function readStructure(text: string): readonly Paragraph[] {
  return analyse(text).paragraphs;
}
