/** `template` with `value` in the place of `{}`. */
export function filled(template: string, value: string | number): string {
  return template.split('{}').join(String(value));
}
