import type { SentenceRules } from '../language.js';
import { listed } from '../listed.js';

export const SENTENCES: SentenceRules = {
  beforeWord: listed('sr sra sres sras srta dña dr dra lic ing p.ej cf'),
  beforeNumber: listed('art arts núm núms pág págs párr apdo cap vol no'),
  either: listed('etc ee.uu ud uds s.a'),
  capitalOnly: [],
  starters: listed(
    'el la los las un una unos unas ello este esta estos estas todo toda todos nadie ninguna en al ' +
      'del a para por si cuando sin toda se',
  ),
};
