import { createRequire } from 'node:module';
import { z } from 'zod';
import type { BuildEnvironment } from '../../ports/index-storage.js';

const OWN = createRequire(import.meta.url);
const packageSchema = z.object({ version: z.string() });

/** What an index that is built now is built with. */
export function buildEnvironment(): BuildEnvironment {
  return {
    node: process.versions.node,
    machine: `${process.platform} ${process.arch}`,
    hnswlib: versionOf('hnswlib-node'),
    onnxruntime: versionOf('onnxruntime-node', '@xenova/transformers'),
  };
}

/** Empty where it is not installed. */
function versionOf(name: string, usedBy?: string): string {
  try {
    const require =
      usedBy === undefined ? OWN : createRequire(OWN.resolve(`${usedBy}/package.json`));
    return packageSchema.parse(require(`${name}/package.json`)).version;
  } catch {
    return '';
  }
}
