import type { RemarkRules } from '../rules/remark-rules.js';

export const REMARKS: RemarkRules = {
  prototypes: {
    greeting: ['Hola', 'Buenos días', 'Buenas tardes', '¿Cómo estás?', '¿Qué tal?'],
    thanks: ['Gracias', 'Muchas gracias', 'Perfecto, gracias', 'De acuerdo', 'Ya veo'],
    farewell: ['Adiós', 'Hasta luego', 'Hasta pronto', 'Chao', 'Eso es todo por ahora'],
    identity: ['¿Quién eres?', '¿Quién es usted?', '¿Eres un robot?', '¿Cómo te llamas?'],
    help: [
      '¿Qué puedo preguntar?',
      '¿Qué puedes hacer?',
      'Ayuda',
      '¿Cómo funciona esto?',
      '¿Qué preguntas puedo hacer?',
      'Dame ejemplos de preguntas',
    ],
    texts: [
      '¿Qué textos tienes?',
      '¿Qué documentos tiene?',
      '¿Sobre qué documentos puedo preguntar?',
      'Lista de documentos',
      '¿Cuáles son tus fuentes?',
    ],
    more: ['Más', 'Cuéntame más', 'Continúa', 'Más detalles', '¿Qué más?', 'Sigue'],
    shorter: ['Más corto', 'Más breve, por favor', 'En una frase', 'Demasiado largo'],
    simpler: [
      'Más sencillo',
      'Explícalo con palabras sencillas',
      'No entiendo',
      'En términos más simples',
    ],
    sure: [
      '¿Estás seguro?',
      '¿Seguro?',
      '¿Está seguro?',
      '¿De verdad?',
      '¿Es cierto?',
      '¿Cómo lo sabes?',
    ],
  },
  ordinary: [
    '¿Qué documentos se mencionan?',
    '¿Qué documentos adoptaron?',
    '¿Qué es?',
    '¿Quiénes son?',
    '¿Quién?',
    '¿Qué pueden hacer?',
    '¿Qué significa?',
    '¿Qué tiempo hace hoy?',
    '¿Qué hora es?',
    'Cuéntame un chiste.',
    '¿Qué puedo cenar esta noche?',
    '¿Te gusta la música?',
  ],
  replies: {
    greeting: 'Hola. Pregúnteme qué dicen los textos: {titles}.',
    thanks: 'De nada. Pregunte cuando quiera.',
    farewell: 'Adiós. Los textos siguen aquí.',
    identity:
      'Soy un programa que busca respuestas en {titles}. Respondo con sus propias palabras y muestro ' +
      'el párrafo de cada frase.',
    help: 'Pregunte con sus palabras por cualquier cosa de {titles}, o nombre un párrafo por su número.',
    texts: 'Se puede preguntar por estos textos: {dated}.',
    nothingBefore:
      'Todavía no hay respuesta que continuar. Haga primero una pregunta sobre {titles}.',
    noMore: 'Eso es todo lo que he encontrado. Pregunte algo más concreto.',
    simpler:
      'Solo puedo citar los textos, no decirlos con palabras más sencillas. Puede ayudar una pregunta ' +
      'más concreta.',
    sure: 'Estos son los párrafos en los que se apoya la respuesta, para que juzgue por sí mismo.',
  },
};
