import { isTag, isText, type AnyNode, type Element, type ParentNode } from 'domhandler';
import type { Block } from '../markup/blocks.js';
import { findFootnotes, type Footnotes } from './footnotes.js';
import { InlineText } from './inline-text.js';
import { listMarkers } from './list-marker.js';
import { besideText, wordsIn } from './main-content.js';
import { readTable } from './table.js';
import { BLOCK_TAGS, SILENT_TAGS } from './tags.js';

const ROMAN_QUOTES = ['“', '”'] as const;

/** The blocks of the part of a page that holds its text; footnotes may stand elsewhere on the page. */
export function htmlBlocks(content: Element, page: ParentNode = content): readonly Block[] {
  const reading = new HtmlReading(findFootnotes(page), wordsIn(content));
  reading.readChildren(content);
  return reading.end();
}

/** A walk through a page that writes down its blocks. */
class HtmlReading {
  readonly #blocks: Block[] = [];
  readonly #inline = new InlineText();
  readonly #footnotes: Footnotes;
  readonly #pageWords: number;
  /** Lists around what is read. */
  #depth = 0;
  /** Of the item whose first words have not come yet. */
  #marker: string | undefined;

  constructor(footnotes: Footnotes, pageWords: number) {
    this.#footnotes = footnotes;
    this.#pageWords = pageWords;
  }

  readChildren(node: ParentNode): void {
    for (const child of node.children) this.#read(child);
  }

  end(): readonly Block[] {
    this.#flush();
    return this.#blocks;
  }

  #read(node: AnyNode): void {
    if (isText(node)) this.#inline.add(node.data);
    else if (isTag(node)) this.#readElement(node);
  }

  #readElement(element: Element): void {
    const note = this.#footnotes.noteOf(element);
    if (note !== undefined) this.#readNote(element, note);
    else if (SILENT_TAGS.has(element.name) || besideText(element, this.#pageWords)) return;
    else if (BLOCK_TAGS.has(element.name)) this.#readBlock(element);
    else this.#readInline(element);
  }

  #readInline(element: Element): void {
    const label = this.#footnotes.labelOf(element);
    if (label !== undefined) this.#inline.add(`[^${label}]`);
    else if (this.#footnotes.isBackLink(element)) return;
    else if (element.name === 'br') this.#inline.break();
    else if (element.name === 'q') {
      this.#inline.add(ROMAN_QUOTES[0]);
      this.readChildren(element);
      this.#inline.add(ROMAN_QUOTES[1]);
    } else this.readChildren(element);
  }

  #readBlock(element: Element): void {
    this.#flush();
    const level = headingLevel(element);
    if (level !== undefined) {
      this.readChildren(element);
      const text = this.#inline.take();
      if (text !== '') this.#blocks.push({ kind: 'heading', level, text });
    } else if (isList(element)) this.#readList(element);
    else if (element.name === 'table') this.#readTable(element);
    else if (element.name === 'pre') this.#readPreformatted(element);
    else this.readChildren(element);
    this.#flush();
  }

  #readList(list: Element): void {
    const markers = listMarkers(list);
    const outer = this.#marker;
    // An item that begins with a list has a line of its own.
    if (outer !== undefined) this.#flush(true);
    this.#depth += 1;
    let at = 0;
    for (const child of list.children) {
      if (isTag(child) && child.name === 'li' && this.#footnotes.noteOf(child) === undefined) {
        this.#flush();
        this.#marker = markers[at];
        this.readChildren(child);
        this.#flush();
        this.#marker = undefined;
      } else this.#read(child);
      if (isTag(child) && child.name === 'li') at += 1;
    }
    this.#flush();
    this.#depth -= 1;
  }

  #readTable(table: Element): void {
    const read = readTable(table, (cell) => this.#cellText(cell));
    if (read.kind === 'rows') this.#blocks.push({ kind: 'table', rows: read.rows });
    else if (read.kind === 'items') {
      this.#depth += 1;
      for (const { marker, content } of read.items) {
        this.#marker = marker;
        this.readChildren(content);
        this.#flush();
        this.#marker = undefined;
      }
      this.#depth -= 1;
    } else {
      for (const cell of read.cells) {
        if (besideText(cell, this.#pageWords)) continue;
        this.readChildren(cell);
        this.#flush();
      }
    }
  }

  #cellText(cell: Element): string {
    const inner = new HtmlReading(this.#footnotes, this.#pageWords);
    inner.readChildren(cell);
    return inner
      .end()
      .map((block) =>
        'text' in block ? `${'marker' in block ? `${block.marker} ` : ''}${block.text}` : '',
      )
      .join(' ');
  }

  #readPreformatted(element: Element): void {
    const words = (node: AnyNode): string =>
      isText(node) ? node.data : isTag(node) ? node.children.map(words).join('') : '';
    this.#inline.addPreformatted(words(element));
  }

  #readNote(element: Element, label: string): void {
    const inner = new HtmlReading(this.#footnotes, this.#pageWords);
    inner.readChildren(element);
    const text = inner
      .end()
      .map((block) => ('text' in block ? block.text : ''))
      .join(' ');
    const own = new RegExp(`^[[(]?${escaped(label)}[\\])]?[.:]?\\s+`, 'u');
    this.#flush();
    this.#blocks.push({ kind: 'note', label, text: text.replace(own, '') });
  }

  /** Ends the block that is being read; an item without words has a line only where it must. */
  #flush(evenEmpty = false): void {
    const text = this.#inline.take();
    if (text === '' && !(evenEmpty && this.#marker !== undefined)) return;
    const marker = this.#marker;
    this.#marker = undefined;
    const depth = Math.max(0, this.#depth - 1);
    if (marker === undefined) this.#blocks.push({ kind: 'text', text, depth: this.#depth });
    else this.#blocks.push({ kind: 'item', marker, text, depth });
  }
}

function headingLevel({ name, attribs }: Element): number | undefined {
  const level = /^h([1-6])$/u.exec(name)?.[1];
  if (level !== undefined) return Number(level);
  if (attribs['role'] !== 'heading') return undefined;
  return Number(/^[1-6]$/u.exec(attribs['aria-level'] ?? '2')?.[0] ?? '2');
}

function isList({ name }: Element): boolean {
  return name === 'ol' || name === 'ul' || name === 'dir';
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
