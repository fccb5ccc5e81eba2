import { describe, expect, it } from 'vitest';
import { htmlLoader } from '../../../../src/adapters/loaders/html/html-loader.js';
import type { LoadedText } from '../../../../src/ports/file-loader.js';

const load = (html: string): LoadedText =>
  htmlLoader.read(new TextEncoder().encode(html)) as LoadedText;
const textOf = (html: string): string => load(html).text;

describe('the text of a page', () => {
  it('is its headings and paragraphs, a blank line between them, its words as they stand', () => {
    expect(
      textOf(
        '<h1>On  Tea</h1><p>Tea &amp; <b>*cups*</b>\n are <a href="/x">free</a>.<p>Line one<br>line two',
      ),
    ).toBe('# On Tea\n\nTea & *cups* are free.\n\nLine one\nline two\n');
  });

  it('has a heading that is closed by another one closed', () => {
    expect(textOf('<h2>1. Tea</h1><h3>Cups</h3><p>A cup.</p>')).toBe(
      '## 1. Tea\n\n### Cups\n\nA cup.\n',
    );
  });

  it('has before the items of lists what a reader sees there', () => {
    expect(
      textOf(
        `<ol style="list-style-type: upper-alpha"><li>One<ol type="i" start="4"><li>in one</li><li>more</li></ol></li>` +
          '<li value="5"><p>Five.</p><p>Still five.</p></li><li>Six</li></ol>' +
          '<ul><li>a point</li></ul><ol reversed><li>two</li><li>one</li></ol>',
      ),
    ).toBe(
      [
        'A. One',
        '    iv. in one',
        '    v. more',
        'E. Five.',
        '',
        '    Still five.',
        '',
        'F. Six',
        '- a point',
        '2. two',
        '1. one',
        '',
      ].join('\n'),
    );
  });

  it('has tables row by row, the head first, and a cell over rows in each', () => {
    expect(
      textOf(
        '<p>Fees</p><table><caption>Table I</caption><tr><th>Who<th>Fee</tr>' +
          '<tr><td rowspan=2>Readers<td>1 €</tr><tr><td>2 €</tr></table><p>End',
      ),
    ).toContain('Who | Fee\nReaders | 1 €\nReaders | 2 €\n\nEnd\n');
  });

  it('has numbers that a table sets before texts before the texts', () => {
    expect(
      textOf(
        '<p>1. Members shall:</p><table><tr><td><p>(a)</p></td><td><p>pay;</p></td></tr>' +
          '<tr><td>(b)</td><td>vote, and <table><tr><td>(i)</td><td>speak.</td></tr></table></td></tr></table>',
      ),
    ).toBe('1. Members shall:\n\n(a) pay;\n(b) vote, and\n    (i) speak.\n');
  });

  it('has the parts of a page that a table places', () => {
    expect(
      textOf('<table><tr><td><h2>Tea</h2><p>Hot.</p></td><td><p>Cups.</p></td></tr></table>'),
    ).toBe('## Tea\n\nHot.\n\nCups.\n');
  });

  it.each([
    [
      '<p>Tea.<sup><a href="#n1">1</a></sup></p><div><p id="n1"><a href="#r">1.</a> Hot. <a href="#r">↩</a></p></div>',
    ],
    [
      `<p>Tea.<a href="#fn1" class="footnote-ref"><sup>1</sup></a></p><ol><li id="fn1"><p>Hot.<a href="#r">↩︎</a></p></li></ol>`,
    ],
    [
      `<p>Tea.<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a></p><p><a href="#_ftnref1" name="_ftn1">[1]</a> Hot.</p>`,
    ],
  ])('has its footnotes as such: %s', (html) => {
    expect(textOf(html)).toBe('Tea.[^1]\n\n[^1]: Hot.\n');
  });

  it('has the footnotes of a section before the next heading', () => {
    expect(
      textOf(
        '<h2>A</h2><p>Tea.<sup><a href="#n">*</a></sup></p><p id="n">* Hot.</p><p>More.</p><h2>B</h2><p>Cups.',
      ),
    ).toBe('## A\n\nTea.[^*]\n\nMore.\n\n[^*]: Hot.\n\n## B\n\nCups.\n');
  });

  it('is without menus, scripts, notices, and what is hidden', () => {
    const links =
      '<ul><li><a href=a>Home</a></li><li><a href=b>Law</a></li><li><a href=c>News</a></li></ul>';
    expect(
      textOf(
        `<header><a href=/>Site</a>${links}</header><nav>Nav</nav>${links}<div class="cookie-notice">Cookies?</div>` +
          '<div class="breadcrumb">Home / Law</div><main><h1>On Tea</h1><p>All tea is free to whoever wants it.</p>' +
          `<script>x()</script><style>p{}</style><p hidden>h</p><p style="display: none">d</p><form><button>Buy</button></form>` +
          '<aside>Ad</aside></main><footer>2021</footer>',
      ),
    ).toBe('# On Tea\n\nAll tea is free to whoever wants it.\n');
  });

  it('is without what a table places beside it, and without what readers said of it', () => {
    const page = `<h1>On Tea</h1><p>${'All tea is free to whoever wants it. '.repeat(9).trim()}</p>`;
    expect(
      textOf(
        `<table><tr><td class="sidebar"><h3>See</h3><p>Coffee.</p></td><td>${page}` +
          '<div class="comments"><p>Ann: Is it?</p></div></td></tr></table><div id="footer">2021</div>',
      ),
    ).toMatch(/^# On Tea\n\n(?:All tea is free to whoever wants it\.\s)+$/u);
  });

  it('is all of it where what calls itself the main part holds hardly anything', () => {
    expect(textOf(`<main>Skip</main><div><p>${'Tea is free. '.repeat(20)}</p></div>`)).toContain(
      'Tea is free.',
    );
  });

  it('is kept where only its class has the name of a menu', () => {
    expect(
      textOf('<div class="navigation-page"><h1>Law</h1><p>All tea is free.</p></div>'),
    ).toContain('All tea');
  });
});

describe('what a page says of itself', () => {
  it('is its language, and its title where no one heading stands over all', () => {
    expect(load('<html lang=fr><title>Le thé </title><h1>Le thé libre</h1><p>x')).toMatchObject({
      language: 'fr',
    });
    expect(load('<title>x</title><h1>Tea</h1><p>y')).not.toHaveProperty('title');
    expect(load('<title>On\n Tea</title><p>y')).toMatchObject({ title: 'On Tea', loader: 'html' });
    expect(load('<html lang="no such thing"><p>y')).not.toHaveProperty('language');
  });

  it('is its encoding', () => {
    const bytes = Buffer.from('<meta charset="koi8-r"><p>\xd4\xc5\xcb\xd3\xd4</p>', 'latin1');
    expect(htmlLoader.read(bytes)).toMatchObject({
      text: 'текст\n',
      notices: [/koi8-r/u.exec('koi8-r') && expect.stringContaining('koi8-r')],
    });
  });
});

it('a page that is nested without end is refused', () => {
  expect(() => load('<div>'.repeat(3000))).toThrow(/nested more than \d+ deep/u);
});
