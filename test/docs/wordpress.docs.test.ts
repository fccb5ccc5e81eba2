import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAtHand } from '../support/is-at-hand.js';

interface Seen {
  readonly markup: string;
  readonly scripts: readonly (readonly unknown[])[];
  readonly oembed: readonly (readonly string[])[];
}

/** What the plugin does with the attributes of its shortcode, in WordPress's own words. */
function shortcode(attributes: Readonly<Record<string, string>>): Seen {
  const files = ['test/fixtures/wordpress/functions.php', 'examples/sites/declaration-chat.php'];
  const args = [...files.map((file) => join(process.cwd(), file)), JSON.stringify(attributes)];
  return JSON.parse(execFileSync('php', args, { encoding: 'utf8' })) as Seen;
}

describe.runIf(isAtHand('php'))('the plugin of WordPress', () => {
  test('puts the element into the page and the script of its server beside it', () => {
    const { markup, scripts } = shortcode({
      server: 'https://chat.example.org/',
      title: 'Ask "us" <b>',
    });
    expect(markup).toBe(
      '<declaration-chat server="https://chat.example.org" title="Ask &quot;us&quot; &lt;b&gt;" lang="de-DE"></declaration-chat>',
    );
    expect(scripts).toEqual([
      ['declaration-chat', 'https://chat.example.org/widget.js', [], null, { strategy: 'async' }],
    ]);
  });

  test('loads no script where there is no server’s address', () => {
    for (const server of ['', 'javascript:alert(1)']) {
      expect(shortcode({ server })).toMatchObject({ markup: '', scripts: [] });
    }
  });

  test('has links to paragraphs shown as their words', () => {
    expect(shortcode({ server: '' }).oembed).toEqual([
      ['https://chat.example.org/documents/*', 'https://chat.example.org/oembed'],
    ]);
  });
});
