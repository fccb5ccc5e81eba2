import { listed } from '../listed.js';
import type { PartNames } from '../language.js';

export const PARTS: PartNames = {
  divisions: {
    annex: 'anhang|anlage',
    part: 'teil|buch|titel',
    chapter: 'kapitel|hauptstück',
    subdivision: 'unterabschnitt',
  },
  provisions: {
    article: 'artikel|art',
    principle: 'prinzip|grundsatz',
    rule: 'regel',
    guideline: 'leitlinie',
    recommendation: 'empfehlung',
    goal: 'ziel',
    decision: 'beschluss|entscheidung',
    resolution: 'resolution|entschließung',
  },
  section: 'abschnitt',
  preamble: 'präambel',
  annexes: ['anhang', 'anlage'],
  named: [
    'einleitung',
    'schlussbestimmungen',
    'übergangs- und schlussbestimmungen',
    'inhalt',
    'inhaltsverzeichnis',
    'inhaltsübersicht',
  ],
  contents: ['inhalt', 'inhaltsverzeichnis', 'inhaltsübersicht'],
  adoptionLine:
    /^\(?(?:ausfertigungsdatum|ausgefertigt|verabschiedet|beschlossen|verkündet)[\s:][^;]{0,120}\d{4}\)?[.,;]?$/iu,
  ordinalWords: [
    listed('erster zweiter dritter vierter fünfter sechster siebter achter neunter zehnter'),
    listed('erstes zweites drittes viertes fünftes sechstes siebtes achtes neuntes zehntes'),
    listed('erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte'),
  ],
};
