import { listed } from '../listed.js';
import type { PartNames } from '../language.js';

export const PARTS: PartNames = {
  divisions: {
    annex: 'bijlage',
    part: 'deel|boek|titel',
    chapter: 'hoofdstuk',
    subdivision: 'paragraaf',
  },
  provisions: {
    article: 'artikel',
    principle: 'beginsel',
    rule: 'regel',
    recommendation: 'aanbeveling',
    goal: 'doelstelling',
    decision: 'besluit',
    resolution: 'resolutie',
  },
  section: 'afdeling',
  preamble: 'preambule',
  annexes: ['bijlage', 'bijlagen'],
  named: ['inleiding', 'slotbepalingen', 'overgangs- en slotbepalingen', 'inhoudsopgave'],
  contents: ['inhoud', 'inhoudsopgave'],
  ordinalWords: [listed('eerste tweede derde vierde vijfde zesde zevende achtste negende tiende')],
};
