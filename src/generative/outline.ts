import { readNoAnswer } from './no-answer.js';
import type { Row, Separator, StatedSentence } from './reply-parser/stated-sentence.js';
import { wordsOf } from './reply-parser/table-row.js';
import { announcesSources } from './source-nouns.js';
import { isFragment } from './verification/check-fragments.js';

/** What stands over sentences: "Two things:", a heading. */
export interface Lead {
  readonly text: string;
  readonly separator: Separator;
  /** It ends with a colon: what follows may mean nothing, or the contrary, without it. */
  readonly announces: boolean;
  /** Of a table: what its columns are. */
  readonly heads?: readonly string[];
}

/** A sentence, with what stands over it. */
export interface OutlinedSentence extends Omit<StatedSentence, 'indent' | 'isMarked'> {
  /** Outermost first. */
  readonly leads: readonly Lead[];
  /** An item without a marker: the numbers are those of the list. */
  readonly inherits: boolean;
  /** The mark that the texts do not answer stood there, alone where there is no text. */
  readonly declines: boolean;
}

interface OpenLead extends Lead {
  readonly numbers: readonly number[];
  /** Of an item; less than any where it is none. */
  readonly indent: number;
  used: boolean;
}

const ANNOUNCING = /[:：]\s*$/u;
const STOP = /[.!?…؟।。！？]["'”’»)\]）」』]*$/u;
/** Characters; what is longer and ends without a stop is a sentence that lacks one. By hand. */
const MAX_HEADING = 80;
const NO_ITEM = -1;

/** What a sentence says together with what stands over it. */
export function underLeads(
  leads: readonly Lead[],
  { text, row }: Pick<StatedSentence, 'text' | 'row'>,
): string {
  const heads = leads.find((lead) => lead.heads !== undefined)?.heads ?? [];
  const over = row === undefined ? leads : leads.filter((lead) => lead.heads === undefined);
  return [
    ...over.map((lead) => (lead.announces ? lead.text : `${lead.text}:`)),
    row === undefined ? text : rowInWords(row, heads),
  ].join(' ');
}

/**
 * "Body: Secretariat; Seat: Beijing.", or "Secretariat – Beijing." without a head: the reader tells true
 * rows from false ones best so.
 */
function rowInWords({ cells }: Row, heads: readonly string[]): string {
  const said = cells.flatMap((cell, i) => {
    if (cell === '') return [];
    // A phrase has its capital from the cell that it begins; a name has others.
    const isName = i === 0 || !/^\p{Lu}\p{Ll}+ \p{Ll}/u.test(cell);
    const words = isName ? cell : cell.charAt(0).toLowerCase() + cell.slice(1);
    const head = heads[i] ?? '';
    return [head === '' ? words : `${head}: ${words}`];
  });
  return `${said.join(heads.length === 0 ? ' – ' : '; ')}.`;
}

/**
 * Puts the sentences of a reply under what announces them, and gives the items of a list that have
 * no marker those of the list: of its announcement, else of the next item that has one.
 */
export class Outline {
  #leads: readonly OpenLead[] = [];
  /** Items that wait for a marker. */
  #waiting: OutlinedSentence[] = [];
  #anything = false;
  /** Of a table, whose first row has not come. */
  #head: StatedSentence | undefined;
  /** What sentences before cite behind their words. */
  readonly #cited = new Set<number>();
  /** An entry of a list of sources is being read, up to the end of its line. */
  #inEntry = false;
  /** What announces sources has come, and the list below has not ended. */
  #inSources = false;

  /** Sentences whose place is certain, in order. */
  push(stated: StatedSentence): OutlinedSentence[] {
    const { declines, text } = readNoAnswer(stated.text);
    const { indent, isMarked = false, ...rest } = stated;
    const sentence = { ...rest, text, declines, leads: [], inherits: false };
    if (text === '') return [...this.#endList(), sentence];
    const opensLine = !this.#anything || stated.separator.includes('\n');
    this.#anything = true;
    if (opensLine) this.#inEntry = this.#isOfSources(stated);
    if (this.#inEntry) return [];
    if (!isMarked) for (const number of stated.numbers) this.#cited.add(number);
    if (stated.row !== undefined) return this.#addRow(sentence, stated.row);
    this.#head = undefined;
    // Lines that open with their markers are a list.
    if (opensLine && isMarked && stated.numbers.length > 0 && !ANNOUNCING.test(text)) {
      return this.#addItem(sentence, indent ?? 0);
    }
    if (opensLine && opensOthers(sentence, indent)) return this.#open(sentence, indent);
    if (indent !== undefined) return this.#addItem(sentence, indent);
    return opensLine
      ? [...this.#endList(), ...this.#addParagraph(sentence)]
      : this.#add(
          sentence,
          this.#leads.filter(({ used }) => !used),
        );
  }

  end(): OutlinedSentence[] {
    return [...this.#endList(), ...this.#close(() => true)];
  }

  /**
   * A list of sources, and its entries: it states nothing that is not said above. Also without its
   * heading what opens with the number of a source that is cited above is an entry. What has a number
   * of its own behind its words states something, whatever it stands under.
   */
  #isOfSources({ text, numbers, isMarked, indent, separator }: StatedSentence): boolean {
    const isCited = numbers.every((number) => this.#cited.has(number));
    if (announcesSources(text)) {
      this.#inSources = true;
      return true;
    }
    const isEntry = isMarked === true || indent !== undefined || separator === '\n';
    this.#inSources &&= isEntry && (isMarked === true || isCited);
    return this.#inSources || (isMarked === true && numbers.length > 0 && isCited);
  }

  #addRow(sentence: OutlinedSentence, row: Row): OutlinedSentence[] {
    if (row.isHead) {
      const over = [...this.#endList(), ...this.#close(({ used }) => used)];
      this.#head = sentence;
      return over;
    }
    const head = this.#head;
    this.#head = undefined;
    if (head?.row !== undefined) {
      const lead = {
        text: wordsOf(head.row, row),
        heads: head.row.cells,
        numbers: head.numbers,
        separator: head.separator,
        announces: true,
        indent: NO_ITEM,
        used: false,
      };
      this.#leads = [...this.#leads, lead];
    }
    return this.#addItem(sentence, 0);
  }

  #open(sentence: OutlinedSentence, indent = NO_ITEM): OutlinedSentence[] {
    const { text, numbers, separator } = sentence;
    const announces = ANNOUNCING.test(text);
    const over = this.#endList();
    const closed = this.#close((lead) =>
      lead.used ? lead.indent >= indent : !lead.announces && !announces,
    );
    const lead = { text, numbers, separator, announces, indent, used: false };
    this.#leads = [...this.#leads, lead];
    return [...over, ...closed];
  }

  #addItem(sentence: OutlinedSentence, indent: number): OutlinedSentence[] {
    this.#close((lead) => lead.used && lead.indent >= indent);
    return this.#add(sentence, this.#leads, true);
  }

  #addParagraph(sentence: OutlinedSentence): OutlinedSentence[] {
    this.#close(({ used }) => used);
    return this.#add(sentence, this.#leads);
  }

  #add(sentence: OutlinedSentence, leads: readonly OpenLead[], isItem = false): OutlinedSentence[] {
    for (const lead of leads) lead.used = true;
    const own = sentence.numbers.length > 0;
    const inherited = own ? undefined : leads.findLast(({ numbers }) => numbers.length > 0);
    const placed = {
      ...sentence,
      leads,
      ...(inherited === undefined ? {} : { numbers: inherited.numbers, inherits: true }),
    };
    if (isItem && !own && inherited === undefined) {
      this.#waiting.push(placed);
      return [];
    }
    return [...this.#endList(sentence.numbers), placed];
  }

  #endList(numbers: readonly number[] = []): OutlinedSentence[] {
    return this.#waiting
      .splice(0)
      .map((item) => (numbers.length === 0 ? item : { ...item, numbers, inherits: true }));
  }

  /** Takes away what stands over nothing more; what stood over nothing at all is a sentence. */
  #close(isOver: (lead: OpenLead) => boolean): OutlinedSentence[] {
    const over = this.#leads.filter(isOver);
    this.#leads = this.#leads.filter((lead) => !over.includes(lead));
    return over
      .filter(({ used, announces, text }) => !used && !(announces && isFragment(text)))
      .map(({ text, numbers, separator }) => ({
        text,
        numbers,
        separator,
        unknown: 0,
        leads: [],
        inherits: false,
        declines: false,
      }));
  }
}

function opensOthers({ text, numbers }: OutlinedSentence, indent: number | undefined): boolean {
  if (ANNOUNCING.test(text)) return true;
  const isLine = indent === undefined && numbers.length === 0;
  return isLine && text.length <= MAX_HEADING && !STOP.test(text);
}
