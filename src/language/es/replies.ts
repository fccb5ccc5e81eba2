import { listed } from '../listed.js';
import type { ReplyRules } from '../rules/reply-rules.js';

export const REPLIES: ReplyRules = {
  markerNouns: listed(
    'fuente fuentes frase frases referencia referencias cita citas nota notas véase ver',
  ),
  markerLinks: ['y'],
  yesOrNo: listed('sí no'),
  refusals: [
    'Los textos no lo dicen.',
    'Los textos no responden a esta pregunta.',
    'Los textos no dicen cuánto cuesta.',
  ],
  bareRefusals: ['Sin respuesta.', 'No hay respuesta.', 'No lo sé.'],
  statements: [
    'Los Estados cooperan en el comercio.',
    'La organización no está dirigida contra otros Estados.',
    'No, el consejo aún no ha aprobado el plan.',
  ],
  asides: ['Esto es lo que dicen los textos:', 'Espero que esto ayude.'],
  leaningOpenings: [
    ...listed('Pero Además También Aun'),
    'Sin embargo',
    'No obstante',
    'Por eso',
    'Por lo tanto',
  ],
  plainOpenings: listed('El La Los Las Un Una En Cada Todos Según Para Si'),
};
