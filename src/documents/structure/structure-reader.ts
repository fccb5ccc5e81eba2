import type { Paragraph, Span } from '../../types.js';
import { readBlocks, type Block } from './blocks.js';
import { paragraphsOf, type Draft } from './draft.js';
import { findGlued, gluedNumber } from './glue.js';
import { HeadingNames } from './heading-names.js';
import { findHeadings, type Role } from './headings.js';
import { startsLowerCase } from './line-layout.js';
import { FOOTNOTE } from './line-marks.js';
import { readLines } from './lines.js';
import { nextOf } from './next-of.js';
import { Numbering } from './numbering.js';
import { Outline } from './outline.js';
import type { Numbered } from './search/numbered.js';
import { signaturesFrom } from './signatures.js';
import { isProvision, partOf, surveyOf, type Survey } from './survey.js';
import { saysWhenAdopted } from './adoption-line.js';
import { anyOf } from '../../language/any-of.js';
import { rulesOf } from '../../language/languages.js';
import { isNamedPart } from '../../language/part-names.js';
import { lettersAreCapitals } from './title-look.js';

/** What a text is divided into. Every character that is not white space is in one of the spans. */
export interface Structure {
  readonly paragraphs: readonly Paragraph[];
  readonly headings: readonly Span[];
  /** Lines of ornaments: `* * *`. */
  readonly rules: readonly Span[];
}

/** What refers to a footnote. */
const REFERENCE = /\[\^([^\]\s]{1,20})\]/gu;
const CLOSING_FORMULA = anyOf(rulesOf('titles').map(({ closingFormula }) => closingFormula));

/** Goes through the blocks of a text in their order. */
export class StructureReader {
  readonly #blocks: readonly Block[];
  readonly #roles: readonly Role[];
  readonly #survey: Survey;
  readonly #outline: Outline;
  readonly #numbering: Numbering;
  readonly #names = new HeadingNames();
  readonly #drafts: Draft[] = [];
  readonly #headings: Span[] = [];
  readonly #rules: Span[] = [];
  /** By the mark of a footnote, what referred to it last. */
  readonly #referring = new Map<string, Pick<Draft, 'label' | 'path'>>();
  /**
   * What the last block was, as far as a dash list after it is concerned; a rule separates like a
   * heading.
   */
  #before: 'heading' | 'paragraph' | 'list within' | 'list item' = 'heading';

  constructor(readonly text: string) {
    const { blocks, sectionsNest } = readBlocks(readLines(text));
    this.#blocks = blocks;
    this.#roles = findHeadings(blocks);
    this.#survey = surveyOf(blocks, this.#roles, sectionsNest);
    this.#outline = new Outline(this.#survey);
    this.#numbering = new Numbering(this.#survey);
  }

  read(): Structure {
    const nextHeading = nextOf(this.#blocks, (block, index) =>
      this.#roles[index] === 'heading' && block.mark.type !== 'none' ? block : undefined,
    );
    const nextNumber = nextOf(this.#blocks, ({ mark }, index) => {
      const node =
        this.#roles[index] === 'paragraph' && mark.type === 'items' ? mark.numbers[0] : undefined;
      return node?.item?.form === '.1' && node.reading.tuple.length === 1
        ? node.reading.tuple[0]
        : undefined;
    });
    const signatures = signaturesFrom(this.#blocks);
    for (const [index, block] of this.#blocks.entries()) {
      const role = this.#roles[index];
      if (index === signatures && this.#numbering.begun) this.#numbering.close();
      if (role !== 'rule' && block.mark.type !== 'row') this.#outline.endTable();
      if (role === 'rule') this.#readRule(block);
      else if (role === 'head') this.#readHead(block);
      else if (role === 'note') this.#readNote(block);
      else if (role === 'heading' && index < signatures && !this.#isSignature(block)) {
        this.#readHeading(block, nextHeading[index]);
      } else this.#readParagraph(block, nextNumber[index]);
    }
    const { names, series, numbered } = {
      names: this.#names,
      series: this.#numbering.series,
      numbered: this.#survey.numbered,
    };
    const paragraphs = paragraphsOf(this.#drafts, { text: this.text, names, series, numbered });
    return { paragraphs, headings: this.#headings, rules: this.#rules };
  }

  /** Below the closing formula names and offices look like headings. */
  #isSignature({ mark, lines }: Block): boolean {
    return (
      this.#numbering.closed &&
      mark.type === 'none' &&
      mark.level === undefined &&
      !lettersAreCapitals(lines[0]?.words ?? '') &&
      !isNamedPart(lines[0]?.words ?? '')
    );
  }

  #readRule(block: Block): void {
    this.#rules.push({ start: block.start, end: block.end });
    this.#before = 'heading';
  }

  #readHead(block: Block): void {
    this.#outline.openTable(block);
    this.#headings.push({ start: block.start, end: block.end });
  }

  /** It stands beside its paragraph and comes between nothing. */
  #readNote({ start, end }: Block): void {
    const name = FOOTNOTE.exec(this.text.slice(start, end))?.[1];
    const referring = name === undefined ? undefined : this.#referring.get(name);
    const { path } = referring ?? this.#outline;
    this.#drafts.push({
      start,
      end,
      bodyStart: start,
      path,
      label: this.#numbering.note(referring?.label),
      aside: 'note',
    });
  }

  #readHeading(block: Block, next: Block | undefined): void {
    const heading = this.#outline.open(block, next);
    this.#names.add(this.#outline.path);
    this.#headings.push({ start: block.start, end: block.end });
    const part = partOf(block);
    if (isProvision(part, this.#survey.sectionsNest)) {
      this.#numbering.provision(part, this.#outline.path);
    } else {
      this.#numbering.heading(heading);
      if (heading.kind === 'division') this.#numbering.division();
    }
    this.#before = 'heading';
  }

  #readParagraph(block: Block, nextNumber: number | undefined): void {
    const { mark } = block;
    if (
      this.#survey.numbered &&
      mark.type === 'items' &&
      mark.numbers[0].item?.form === '.1' &&
      mark.numbers[0].reading.tuple[0] === 1
    ) {
      this.#outline.endPreamble();
    }
    this.#outline.paragraph();
    if (mark.type === 'entry') {
      this.#drafts.push({
        start: block.start,
        end: block.end,
        bodyStart: block.start,
        path: this.#outline.path,
        label: { type: 'counted', name: 'contents-' },
        aside: 'contents',
      });
      return;
    }
    if (mark.type === 'bullet' && this.#joinsParagraph(block)) return;
    const part = partOf(block);
    const provision = isProvision(part, this.#survey.sectionsNest);
    if (provision) {
      this.#outline.provision(part);
      this.#numbering.provision(part, this.#outline.path);
    }
    const numbers = mark.type === 'items' || mark.type === 'part' ? mark.numbers : [];
    // "(repealed)" says nothing without the numbers before it.
    const isRange = part?.through !== undefined;
    const isMarked = !isRange && (provision || numbers.length > 0 || mark.type === 'bullet');
    this.#add(block, numbers, isMarked ? mark.length : 0);
    const open = this.#numbering.openNumber;
    if (open !== undefined) this.#unglue(block, open, nextNumber);
    this.#before = mark.type === 'bullet' ? 'list item' : 'paragraph';
  }

  /**
   * A dash list stays within the paragraph that introduces it, as lawyers cite "paragraph 5, third
   * indent"; without one its items are paragraphs.
   */
  #joinsParagraph(block: Block): boolean {
    const draft = this.#drafts.at(-1);
    if (draft === undefined || this.#before === 'heading' || this.#before === 'list item') {
      return false;
    }
    if (this.#before === 'paragraph' && block.gapBefore && this.#endsSentence(draft)) return false;
    draft.end = block.end;
    this.#before = 'list within';
    return true;
  }

  #tailOf(draft: Draft): string {
    return this.text.slice(Math.max(draft.start, draft.end - 12), draft.end);
  }

  /** "… if he (a) is born, or (b) is named, he is counted.": the list ends, not the sentence. */
  #goesOnAfter(draft: Draft | undefined): 'item' | 'stem' | undefined {
    if (draft === undefined || this.#endsSentence(draft)) return undefined;
    return /[\p{L}\p{N}]$/u.test(this.#tailOf(draft)) ? 'item' : 'stem';
  }

  #endsSentence(draft: Draft): boolean {
    return /[.!?]["”’)\]*_]*$/u.test(this.#tailOf(draft));
  }

  #add(
    block: Pick<Block, 'start' | 'end' | 'lines'>,
    numbers: readonly Numbered[],
    length: number,
  ): void {
    const { start, end, lines } = block;
    const span = { start, end };
    const indent = lines[0]?.indent ?? 0;
    const last = this.#drafts.at(-1);
    const introduced =
      this.#before !== 'heading' && last !== undefined && /:["”*_]*$/u.test(this.#tailOf(last));
    const goesOn = startsLowerCase(this.text.slice(start, start + 20))
      ? this.#goesOnAfter(last)
      : undefined;
    const place = { path: this.#outline.path, introduced, goesOn, indent };
    const isClosing =
      numbers.length === 0 &&
      this.#numbering.begun &&
      CLOSING_FORMULA.test(this.text.slice(span.start, span.start + 40));
    const label =
      numbers.length > 0
        ? this.#numbering.items(numbers, place)
        : isClosing
          ? this.#numbering.closing()
          : this.#saysWhenAdopted(span)
            ? this.#numbering.note()
            : this.#numbering.unnumbered(place);
    this.#drafts.push({
      ...span,
      bodyStart: this.#bodyStart(span, length),
      path: this.#outline.path,
      label,
    });
    for (const [, name = ''] of this.text.slice(span.start, span.end).matchAll(REFERENCE)) {
      this.#referring.set(name, { label, path: this.#outline.path });
    }
    this.#before = 'paragraph';
  }

  /** Right below the heading of a provision, whose number belongs to its wording. */
  #saysWhenAdopted({ start, end }: Span): boolean {
    return this.#numbering.awaitsWording && saysWhenAdopted(this.text.slice(start, end));
  }

  /**
   * The wording may begin on the line after its number. Where there is none, the number is the
   * wording.
   */
  #bodyStart(span: Span, length: number): number {
    const wording = this.text.slice(span.start + length, span.end);
    return wording.trim() === '' ? span.start : span.end - wording.trimStart().length;
  }

  /** Cuts off paragraphs whose number stands in the middle of a block. */
  #unglue(block: Block, open: number, nextNumber: number | undefined): void {
    for (const { at, number, length } of findGlued(
      this.text.slice(block.start, block.end),
      open,
      nextNumber,
    )) {
      const draft = this.#drafts.at(-1);
      if (draft === undefined) return;
      const start = block.start + at;
      draft.end = draft.start + this.text.slice(draft.start, start).trimEnd().length;
      this.#add(
        { start, end: block.end, lines: block.lines },
        [gluedNumber(number, this.#numbering.openNode)],
        length,
      );
    }
  }
}
