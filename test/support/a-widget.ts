import { widgetScript, type WidgetScript } from '../../src/server/widget-script.js';

/** A script long enough to be compressed. */
export function aWidget(words = 'A declaration-chat of other words.'): WidgetScript {
  return widgetScript(Buffer.from(`/* ${words.repeat(100)} */ globalThis.loaded = true;`));
}
