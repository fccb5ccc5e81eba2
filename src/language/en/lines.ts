import { alternatives } from '../any-of.js';
import type { LineRules } from '../language.js';
import { listed } from '../listed.js';

/** Names of parts and small words after which a number stands. */
const BEFORE_NUMBERS = alternatives([
  ...listed('article articles paragraph paragraphs section sections chapter chapters annex'),
  ...listed('resolution resolutions rule rules principle principles'),
  ...listed('and or to of in the by on under from with per at'),
]);
/** The same in short, with a stop or without. */
const SHORT_BEFORE_NUMBERS = alternatives(listed('art arts para paras no nos'));
/** Words and symbols of documents whose stop, before a number, ends no sentence. */
const SHORTENED = alternatives(
  listed(
    'no nos art arts article articles para paras paragraph paragraphs p pp vol vols ch sec res ' +
      'st fig rev ver v',
  ),
);

export const LINES: LineRules = {
  leadsToNumber: new RegExp(
    String.raw`(?<!\p{L})(?:${BEFORE_NUMBERS}|(?:${SHORT_BEFORE_NUMBERS})\.?)$`,
    'iu',
  ),
  quantity: /^(?:million|billion|trillion|per\s?cent|percent|%|°|€|\$|km|kg)/iu,
  takesNumber: new RegExp(String.raw`(?<!\p{L})(?:${SHORTENED})\.$`, 'iu'),
  lastItem: ['and', 'or'],
};
