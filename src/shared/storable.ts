/** True when both engines can hold the text: PostgreSQL holds every character but NUL. */
export function isStorable(text: string): boolean {
  return !text.includes('\0')
}
