import type { PagePhrases } from '../rules/page-phrases.js';

export const PAGE_PHRASES: PagePhrases = {
  lead:
    'Die Antworten bestehen aus den Sätzen der Texte selbst. Jede Zahl darin öffnet den ' +
    'Absatz und markiert die Worte, auf denen sie beruht.',
  greeting: 'Was möchten Sie wissen?',
  needsScript:
    'Zum Fragen braucht es JavaScript. Erlauben Sie es für diese Seite oder fragen Sie ' +
    'über {request}. Lesen lassen sich die Texte ohne es.',
  texts: 'Texte',
  textsToSearch: 'Durchsuchte Texte',
  paragraphs: { one: '{} Absatz', other: '{} Absätze' },
  read: 'Lesen',
  readText: '{} lesen',
  atLeastOne: 'Mindestens ein Text wird durchsucht.',
  unlessTicked: 'Durchsucht werden alle Texte, wenn Sie keine ankreuzen.',
  findText: 'Einen Text finden',
  showAll: 'Alle {} Texte zeigen',
  noneFound: 'Kein Text heißt so.',
  onYourSite: 'Auf Ihrer Website',
  howToEmbed:
    'Nennen Sie die Website, etwa {origin}, in der Einstellung {setting} des Servers und ' +
    'fügen Sie eine dieser Zeilen ein.',
  launcher: 'Eine Schaltfläche in der Ecke',
  inPage: 'In der Seite, wo sie stehen soll',
  pinned: 'Auf diese Version festgelegt',
  pinnedNote:
    'Der Browser führt genau diese Bytes aus oder nichts. Nach einem Update des Servers ' +
    'kopieren Sie die Zeile neu.',
  copy: 'Kopieren',
  copyOf: 'Kopieren: {}',
  copied: 'Kopiert',
  forPrograms: 'Für Programme: die Schnittstelle zum Ausprobieren',
  skip: 'Überspringen',
  skipTo: 'Zum Inhalt',
};
