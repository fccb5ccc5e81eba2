/** `zh` of `zh-Hans`. */
export function primaryTag(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? tag;
}
