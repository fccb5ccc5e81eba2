/**
 * Taken while the script loads: in a browser, the page's later scripts may put another in its
 * place.
 */
export const { parse: parseJson, stringify } = JSON;

/**
 * JSON of plain data: texts, numbers, truth values, lists and records of them. Only what is neither
 * list nor record is left to `JSON.stringify`: pages with old libraries have a `toJSON` on arrays
 * and objects that writes them another way.
 */
export function toJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return stringify(value);
  if (Array.isArray(value)) return `[${value.map(toJson).join()}]`;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => `${stringify(name)}:${toJson(field)}`);
  return `{${fields.join()}}`;
}
