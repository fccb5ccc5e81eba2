import { toRoman } from '../../../documents/structure/to-roman.js';

/** The letter or numeral that stands for a number in a list, and how lists of HTML and Word call it. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  'decimal-leading-zero': leadingZero,
  decimalZero: leadingZero,
  'lower-alpha': (value) => letters(value, 26, 'a'),
  'lower-latin': (value) => letters(value, 26, 'a'),
  'upper-alpha': (value) => letters(value, 26, 'A'),
  'upper-latin': (value) => letters(value, 26, 'A'),
  lowerLetter: (value) => repeated(value, 'a'),
  upperLetter: (value) => repeated(value, 'A'),
  'lower-roman': (value) => toRoman(value).toLowerCase(),
  lowerRoman: (value) => toRoman(value).toLowerCase(),
  'upper-roman': toRoman,
  upperRoman: toRoman,
  'lower-greek': (value) => 'αβγδεζηθικλμνξοπρστυφχψω'[value - 1] ?? String(value),
  russianLower: (value) => CYRILLIC[value - 1] ?? String(value),
  russianUpper: (value) => CYRILLIC[value - 1]?.toUpperCase() ?? String(value),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: chinese,
  'cjk-ideographic': chinese,
  'simp-chinese-informal': chinese,
  ordinal: (value) => `${value}.`,
};

/** Without the letters that Word leaves out of its lists. */
const CYRILLIC = 'абвгдежзиклмнопрстуфхцчшщэюя';

/** Undefined where the format is not known, or prints nothing. */
export function formatNumber(value: number, format: string): string | undefined {
  const render = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (render === undefined) return undefined;
  return value < 1 ? String(value) : render(value);
}

function leadingZero(value: number): string {
  return String(value).padStart(2, '0');
}

/** a … z, aa, ab, … */
function letters(value: number, base: number, first: string): string {
  let rest = value;
  let text = '';
  while (rest > 0) {
    rest -= 1;
    text = String.fromCharCode(first.charCodeAt(0) + (rest % base)) + text;
    rest = Math.floor(rest / base);
  }
  return text;
}

/** a … z, aa, bb, … as Word counts. */
function repeated(value: number, first: string): string {
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.min(Math.ceil(value / 26), 20));
}

/** 一 … 九十九; larger ones in digits. */
function chinese(value: number): string {
  const digits = '〇一二三四五六七八九';
  if (value > 99) return String(value).replace(/\d/gu, (digit) => digits[Number(digit)] ?? '');
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (digits[tens] ?? '')}十`;
  return head + (ones === 0 && tens > 0 ? '' : (digits[ones] ?? ''));
}
