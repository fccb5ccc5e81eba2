import type * as More from './more/more.js';

/** Put in by the bundler: the hash of `widget-more.js`, empty while that is being worked on. */
declare const MORE_INTEGRITY: string;

export type MoreModule = typeof More;

const modules = new Map<string, Promise<MoreModule>>();

/**
 * What is not needed at first sight, from the file beside the script. A page that pinned the script
 * by its hash runs no other bytes of this one either.
 */
export function loadMore(address: string): Promise<MoreModule> {
  const known = modules.get(address);
  if (known !== undefined) return known;
  const loading = load(address);
  modules.set(address, loading);
  // What failed may come next time.
  loading.catch(() => modules.delete(address));
  return loading;
}

async function load(address: string): Promise<MoreModule> {
  if (MORE_INTEGRITY !== '') await checked(address);
  return (await import(address)) as MoreModule;
}

/** What a link has fetched and found to be of its hash is what an import gets. */
function checked(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.integrity = MORE_INTEGRITY;
    link.href = address;
    link.onload = () => {
      resolve();
    };
    link.onerror = () => {
      reject(new Error(`${address} could not be loaded`));
    };
    document.head.append(link);
  });
}
