import { loadPeer } from './load-peer.js';
import { TOP_K, type OpenSearch } from './passage-search.js';

interface OramaPackage {
  create(options: { readonly schema: Readonly<Record<string, string>> }): object;
  insertMultiple(database: object, documents: readonly object[]): Promise<unknown>;
  search(
    database: object,
    options: object,
  ): Promise<{ readonly hits: readonly { readonly document: { readonly number: number } }[] }>;
}

/**
 * Orama's hybrid search. Its default takes only what has a similarity of .8, which with this encoder
 * is nothing: it takes all here.
 */
export const openOrama: OpenSearch = async (passages) => {
  const orama = (await loadPeer('@orama/orama')) as OramaPackage;
  const dimensions = passages[0]?.vector.length ?? 0;
  const database = orama.create({
    schema: { text: 'string', number: 'number', embedding: `vector[${dimensions}]` },
  });
  await orama.insertMultiple(
    database,
    passages.map(({ text, vector }, number) => ({ text, number, embedding: Array.from(vector) })),
  );
  return async ({ text, vector }) => {
    const { hits } = await orama.search(database, {
      mode: 'hybrid',
      term: text,
      vector: { value: vector, property: 'embedding' },
      similarity: 0,
      limit: TOP_K,
    });
    return hits.map(({ document }) => document.number);
  };
};
