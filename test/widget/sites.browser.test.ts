import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { CHROMIUM } from '../support/browser.js';
import { useBrowser } from '../support/use-browser.js';
import { fakeBackend } from '../support/fake-backend.js';
import { openPage } from '../support/open-page.js';
import { runSite } from '../support/run-site.js';
import { runApp } from '../support/running-app.js';

const SITES = fileURLToPath(new URL('../../examples/sites/', import.meta.url));
/** What the examples call the server. */
const PLACEHOLDER = 'https://chat.example.org';
const example = (name: string): string => readFileSync(SITES + name, 'utf8');

/** A page that shows the example for React. */
async function reactPage(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { createRoot } from 'react-dom/client';
        import { DeclarationChat } from './DeclarationChat.jsx';
        const told = ({ answered }) => { document.title = answered ? 'Answered' : 'Not answered'; };
        createRoot(document.getElementById('root')).render(
          <DeclarationChat server="${PLACEHOLDER}" title="Ask" onAnswer={told} />,
        );`,
      loader: 'jsx',
      resolveDir: SITES,
    },
    bundle: true,
    write: false,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return `<!doctype html><div id="root"></div><script>${outputFiles[0]?.text ?? ''}</script>`;
}

describe.skipIf(CHROMIUM === undefined)('the examples for sites', () => {
  const atHand = useBrowser();

  test.each([
    ['static.html', 'A page of a static site', () => example('static.html')],
    ['module.html', 'Answered', () => example('module.html')],
    ['DeclarationChat.jsx', 'Answered', reactPage],
  ])('%s asks and is answered, in one chat', async (...[, title, page]) => {
    const source = await page();
    const { url } = await runApp(fakeBackend(), { widget: atHand().widget, allowedOrigins: 'any' });
    const site = await runSite((_req, res) => {
      res.setHeader('content-type', 'text/html; charset=utf-8');
      res.end(source.replaceAll(PLACEHOLDER, url));
    });
    const { page: shown } = await openPage(atHand().browser, site);
    await shown.getByRole('textbox', { name: 'Your question' }).fill('Who decides on dams?');
    await shown.keyboard.press('Enter');
    await shown.getByText('Word for word from the texts.').waitFor();
    await expect.poll(() => shown.title()).toBe(title);
    expect(await shown.locator('declaration-chat').count()).toBe(1);
  });
});
