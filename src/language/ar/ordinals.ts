import { listed } from '../listed.js';

interface Gender {
  /** First to tenth. */
  readonly units: readonly string[];
  /** In the eleventh, the twenty-first and so on. */
  readonly first: string;
  readonly ten: string;
}

const FEMININE: Gender = {
  units: listed('الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة'),
  first: 'الحادية',
  ten: 'عشرة',
};
const MASCULINE: Gender = {
  units: listed('الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر'),
  first: 'الحادي',
  ten: 'عشر',
};
const TENS = listed('عشر ثلاث أربع خمس ست سبع ثمان تسع');
/** As laws of some hundred articles count on: "المادة الأولى بعد المائة". */
const HUNDREDS = ['المائة', 'المائتين'];

/** First to ninety-ninth; the tens end in one way or another with their place in a sentence. */
function belowHundred({ units, first, ten }: Gender, ending: string): readonly string[] {
  const composed = [first, ...units.slice(1, 9)];
  return [
    ...units,
    ...composed.map((unit) => `${unit} ${ten}`),
    ...TENS.flatMap((stem) => [
      `ال${stem}${ending}`,
      ...composed.map((unit) => `${unit} وال${stem}${ending}`),
    ]),
  ];
}

function counted(gender: Gender, ending: string): readonly string[] {
  const below = belowHundred(gender, ending);
  return [
    ...below,
    ...HUNDREDS.flatMap((hundred) => [hundred, ...below.map((one) => `${one} بعد ${hundred}`)]),
  ];
}

/** From one on, by gender and ending. */
export const ORDINALS: readonly (readonly string[])[] = [FEMININE, MASCULINE].flatMap((gender) =>
  ['ون', 'ين'].map((ending) => counted(gender, ending)),
);
