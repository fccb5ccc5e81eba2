import { createHash } from 'node:crypto';

/**
 * Stands in a URL path as it is, and begins with a letter or digit so that it is never `.` or `..`.
 */
export const DOCUMENT_ID = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,99}$/;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * The id of a document without one of its own: its file's name without extension where that is
 * URL-safe (`UN_Charter` stays), else in lower case, without accents, with a hyphen for every run
 * of other characters (`Déclaration de Rio` → `declaration-de-rio`). Letters that have no ASCII
 * form would be lost, so eight hexadecimal digits of the name's SHA-256 follow then (`Душанбе 2021`
 * → `2021-5f0c…`).
 */
export function documentIdFor(fileStem: string): string {
  if (DOCUMENT_ID.test(fileStem)) return fileStem;
  const bare = fileStem.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const hyphened = bare.replace(/[^a-z0-9]+/g, '-').slice(0, 80);
  const slug = hyphened.replace(/^-|-$/g, '');
  const lost = LETTER_OR_DIGIT.test(bare.replace(/[a-z0-9]/g, ''));
  if (slug !== '' && !lost) return slug;
  const digest = createHash('sha256').update(fileStem.normalize('NFC')).digest('hex').slice(0, 8);
  return `${slug === '' ? 'document' : slug}-${digest}`;
}
