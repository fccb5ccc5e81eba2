import type { PagePhrases } from '../rules/page-phrases.js';

export const PAGE_PHRASES: PagePhrases = {
  lead:
    'Las respuestas se componen de las frases de los propios textos. Cada número abre el ' +
    'párrafo y marca las palabras en que se apoya.',
  greeting: '¿Qué desea saber?',
  needsScript:
    'Para preguntar hace falta JavaScript. Permítalo en esta página o pregunte mediante ' +
    '{request}. Los textos se pueden leer sin él.',
  texts: 'Textos',
  textsToSearch: 'Textos consultados',
  paragraphs: { one: '{} párrafo', other: '{} párrafos' },
  read: 'Leer',
  readText: 'Leer {}',
  atLeastOne: 'Se consulta al menos un texto.',
  unlessTicked: 'Se consultan todos los textos si no marca ninguno.',
  findText: 'Buscar un texto',
  showAll: 'Mostrar los {} textos',
  noneFound: 'Ningún texto se llama así.',
  onYourSite: 'En su sitio web',
  howToEmbed:
    'Indique el origen del sitio, por ejemplo {origin}, en {setting} del servidor y pegue ' +
    'una de estas líneas.',
  launcher: 'Un botón en la esquina',
  inPage: 'En la página, en su lugar',
  pinned: 'Fijado a esta versión',
  pinnedNote:
    'El navegador ejecuta exactamente estos bytes o nada. Cuando se actualice el ' +
    'servidor, copie la línea de nuevo.',
  copy: 'Copiar',
  copyOf: 'Copiar: {}',
  copied: 'Copiado',
  forPrograms: 'Para programas: la interfaz, para probarla',
  skip: 'Saltar',
  skipTo: 'Saltar al contenido',
};
