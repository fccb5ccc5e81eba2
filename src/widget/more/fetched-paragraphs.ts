import { isListOf, isObject, isText } from '../../client/is-whole.js';
import type { Place, ViewContext } from '../view/context.js';

/** Paragraphs of context before the cited one, and behind it. */
export const AROUND = 2;

/** As `GET /api/documents/{id}` lists it. */
export interface SourceParagraph {
  readonly paragraph: string;
  readonly text: string;
}

interface Around {
  readonly before: readonly SourceParagraph[];
  readonly after: readonly SourceParagraph[];
}

/** The paragraphs of texts, each text asked for once. */
export class FetchedParagraphs {
  readonly #texts = new Map<string, Promise<readonly SourceParagraph[]>>();

  /** Up to `count` paragraphs on either side; none where the text cannot be had. */
  async around(
    context: ViewContext,
    { documentId, paragraph }: Place,
    count: number,
  ): Promise<Around> {
    const address = `${context.server()} ${documentId}`;
    const known = this.#texts.get(address);
    const asked = known === undefined ? fetchParagraphs(context, documentId) : known;
    this.#texts.set(address, asked);
    const all = await asked;
    // What could not be had may be there next time.
    if (all.length === 0) this.#texts.delete(address);
    const at = all.findIndex((each) => each.paragraph === paragraph);
    return at < 0
      ? { before: [], after: [] }
      : {
          before: all.slice(Math.max(0, at - count), at),
          after: all.slice(at + 1, at + 1 + count),
        };
  }
}

async function fetchParagraphs(
  { client }: ViewContext,
  documentId: string,
): Promise<readonly SourceParagraph[]> {
  try {
    const { paragraphs } = await client().document(documentId);
    return isListOf(isParagraph, paragraphs) ? paragraphs : [];
  } catch {
    return [];
  }
}

function isParagraph(value: unknown): value is SourceParagraph {
  return isObject(value) && isText(value.paragraph) && isText(value.text);
}
