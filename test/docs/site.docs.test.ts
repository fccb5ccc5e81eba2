import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Parser } from 'htmlparser2';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, connectToBrowser } from '../support/browser.js';
import { openPage } from '../support/open-page.js';

interface Page {
  /** Addresses of links, pictures, scripts and styles. */
  readonly leads: readonly string[];
  /** Of those, what a browser asks for by itself. */
  readonly loads: readonly string[];
  readonly ids: ReadonlySet<string>;
}

let site: string;
let pages: ReadonlyMap<string, Page>;

beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'declaration-chat-site-'));
  execFileSync('npm', ['run', '--silent', 'docs', '--', site], { stdio: 'pipe' });
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
  const html = files.filter((file) => file.endsWith('.html') && !file.startsWith('media'));
  pages = new Map(html.map((file) => [join(site, file), read(join(site, file))]));
}, 180_000);
afterAll(() => {
  rmSync(site, { recursive: true, force: true });
});

function read(file: string): Page {
  const page = { leads: [] as string[], loads: [] as string[], ids: new Set<string>() };
  const parser = new Parser({
    onopentag: (name, { href, src, id }) => {
      if (id !== undefined) page.ids.add(id);
      if (href !== undefined) page.leads.push(href);
      if (src !== undefined) page.leads.push(src);
      const loaded = src ?? (name === 'link' ? href : undefined);
      if (loaded !== undefined) page.loads.push(loaded);
    },
  });
  parser.end(readFileSync(file, 'utf8'));
  return page;
}

/** What is wrong with an address on a page; undefined where nothing is. */
function fault(file: string, address: string): string | undefined {
  if (/^(?:[a-z]+:|\/\/)/u.test(address)) return undefined;
  const [path = '', anchor = ''] = address.split('#').map(decodeURIComponent);
  const target = path === '' ? file : resolve(dirname(file), path);
  const page = pages.get(target);
  const isThere = page === undefined ? existsSync(target) : anchor === '' || page.ids.has(anchor);
  return isThere ? undefined : `${relative(site, file)}: ${address}`;
}

test('there is a page for each who reads, and one for each import', () => {
  const names = [...pages.keys()].map((file) => relative(site, file));
  expect(names).toEqual(
    expect.arrayContaining([
      'index.html',
      'documents/For_site_editors.html',
      'documents/For_operators.html',
      'documents/Interface_for_programs.html',
      'documents/Contributing.html',
      'modules/declaration-chat.html',
      'modules/declaration-chat_client.html',
      'functions/declaration-chat.createDeclarationChain.html',
    ]),
  );
});

test('every link within it leads somewhere, anchors too', () => {
  const links = [...pages].flatMap(([file, { leads }]) =>
    leads.map((lead) => [file, lead] as const),
  );
  expect(links.length).toBeGreaterThan(500);
  expect(links.flatMap(([file, lead]) => fault(file, lead) ?? [])).toEqual([]);
});

test('nothing is loaded from elsewhere', () => {
  const loaded = [...pages.values()].flatMap(({ loads }) => loads);
  expect(loaded.filter((address) => /^(?:https?:)?\/\//u.test(address))).toEqual([]);
});

describe.skipIf(CHROMIUM === undefined)('from the disk, without a server', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await connectToBrowser();
  });
  afterAll(() => browser.close());

  test('what is searched for is found, by keyboard, in pages and in doc comments', async () => {
    const { page, requests } = await openPage(
      browser,
      pathToFileURL(join(site, 'index.html')).href,
    );
    await page.locator('#tsd-search-trigger').focus();
    await page.keyboard.press('Enter');
    const search = page.getByRole('combobox');
    const results = page.locator('#tsd-search-results');
    await search.fill('nginx');
    await results.getByText('For operators').waitFor();
    await search.fill('createDeclarationChain');
    await results.getByText('createDeclarationChain').first().waitFor();
    expect(requests.filter((address) => !address.startsWith('file:'))).toEqual([]);
  });
});
