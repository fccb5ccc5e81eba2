import type { SearchIndex } from '../../retrieval/search/search-index.js';
import type { Check } from './check.js';
import { measureSupport } from './measure-support.js';
import { supportFault } from './support-level.js';

/** Words and meaning are near those of what is cited, as `support-level` says. */
export function checkSupport(index: Pick<SearchIndex, 'paragraphTerms' | 'vectors'>): Check {
  return ({ stated, question }, cited) =>
    supportFault(measureSupport(index, { stated, cited, question }));
}
