import type { PartNames } from '../language.js';
import { listed } from '../listed.js';

/** "Passed by Congress March 4, 1794." */
const ADOPTED =
  String.raw`(?:passed|proposed|adopted|approved|ratified|signed|amended|entered into force)` +
  String.raw`(?![\p{L}])[^.;:]{0,80}\d{4}[.,;]?`;

export const PARTS: PartNames = {
  divisions: {
    annex: 'annex|annexe|appendix|schedule|protocol',
    part: 'part|book|title',
    chapter: 'chapter',
    subdivision: 'division|subchapter|subdivision|list',
  },
  provisions: {
    article: 'article|art',
    principle: 'principle',
    rule: 'rule',
    guideline: 'guideline|guiding principle',
    recommendation: 'recommendation',
    commitment: 'commitment',
    goal: 'goal|objective|target',
    regulation: 'regulation',
    clause: 'clause',
    paragraph: 'paragraph',
    action: 'action',
    point: 'point',
    amendment: 'amendment',
    decision: 'decision',
    resolution: 'resolution',
  },
  section: 'section',
  determiners: ['the'],
  preamble: 'preamble',
  annexes: ['annex', 'annexes', 'appendix', 'appendices', 'schedule', 'protocol'],
  named: [
    'preambular clauses',
    'operative clauses',
    'preliminary',
    'introduction',
    'foreword',
    'final provisions',
    'final clauses',
    'conclusion',
    'conclusions',
    'signatures',
    'declaration',
    'contents',
    'table of contents',
    'index',
  ],
  contents: ['contents', 'table of contents', 'index', 'arrangement of articles'],
  numberWords: listed('one two three four five six seven eight nine ten eleven twelve'),
  ordinalWords: [
    listed('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'),
  ],
  beforeNumber: ['no'],
  adoptionLine: new RegExp(String.raw`^${ADOPTED}(?:\s+${ADOPTED}){0,3}$`, 'iu'),
  note: new RegExp(
    String.raw`^(?:\[?footnotes?|note by (?:the )?(?:publisher|editor)|editor['’]s? note|\[note)` +
      String.raw`(?:\s*[.:\]]|\s+\d)` +
      String.raw`|^\[(?:adopted|amended|added|history)[:\s][^\[\]]{1,300}\]$` +
      String.raw`|^(?:\d{1,3}\.?\s|[.*†‡°]{1,2}\s?)(?:(?!shall)[^—]){0,90}?` +
      String.raw`(?:subs|ins|omitted|added|rep|substituted|inserted|repealed|deleted|re-?(?:numbered|lettered))\.?\s?` +
      String.raw`(?:(?:by|as|vide) (?:the|constitution|s\.|ibid|act|c\.|cls?\.|art\.|entr)|ibid)` +
      String.raw`|^(?:\d{1,3}\.?|[.*†‡]{1,2})?\s?(?:subs|ins|rep)\.\s?by\s` +
      String.raw`|^[*†‡]{1,2}\s?now\s[^—]{0,80}?(?:vide|ibid)` +
      String.raw`|^[^\p{L}\p{N}(]{1,2}sub-clause\s\([a-z]{1,4}\)\sshall\sstand\s` +
      String.raw`|^\d{1,3}\.?\s(?:now\s)?(?:see|vide)\s(?:also\s|now\s)?(?:the|art|s\.)`,
    'iu',
  ),
};
