import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../../src/adapters/loaders/decode-file.js';
import { decodeText } from '../../../src/adapters/loaders/decode-text.js';

const RUSSIAN =
  'ГЛАВА 2\nО реках\n\nСтатья 12\n\n1. Реки принадлежат всему народу и охраняются законом.\n';
const FRENCH =
  'Article premier\n\nLa forêt est protégée. Les arbres âgés n’y sont pas abattus : ils « demeurent ».\n';
const GERMAN =
  'Artikel 1\n\nDie Würde des Flusses ist unantastbar. Wälder und Bäche gehören allen Bürgern.\n';
const POLISH =
  'Artykuł 1. Rzeki są własnością wszystkich. Każdy może łowić ryby, jeżeli nie zagraża to gatunkom.\n';
const CHINESE = '第一条 为了保护河流，制定本法。\n第二条 河流属于全体人民所有。\n';
const JAPANESE =
  '第一条　この法律は、河川の保護を目的とする。\n第二条　河川は、国民の財産である。\n';
const KOREAN = '제1조 이 법은 하천의 보호를 목적으로 한다.\n제2조 하천은 국민의 재산이다.\n';
const GREEK = 'Άρθρο 1. Τα ποτάμια ανήκουν σε όλους τους πολίτες και προστατεύονται.\n';
const ARABIC = 'المادة 1: الأنهار ملك لجميع المواطنين ويحميها القانون.\n';

const encode = (text: string, encoding: string): Uint8Array =>
  Uint8Array.from(iconv.encode(text, encoding));

function utf16(text: string, { bigEndian }: { readonly bigEndian: boolean }): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return Uint8Array.from(bigEndian ? bytes.swap16() : bytes);
}

describe('a text in another encoding is read as what it is, and that is told', () => {
  it.each([
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['iso-8859-5', RUSSIAN],
    ['ibm866', RUSSIAN],
    ['windows-1252', FRENCH],
    ['windows-1252', GERMAN],
    ['windows-1250', POLISH],
    ['iso-8859-2', POLISH],
    ['windows-1253', GREEK],
    ['windows-1256', ARABIC],
    ['gb18030', CHINESE],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['euc-kr', KOREAN],
  ])('%s', (encoding, text) => {
    const read = decodeText(encode(text, encoding));
    expect(read.text).toBe(text);
    expect(read.notices).toEqual([expect.stringMatching(/^read as [\w-]+;.*save it as UTF-8/)]);
  });

  it('also where the words are few', () => {
    expect(decodeText(encode('Статья 1\n', 'windows-1251')).text).toBe('Статья 1\n');
    expect(decodeText(encode('Café\n', 'windows-1252')).text).toBe('Café\n');
  });

  it('also where they come after much that is in every encoding', () => {
    const text = `${'-'.repeat(400_000)}\n${RUSSIAN}`;
    expect(decodeText(encode(text, 'koi8-r')).text).toBe(text);
  });

  it.each([[RUSSIAN], [FRENCH], [CHINESE]])('UTF-16 with and without a mark: %j', (text) => {
    for (const bigEndian of [false, true]) {
      expect(decodeText(utf16(text, { bigEndian })).text).toBe(text);
      expect(decodeText(utf16(`\uFEFF${text}`, { bigEndian })).text).toBe(text);
    }
  });

  it('as a page declares it, unless its bytes are UTF-8', () => {
    expect(decodeText(Uint8Array.of(0xd0, 0xd2), 'koi8-r').text).toBe('пр');
    expect(decodeText(new TextEncoder().encode('Würde'), 'windows-1252')).toEqual({
      text: 'Würde',
      notices: [],
    });
    expect(decodeText(encode(RUSSIAN, 'windows-1251'), 'no such encoding').text).toBe(RUSSIAN);
  });
});

describe('UTF-8', () => {
  it('is read without a word, and without its mark', () => {
    expect(decodeText(new TextEncoder().encode('\uFEFFCafé 河'))).toEqual({
      text: 'Café 河',
      notices: [],
    });
  });
});

it('some control characters do not keep a text from being read', () => {
  const text = 'The gate \u001b]0;x\u0007of the castle is red and its name is Swordfish.';
  expect(decodeText(new TextEncoder().encode(text))).toEqual({ text, notices: [] });
});

describe('what is no text is refused', () => {
  it.each([
    ['a picture', Uint8Array.from({ length: 2000 }, (_, i) => (i * i * 31 + 7 * i) % 256)],
    ['zero bytes', new Uint8Array(64)],
    ['control characters', Uint8Array.from({ length: 300 }, (_, i) => 1 + ((i * 7) % 25))],
  ])('%s', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow(/Save it as UTF-8|save it as text in UTF-8/u);
  });
});

it.each([
  ['of UTF-8', new TextEncoder().encode('Статья 1\n')],
  ['of another encoding', encode('Статья 1\n', 'windows-1251')],
])('a file %s is read alike, whether its encoding was told before or not', async (_, bytes) => {
  expect(await decodeFile(bytes)).toEqual(decodeText(bytes));
});
