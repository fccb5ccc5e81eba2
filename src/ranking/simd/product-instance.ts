import { PRODUCTS_MODULE } from './products-module.js';

/** `row, count, bytes, query, out`: addresses and lengths in bytes, see `products.wat`. */
type Products = (...where: readonly [number, number, number, number, number]) => void;

/** The functions of `products.wat` over a memory of their own. */
export interface ProductInstance {
  readonly memory: ArrayBuffer;
  readonly ofFloats: Products;
  readonly ofBytes: Products;
}

/** What of WebAssembly is needed; its types come with those of browsers alone. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => {
    readonly exports: Omit<ProductInstance, 'memory'> & {
      readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
    };
  };
}

const { Module, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;
const MODULE = new Module(Buffer.from(PRODUCTS_MODULE, 'base64'));
const PAGE_BYTES = 65_536;

/**
 * @param bytes of its memory; what is in it goes with the instance
 * @throws RangeError beyond 4 GiB
 */
export function productInstance(bytes: number): ProductInstance {
  const { memory, ofFloats, ofBytes } = new Instance(MODULE).exports;
  memory.grow(Math.max(0, Math.ceil(bytes / PAGE_BYTES) - 1));
  return { memory: memory.buffer, ofFloats, ofBytes };
}
