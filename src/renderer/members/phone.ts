/** A number as people here say it: without the prefix of their own country. */
export function localPhone(number: string): string {
  return number.replace(/^\+86/, '')
}
