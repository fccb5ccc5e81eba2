import type { FileLoader } from '../../ports/file-loader.js';
import { LoaderProcess } from './isolated/loader-process.js';
import type { IsolatedFormat } from './isolated/messages.js';
import { asciiDocLoader, markdownLoader, plainTextLoader } from './plain-text-loader.js';

const ISOLATED: Readonly<Record<IsolatedFormat, readonly string[]>> = {
  pdf: ['.pdf'],
  docx: ['.docx'],
  html: ['.html', '.htm'],
  epub: ['.epub'],
};

export interface OpenLoaders {
  readonly loaders: readonly FileLoader[];
  /** To be called when the last file is read. */
  readonly close: () => void;
}

/** The loaders that ship; what could bring a parser down is read by a process of its own. */
export function openLoaders(): OpenLoaders {
  const host = new LoaderProcess();
  const isolated = (Object.keys(ISOLATED) as IsolatedFormat[]).map((format): FileLoader => ({
    extensions: ISOLATED[format],
    read: (bytes, options) => host.read({ format, bytes }, options?.signal),
  }));
  return {
    loaders: [plainTextLoader, markdownLoader, asciiDocLoader, ...isolated],
    close: () => {
      host.close();
    },
  };
}
