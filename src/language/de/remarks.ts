import type { RemarkRules } from '../rules/remark-rules.js';

export const REMARKS: RemarkRules = {
  prototypes: {
    greeting: ['Hallo', 'Guten Tag', 'Guten Morgen', 'Guten Abend', 'Wie geht es dir?'],
    thanks: ['Danke', 'Vielen Dank', 'Super, danke', 'Alles klar', 'Verstanden'],
    farewell: [
      'Auf Wiedersehen',
      'Tschüss',
      'Bis später',
      'Schönen Tag noch',
      'Das war alles für heute',
    ],
    identity: [
      'Wer bist du?',
      'Wer sind Sie?',
      'Bist du ein Roboter?',
      'Bist du eine KI?',
      'Wie heißt du?',
    ],
    help: [
      'Was kann ich fragen?',
      'Was kannst du?',
      'Hilfe',
      'Wie funktioniert das?',
      'Welche Fragen kann ich stellen?',
      'Gib mir Beispiele für Fragen',
    ],
    texts: [
      'Welche Texte hast du?',
      'Welche Dokumente haben Sie?',
      'Zu welchen Dokumenten kann ich fragen?',
      'Liste der Dokumente',
      'Was sind deine Quellen?',
    ],
    more: ['Mehr', 'Erzähl mir mehr', 'Weiter', 'Mehr Details', 'Was noch?', 'Sonst noch etwas?'],
    shorter: ['Kürzer', 'Kürzer, bitte', 'In einem Satz', 'Das ist zu lang'],
    simpler: [
      'Einfacher',
      'Geht das einfacher?',
      'Erkläre es in einfachen Worten',
      'Ich verstehe das nicht',
      'In einfacher Sprache, bitte',
    ],
    sure: [
      'Bist du sicher?',
      'Sind Sie sicher?',
      'Wirklich?',
      'Stimmt das?',
      'Woher weißt du das?',
    ],
  },
  ordinary: [
    'Welche Dokumente werden erwähnt?',
    'Welche Dokumente haben sie angenommen?',
    'Was ist das?',
    'Wer sind sie?',
    'Wer?',
    'Was können sie tun?',
    'Was bedeutet das?',
    'Wie wird das Wetter heute?',
    'Wie viel Uhr ist es?',
    'Erzähl mir einen Witz.',
    'Was soll ich heute Abend essen?',
    'Magst du Musik?',
  ],
  replies: {
    greeting: 'Guten Tag. Fragen Sie mich, was die Texte sagen: {titles}.',
    thanks: 'Gern geschehen. Fragen Sie jederzeit weiter.',
    farewell: 'Auf Wiedersehen. Die Texte bleiben hier.',
    identity:
      'Ich bin ein Programm, das Antworten in {titles} findet. Ich antworte mit deren eigenen Worten ' +
      'und zeige zu jedem Satz den Absatz.',
    help:
      'Fragen Sie mit eigenen Worten nach allem, was in {titles} steht, oder nennen Sie einen Absatz ' +
      'mit seiner Nummer.',
    texts: 'Zu diesen Texten kann gefragt werden: {dated}.',
    nothingBefore:
      'Noch gibt es keine Antwort, an die sich anknüpfen ließe. Stellen Sie zuerst eine Frage zu ' +
      '{titles}.',
    noMore: 'Mehr habe ich dazu nicht gefunden. Fragen Sie nach etwas Bestimmterem.',
    simpler:
      'Ich kann die Texte nur zitieren, nicht einfacher sagen. Vielleicht hilft eine engere Frage.',
    sure: 'Auf diesen Absätzen beruht die Antwort; urteilen Sie selbst.',
  },
};
