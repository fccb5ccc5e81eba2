/** Half-open range `[start, end)` of UTF-16 code units into {@link Document.text}. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is known about a text beside its words. */
export interface DocumentMetadata {
  /**
   * Stable and URL-safe, e.g. `dushanbe-2021`; the file's name unless the metadata says otherwise.
   */
  readonly id: string;
  readonly title: string;
  /** ISO 8601 date of adoption: `2021-09-17`, `2021-09` or `2021`. */
  readonly date?: string;
  readonly place?: string;
  /** BCP 47 tag: as the metadata says, else as the text looks. */
  readonly language: string;
  /** What took the text out of its file: `plain-text`, `pdf`, …; absent where it came from none. */
  readonly loader?: string;
  /** Questions that its editor wants offered to visitors. */
  readonly suggestions?: readonly string[];
}

/** Where a page of the file that a text was taken from begins. */
export interface PageStart {
  /** Offset into `Document.text`. */
  readonly start: number;
  /** As printed where the file says it (`iv`), else its number. */
  readonly page: string;
}

/** One step of where a paragraph stands: `{ kind: 'article', number: '26' }`. */
export interface Place {
  /**
   * What is counted: `part`, `chapter`, `annex`, `article`, `section`, … by their names in English,
   * `sign` for `§`, `heading` for a heading with a number, `item` for `3.` and `(a)`.
   */
  readonly kind: string;
  /** As it is cited: `26`, `9bis`, `60-100`, `IV`, `a`. */
  readonly number: string;
}

/** The same before a text was looked at. */
export type DeclaredMetadata = Omit<DocumentMetadata, 'language'> &
  Partial<Pick<DocumentMetadata, 'language'>>;

/** The unit that is cited. `document.text.slice(start, end) === text`, always. */
export interface Paragraph extends Span {
  /**
   * The number printed in the source, nested as lawyers cite (`22`, `26.3`, `2.1(a)`, `IX.1`), else
   * a stable one (`preamble-3`, `p12`). Unique in its document.
   */
  readonly label: string;
  /** Headings above the paragraph, outermost first, as printed. */
  readonly section: readonly string[];
  /** Its numbers and those of what it stands in, outermost first; empty where none is printed. */
  readonly places: readonly Place[];
  /**
   * No wording of the text but a note of those who publish it, beside the paragraph before it, or
   * an entry of its list of contents: shown and cited by its label, never searched.
   */
  readonly aside?: 'note' | 'contents';
  /** The source's own characters, the printed number included. */
  readonly text: string;
  /**
   * Where the wording begins, after the printed number; an offset into `Document.text`, `start <=
   * bodyStart < end`.
   */
  readonly bodyStart: number;
  /** The page on which it begins; absent where the file has no pages. */
  readonly page?: string;
}

/** One text of the corpus. `text` is the source's own characters, never corrected. */
export interface Document extends DocumentMetadata {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface ChatMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/**
 * What is asked: the conversation, the user's question last, and optionally the documents to stay
 * within.
 */
export interface Inquiry {
  readonly messages: readonly ChatMessage[];
  /** Document ids; all documents where absent. */
  readonly documents?: readonly string[];
  /** The question is searched for as it stands, whatever was said before, and spelt as it is. */
  readonly asTyped?: boolean;
}

/**
 * Vectors of unit length, one after the other: vector `i` is `values[i * dimensions … (i + 1) *
 * dimensions)`.
 */
export interface VectorTable {
  readonly values: Float32Array;
  readonly dimensions: number;
}

/** Everyday ways in to a paragraph beside its own words: searched, never quoted. */
export interface Expansion {
  /** Plain-language questions that the paragraph answers. */
  readonly questions: readonly string[];
  /** Everyday words for what it says; empty where there are none. */
  readonly words: string;
}

interface EntryBase {
  readonly documentId: string;
  /** Label of the paragraph. */
  readonly paragraph: string;
}

/**
 * A vector of the document's own words: a passage (a paragraph or a part of a long one) or one
 * sentence of it.
 */
export interface TextEntry extends EntryBase, Span {
  readonly kind: 'passage' | 'sentence';
}

/** A vector of a question that the paragraph answers; not text of the document. */
export interface QuestionEntry extends EntryBase {
  readonly kind: 'question';
  readonly question: string;
}

/** What one vector of the index stands for. */
export type IndexEntry = TextEntry | QuestionEntry;

/** A document with all that an index is made from. */
export interface IndexedDocument extends Document {
  /** Hash of the files that it was read from. */
  readonly sha256: string;
  /** The file that it was read from, within the corpus folder; `/` between folders. */
  readonly file?: string;
  /** By paragraph label; paragraphs without are searched by their own words alone. */
  readonly expansions: Readonly<Record<string, Expansion>>;
}

/**
 * All that an index holds. Entries are in the order of documents and paragraphs; vector `i` belongs
 * to entry `i`.
 */
export interface IndexContent {
  readonly documents: readonly IndexedDocument[];
  readonly entries: readonly IndexEntry[];
  readonly vectors: VectorTable;
}
