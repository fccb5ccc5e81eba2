import type { DocumentNameRules } from '../rules/retrieval-question-rules.js';

const LIKE_DEKLARATSIYA = ['ия', 'ии', 'ию', 'ией', 'ий', 'иям', 'иями', 'иях'];
const LIKE_TEKST = ['', 'а', 'у', 'ом', 'е', 'ы', 'ов', 'ам', 'ами', 'ах'];
const LIKE_SOGLASHENIYE = ['ие', 'ия', 'ию', 'ием', 'ии', 'ий', 'иям', 'иями', 'иях'];
const NOUNS: readonly (readonly [endings: readonly string[], ...stems: string[]])[] = [
  [LIKE_DEKLARATSIYA, 'декларац', 'конвенц', 'харт'],
  [LIKE_TEKST, 'документ', 'текст', 'договор', 'устав'],
  [LIKE_SOGLASHENIYE, 'соглашен', 'заявлен'],
];

/** Latin letters as names from Central Asia and Russia are mostly written with. */
const LATIN: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y' },
  ...{ к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f' },
  ...{ х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu' },
  я: 'ya',
};

export const DOCUMENT_NAMES: DocumentNameRules = {
  allOfThem:
    /(?<!\p{L})(?:об(?:е|еих|еим|еими)|всех|все)(?: эти[хм]?)? (?:декларац|текст|документ)/iu,
  nouns: NOUNS.flatMap(([endings, ...stems]) =>
    stems.flatMap((stem) => endings.map((ending) => stem + ending)),
  ),
  comparing: ['сравни', 'сравните', 'обе', 'обеих', 'обеим'],
  inLatin: (word) => Array.from(word.toLowerCase(), (letter) => LATIN[letter] ?? letter).join(''),
};
