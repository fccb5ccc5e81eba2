import { loadPeer } from './load-peer.js';
import { TOP_K, type OpenSearch } from './passage-search.js';

interface MiniSearchPackage {
  readonly default: new (options: { readonly fields: readonly string[] }) => {
    addAll(documents: readonly object[]): void;
    search(query: string): readonly { readonly id: number }[];
  };
}

/** MiniSearch with its defaults. */
export const openMiniSearch: OpenSearch = async (passages) => {
  const { default: MiniSearch } = (await loadPeer('minisearch')) as MiniSearchPackage;
  const index = new MiniSearch({ fields: ['text'] });
  index.addAll(passages.map(({ text }, id) => ({ id, text })));
  return ({ text }) =>
    Promise.resolve(
      index
        .search(text)
        .slice(0, TOP_K)
        .map(({ id }) => id),
    );
};
