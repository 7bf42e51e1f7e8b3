import { maskValue } from './masking.ts'

/** A text for a list, which shows nobody's telephone or document number: its middle digits are hidden. */
export function maskNumbersIn(text: string): string {
  return text.replace(/\d[\d -]{5,}\d/g, (digits) => maskValue('phone', digits))
}
