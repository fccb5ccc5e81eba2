const SIGNS: readonly (readonly [worth: number, sign: string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
/** The largest that is written with these signs. */
const MAX = 3999;

/** A whole number from 1 on as a roman numeral in capitals; in digits where it has none. */
export function toRoman(value: number): string {
  if (value > MAX) return String(value);
  let [rest, text] = [value, ''];
  for (const [worth, sign] of SIGNS) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
