const DOCUMENTS = 'declaration-chat://documents/';

export const DOCUMENT_TEMPLATE = `${DOCUMENTS}{document}`;
export const PARAGRAPH_TEMPLATE = `${DOCUMENTS}{document}/paragraphs/{paragraph}`;

export function documentUri(id: string): string {
  return DOCUMENTS + encodeURIComponent(id);
}

export function paragraphUri({
  documentId,
  paragraph,
}: {
  readonly documentId: string;
  readonly paragraph: string;
}): string {
  return `${documentUri(documentId)}/paragraphs/${encodeURIComponent(paragraph.toWellFormed())}`;
}
