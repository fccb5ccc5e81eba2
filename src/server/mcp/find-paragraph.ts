import { DeclarationChatError } from '../../errors.js';
import type { Document, Paragraph } from '../../types.js';
import type { ChatBackend } from '../dependencies.js';

const MAX_LABELS_TOLD = 12;

/** @throws DeclarationChatError `unknown-document` */
export async function findDocument({ documents }: ChatBackend, id: string): Promise<Document> {
  const document = await documents.get(id);
  if (document !== undefined) return document;
  const ids = documents.list().map((known) => known.id);
  throw new DeclarationChatError(
    'unknown-document',
    `There is none of the id ${JSON.stringify(id.slice(0, 60))}. There are ${some(ids)}.`,
  );
}

/** @throws DeclarationChatError `unknown-paragraph`; the message names labels that there are */
export function findParagraph(document: Document, label: string): Paragraph {
  const found = document.paragraphs.find((paragraph) => paragraph.label === label);
  if (found !== undefined) return found;
  const labels = document.paragraphs.map((paragraph) => paragraph.label);
  const alike = labels.filter((known) => known.startsWith(label));
  throw new DeclarationChatError(
    'unknown-paragraph',
    `${document.id} has no paragraph ${JSON.stringify(label.slice(0, 60))}. ` +
      `It has ${some(alike.length > 0 ? alike : labels)}.`,
  );
}

function some(names: readonly string[]): string {
  const told = names.slice(0, MAX_LABELS_TOLD).join(', ');
  return names.length > MAX_LABELS_TOLD
    ? `${told} and ${names.length - MAX_LABELS_TOLD} more`
    : told;
}
