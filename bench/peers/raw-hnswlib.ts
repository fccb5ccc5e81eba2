import hnswlib from 'hnswlib-node';
import { TOP_K, type OpenSearch } from './passage-search.js';

/** `hnswlib-node` with its defaults, which search no wider than 10. */
export const openRawHnswlib: OpenSearch = (passages) => {
  const index = new hnswlib.HierarchicalNSW('cosine', passages[0]?.vector.length ?? 0);
  index.initIndex(passages.length);
  passages.forEach(({ vector }, number) => {
    index.addPoint(Array.from(vector), number);
  });
  return Promise.resolve(({ vector }) =>
    Promise.resolve(index.searchKnn([...vector], TOP_K).neighbors),
  );
};
