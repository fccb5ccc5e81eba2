import { widgetScript, type WidgetScript } from '../../src/server/widget-script.js';

/** A script long enough to be compressed. */
export function aWidget(words = 'A declaration-chat of other words.'): WidgetScript {
  const script = Buffer.from(`/* ${words.repeat(100)} */ globalThis.loaded = true;`);
  return widgetScript(script, Buffer.from(`/* ${words.repeat(50)} */ export const more = true;`));
}
