import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findChromium } from './chromium.js';
import './test-project.js';

const BUILD = fileURLToPath(new URL('../../src/widget/build.mjs', import.meta.url));

/** Bundles the widget and starts a browser, once for all tests; what undoes both. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'widget-'));
  const widgetFile = join(folder, 'widget.js');
  await promisify(execFile)(process.execPath, [BUILD, widgetFile]);
  project.provide('widgetFile', widgetFile);
  const executablePath = findChromium();
  const browser =
    executablePath === undefined
      ? undefined
      : await chromium.launchServer({
          executablePath,
          args: ['--no-sandbox', '--disable-gpu'],
        });
  project.provide('browserEndpoint', browser?.wsEndpoint() ?? '');
  return async () => {
    await browser?.close();
    await rm(folder, { recursive: true });
  };
}
